"""The card's window, painted for real: the picture, the calm ground, or black; and that nobody gets anything from it."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QImage, QRasterWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.card import BLACK, GROUND, Card, part_to_show
from kiosk.display.card_picture import CardPicture, empty_frame, packed, write_picture
from kiosk.display.pipe import SupervisorPipe
from kiosk.paths import picture_in
from kiosk.supervise.messages import Cover, InFront, Message

RED, BLUE = QColor(200, 30, 40), QColor(20, 30, 200)


class Heard(SupervisorPipe):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Message] = []

    def send(self, message: Message) -> None:
        self.said.append(message)


@pytest.fixture
def heard(qapp: QApplication) -> Heard:
    assert qapp is not None
    return Heard()


@pytest.fixture
def card(qapp: QApplication, heard: Heard) -> Iterator[Card]:
    card = Card(qapp, heard)
    yield card
    card.window.destroy()
    card.deleteLater()


def halves(left: QColor, right: QColor, width: int, height: int) -> CardPicture:
    """Give a picture of two colours."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(left)
    for x, y in product(range(width // 2, width), range(height)):
        image.setPixelColor(x, y, right)
    frame = empty_frame(width, height, 1.0)
    frame.pixels[:] = bytes(image.constBits())
    return packed(frame)


def edges(card: Card, qapp: QApplication) -> tuple[QColor, QColor]:
    """Give the colours at the left and the right edge of the window as it was painted."""
    qapp.processEvents()
    image = qapp.primaryScreen().grabWindow(card.window.winId()).toImage()
    assert image.size() == qapp.primaryScreen().size()
    return image.pixelColor(0, image.height() // 2), image.pixelColor(image.width() - 1, image.height() // 2)


def lay(card: Card, qtbot: QtBot, order: Cover) -> None:
    card.obey(order)
    card.lie_down()
    qtbot.waitUntil(card.window.isExposed)


def test_it_covers_the_whole_screen_with_the_picture(
    card: Card, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    size = qapp.primaryScreen().size()
    write_picture(picture_in(tmp_path), halves(RED, BLUE, size.width(), size.height()))

    lay(card, qtbot, Cover(str(tmp_path)))

    assert edges(card, qapp) == (RED, BLUE)
    assert card.window.geometry() == qapp.primaryScreen().geometry()


def test_a_picture_of_another_size_covers_it_too(card: Card, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    write_picture(picture_in(tmp_path), halves(RED, BLUE, 30, 90))

    lay(card, qtbot, Cover(str(tmp_path)))

    assert edges(card, qapp) == (RED, BLUE)


def test_without_a_picture_it_is_calm(card: Card, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    lay(card, qtbot, Cover(str(tmp_path)))

    assert edges(card, qapp) == (GROUND, GROUND)


def test_one_that_can_be_read_no_more_stays(card: Card, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    write_picture(picture_in(tmp_path), halves(RED, BLUE, 40, 40))
    lay(card, qtbot, Cover(str(tmp_path)))
    picture_in(tmp_path).write_bytes(b"damaged")

    card.obey(Cover(str(tmp_path)))
    qtbot.wait(50)

    assert edges(card, qapp) == (RED, BLUE)


def test_it_is_black_while_the_screen_is_dark_and_no_longer(
    card: Card, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    write_picture(picture_in(tmp_path), halves(RED, BLUE, 40, 40))
    lay(card, qtbot, Cover(str(tmp_path)))

    card.obey(Cover(str(tmp_path), dark=True))
    qtbot.waitUntil(lambda: edges(card, qapp) == (BLACK, BLACK))
    card.obey(Cover(str(tmp_path)))

    qtbot.waitUntil(lambda: edges(card, qapp) == (RED, BLUE))


@pytest.mark.parametrize(
    ("picture", "place", "part"),
    [
        pytest.param((1920, 1080), (1280, 720), QRectF(0, 0, 1920, 1080), id="of the same shape"),
        pytest.param((1920, 1080), (1080, 1080), QRectF(420, 0, 1080, 1080), id="narrower"),
        pytest.param((1080, 1920), (1080, 1080), QRectF(0, 420, 1080, 1080), id="lower"),
    ],
)
def test_of_another_shape_its_middle_is_shown(picture: tuple[int, int], place: tuple[int, int], part: QRectF) -> None:
    assert part_to_show(QSize(*picture), QSize(*place)) == part


def test_it_lies_under_all_takes_no_focus_and_is_in_no_list_of_windows(card: Card) -> None:
    flags, kind = card.window.flags(), Qt.WindowType

    for flag in (kind.WindowStaysOnBottomHint, kind.WindowDoesNotAcceptFocus, kind.FramelessWindowHint):
        assert flags & flag
    assert card.window.type() == kind.Tool
    assert card.window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_touches_and_keys_do_nothing_and_nobody_closes_it(
    card: Card, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    lay(card, qtbot, Cover(str(tmp_path)))
    asked = QCloseEvent()

    QTest.mouseClick(card.window, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.keyClick(card.window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    qapp.sendEvent(card.window, asked)

    assert not asked.isAccepted()
    assert not card.window.close()
    assert edges(card, qapp) == (GROUND, GROUND)


def test_in_front_it_says_so_again_and_again_and_afterwards_no_more(card: Card, qtbot: QtBot, heard: Heard) -> None:
    front, another = InFront(), QRasterWindow()
    card.window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)
    card.window.show()
    card.window.requestActivate()

    qtbot.waitUntil(lambda: heard.said == [front, front])
    another.show()
    another.requestActivate()

    qtbot.waitUntil(another.isActive)
    assert [timer for timer in card.findChildren(QTimer) if timer.isActive()] == []


def test_the_card_needs_no_widgets() -> None:
    looks = "import sys, kiosk.display.card\nsys.exit('PySide6.QtWidgets' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", looks], check=False).returncode == 0
