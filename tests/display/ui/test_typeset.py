import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting
from kiosk.edition.palettes import LIGHT

TITLE = Setting(Style(LIGHT, 1.0).title(62), 1.12)
WIDTH, ROOM_BELOW = 900, 200


def lowest_ink(text: SetText) -> int:
    """Give the row below the lowest one that has ink."""
    image = QImage(WIDTH, round(text.height) + ROOM_BELOW, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    text.draw(painter, 0, 0, QColor("#000000"))
    painter.end()
    rows = range(image.height())
    return 1 + max(y for y in rows if any(image.pixelColor(x, y).value() < 128 for x in range(0, WIDTH, 2)))


@pytest.mark.parametrize(
    "title", ["A strong border, gypsy", "الحدود التي رسمها نهران في", "Ở Việt Nam, gặp", "Щука и цапля"]
)
def test_nothing_hangs_below_what_a_text_asks_for(title: str) -> None:
    text = SetText(title, TITLE, WIDTH)

    assert lowest_ink(text) <= text.height + text.overhang


def test_letters_of_another_font_keep_the_baseline() -> None:
    latin, mixed = (SetText(title, TITLE, WIDTH) for title in ("nnn nnn", "nnn nnn \u0627"))

    assert lowest_ink(latin) == lowest_ink(mixed)
