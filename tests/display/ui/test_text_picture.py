"""Pictures between the lines: painted when they are seen, and not kept by Qt."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from pytestqt.qtbot import QtBot

from kiosk.display.ui.body import Body
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.style import Style
from kiosk.edition.model import Block, Figure, Paragraph, Picture, Run
from kiosk.edition.palettes import LIGHT

RED = "#ff0000"
STYLE, WIDTH, SCREEN = Style(LIGHT, 1.0), 1000, 1080


class Drawn(Pictures):
    """Gives a red picture for every file, and notes which were asked for, and how large."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, int, int]] = []

    def scaled(self, file: str, width: int, height: int) -> QImage:
        self.asked.append((file, width, height))
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(RED))
        return image


@pytest.fixture
def drawn() -> Drawn:
    return Drawn()


def body_of(qtbot: QtBot, pictures: Pictures, *blocks: Block) -> Body:
    body = Body(None)
    qtbot.addWidget(body)
    body.show_blocks(blocks, STYLE, WIDTH, pictures)
    return body


def screen_at(body: Body, y: int) -> QImage:
    image = QImage(WIDTH, SCREEN, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.paper))
    body.viewport().render(image, QPoint(), QRegion(0, y, WIDTH, SCREEN))
    return image


def test_a_picture_has_its_size_and_round_corners(qtbot: QtBot, drawn: Drawn) -> None:
    image = screen_at(body_of(qtbot, drawn, Figure(Picture("a.png", 400, 300))), 0)

    reds = [image.pixelColor(x, y).name() == RED for x, y in ((0, 0), (399, 299), (200, 0), (200, 299), (401, 150))]
    assert reds == [False, False, True, True, False]
    assert set(drawn.asked) == {("a.png", 400, 300)}


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        pytest.param(Picture("wide.png", 3000, 1000), (1000, 333), id="wider than the column"),
        pytest.param(Picture("tall.png", 700, 1400), (340, 680), id="taller than a screen has room for"),
        pytest.param(Picture("thin.png", 9000, 2), (1000, 1), id="as thin as a hair"),
    ],
)
def test_a_picture_that_is_too_large_gets_smaller(
    qtbot: QtBot, drawn: Drawn, picture: Picture, size: tuple[int, int]
) -> None:
    screen_at(body_of(qtbot, drawn, Figure(picture)), 0)

    assert set(drawn.asked) == {(picture.file, *size)}


def test_only_pictures_that_are_seen_are_asked_for(qtbot: QtBot, drawn: Drawn) -> None:
    figures = tuple(Figure(Picture(f"{number}.png", 1000, 600)) for number in range(40))
    body = body_of(qtbot, drawn, *figures)
    assert drawn.asked == []

    screen_at(body, body.height() // 2)

    assert 1 <= len({file for file, _, _ in drawn.asked}) <= 4


def test_one_on_the_screen_stays_though_its_edition_is_gone(qtbot: QtBot, drawn: Drawn) -> None:
    body = body_of(qtbot, drawn, Figure(Picture("a.png", 400, 300)), Paragraph((Run("Below."),)))

    first, again = screen_at(body, 0), screen_at(body, 0)

    assert drawn.asked == [("a.png", 400, 300)]
    assert again == first


def test_one_that_left_the_screen_long_ago_is_let_go(qtbot: QtBot, drawn: Drawn) -> None:
    body = body_of(qtbot, drawn, *(Figure(Picture(f"{number}.png", 1000, 600)) for number in range(12)))

    for y in (0, *range(0, body.height(), SCREEN), 0):
        screen_at(body, y)

    assert [file for file, _, _ in drawn.asked].count("0.png") == 2
