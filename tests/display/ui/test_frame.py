from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.ui.frame import ROWS_APART, is_blank, is_one_colour
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Edition

Format: TypeAlias = QImage.Format
ShowPage: TypeAlias = Callable[..., KioskWindow]


def picture(width: int, height: int, colour: str, form: Format = Format.Format_RGB32) -> QImage:
    image = QImage(width, height, form)
    image.fill(QColor(colour))
    return image


@pytest.mark.parametrize("form", [Format.Format_RGB32, Format.Format_ARGB32_Premultiplied, Format.Format_RGB16])
@pytest.mark.parametrize(
    "size", [(1920, 1080), (1080, 1920), (801, 601), (1, 1), (3, ROWS_APART - 1)], ids=lambda size: f"{size}"
)
def test_one_colour_is_one_colour(size: tuple[int, int], form: Format) -> None:
    for colour in ("black", "white", "#123456"):
        assert is_one_colour(picture(*size, colour, form))


@pytest.mark.parametrize("top", [0, 300, 1050])
@pytest.mark.parametrize("left", [0, 1900])
@pytest.mark.parametrize("height", [1080, 10_000])
def test_a_word_anywhere_makes_it_more_than_one(left: int, top: int, height: int) -> None:
    image = picture(1920, height, "black")
    painter = QPainter(image)
    painter.fillRect(QRect(left, top, 20, 30), QColor("#000001"))
    painter.end()

    assert not is_one_colour(image)


def test_two_halves_are_two_colours() -> None:
    image = picture(1920, 1080, "black")
    painter = QPainter(image)
    painter.fillRect(QRect(0, 540, 1920, 540), QColor("white"))
    painter.end()

    assert not is_one_colour(image)


class Canvas(QWidget):
    """Paints itself in one colour, with or without something on it."""

    def __init__(self, *, is_blank: bool) -> None:
        super().__init__()
        self._is_blank = is_blank
        self.setFixedSize(400, 300)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if not self._is_blank:
            painter.fillRect(QRect(100, 100, 60, 60), Qt.GlobalColor.white)


@pytest.mark.parametrize("blank", [True, False])
def test_the_painted_frame_of_a_window_is_looked_into(qtbot: QtBot, *, blank: bool) -> None:
    canvas = Canvas(is_blank=blank)
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.repaint()

    assert is_blank(canvas) is blank


def test_a_window_that_nobody_sees_is_not_blank(qtbot: QtBot) -> None:
    canvas = Canvas(is_blank=True)
    qtbot.addWidget(canvas)

    assert not is_blank(canvas)


def test_the_screen_of_an_office_is_not_blank(show_page: ShowPage, make_edition: Callable[..., Edition]) -> None:
    window = show_page(make_edition())
    window.repaint()

    assert not is_blank(window)


@pytest.mark.parametrize(
    "size", [(1920, 1080), (1080, 1920), (480, 2560), (1000, 3000), (3840, 2160)], ids=lambda size: f"{size}"
)
def test_nor_is_the_holding_card(show_holding: Callable[[], KioskWindow], qtbot: QtBot, size: tuple[int, int]) -> None:
    window = show_holding()
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    window.repaint()

    assert not is_blank(window)


def test_a_window_that_has_not_been_painted_yet_is_not_blank(qtbot: QtBot) -> None:
    canvas = Canvas(is_blank=True)
    qtbot.addWidget(canvas)
    canvas.show()

    assert not is_blank(canvas)
