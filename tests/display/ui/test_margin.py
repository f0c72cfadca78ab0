"""What is painted beside the lines, looked for in the pixels."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.display.ui.body import Body
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.style import Style
from kiosk.display.ui.touch_ground import touch_ground
from kiosk.edition.model import Block, Code, Listing, Paragraph, Quote, Run, Table
from kiosk.edition.palettes import LIGHT

STYLE = Style(LIGHT, 1.0)
WIDTH = 800
ACCENT, RULE = QColor(LIGHT.accent).rgb(), QColor(LIGHT.rule).rgb()
INK = QColor(LIGHT.ink).rgb()


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


@pytest.fixture
def painted(qtbot: QtBot) -> "Painter":
    return Painter(qtbot)


class Painter:
    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def __call__(self, *blocks: Block) -> QImage:
        body = Body(None)
        self._qtbot.addWidget(body)
        body.show_blocks(blocks, STYLE, WIDTH, Pictures())
        return body.grab().toImage()


def columns_of(image: QImage, colour: int, share: float = 0.5) -> list[int]:
    """Give where a colour stands in so much of the height."""
    rows = range(image.height())
    return [x for x in range(image.width()) if sum(image.pixel(x, y) == colour for y in rows) > share * image.height()]


def ink_within(image: QImage, left: int, right: int) -> bool:
    return any(image.pixel(x, y) == INK for x in range(left, right) for y in range(image.height()))


def test_a_quote_has_a_bar_on_the_left(painted: Painter) -> None:
    image = painted(Quote((paragraph("Water has no passport. " * 9), paragraph("Nor has the wind. " * 9))))

    assert columns_of(image, ACCENT) == [0, 1, 2, 3]


def test_a_quote_from_right_to_left_has_it_on_the_right(painted: Painter) -> None:
    image = painted(Quote((paragraph("الماء ليس له جواز سفر " * 9), paragraph("ولا الريح " * 20))))

    assert columns_of(image, ACCENT) == [WIDTH - 4, WIDTH - 3, WIDTH - 2, WIDTH - 1]


def test_a_quote_in_a_quote_has_both_bars(painted: Painter) -> None:
    image = painted(Quote((Quote((paragraph("Water has no passport. " * 20),)),)))

    assert columns_of(image, ACCENT) == [0, 1, 2, 3, 36, 37, 38, 39]


@pytest.mark.parametrize("first", [None, 1, 12])
def test_a_mark_stands_in_the_margin_and_not_in_the_text(painted: Painter, first: int | None) -> None:
    image = painted(Listing(((paragraph("Water has no passport"),),), first))

    assert ink_within(image, 2, 34)


def test_a_mark_from_right_to_left_stands_in_the_right_margin(painted: Painter) -> None:
    image = painted(Listing(((paragraph("الماء ليس له"),),), 1))

    assert ink_within(image, WIDTH - 34, WIDTH - 2)
    assert not ink_within(image, 0, 200)


def test_rows_are_parted_by_hairlines_as_wide_as_the_page(painted: Painter) -> None:
    cell = (Run("3.20"),)
    image = painted(Table((cell, cell), ((cell, cell), (cell, cell))))

    ruled = [y for y in range(image.height()) if all(image.pixel(x, y) == RULE for x in range(10, WIDTH - 10))]
    assert len(ruled) == 4  # two, each two pixels high


def test_code_stands_on_a_ground_as_wide_as_the_page(painted: Painter) -> None:
    ground = touch_ground(STYLE, is_down=False).rgb()

    image = painted(paragraph("Above."), Code("x = 1"))

    assert any(all(image.pixel(x, y) == ground for x in range(12, WIDTH - 12)) for y in range(image.height()))
