"""The drop cap: three lines tall, its foot on the third baseline, while its letter stays in the text below it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from kiosk.display.ui.hand import BODY_PX
from kiosk.display.ui.style import Style
from kiosk.edition.model import Block, Paragraph

DROP_CAP = "kimg:drop-cap"
LINES = 3
APOSTROPHES = frozenset({"'", "\N{RIGHT SINGLE QUOTATION MARK}"})
FEWEST_LETTERS = 160
"""A shorter paragraph would not fill three lines beside the letter."""


def drop_cap_letter(blocks: tuple[Block, ...]) -> str:
    """Give the letter, with the apostrophe of a word such as L'eau, or "" where a drop cap would be wrong.

    It would be for digits, quotes, joined and right-to-left scripts.
    """
    if not blocks or not isinstance(blocks[0], Paragraph) or not blocks[0].runs:
        return ""
    text = "".join(run.text for run in blocks[0].runs)
    letter = text[:2] if text[1:2] in APOSTROPHES else text[:1]
    plain = blocks[0].runs[0].link is None and letter[:1].isupper()
    return letter if plain and len(text) >= FEWEST_LETTERS else ""


def drop_cap_font(style: Style, step: float) -> QFont:
    """Give the size at which the capital reaches from the first line's capitals down to the third baseline."""
    body = QFontMetricsF(style.serif(BODY_PX))
    wanted = (LINES - 1) * step + body.capHeight()
    font = style.title(100)
    font.setPixelSize(round(font.pixelSize() * wanted / QFontMetricsF(font).capHeight()))
    return font


def paint_drop_cap(letter: str, style: Style, step: float, ratio: float) -> QImage:
    """Paint the letter on a transparent picture as wide as the letter with its gap, three lines tall."""
    font = drop_cap_font(style, step)
    metrics, body = QFontMetricsF(font), QFontMetricsF(style.serif(BODY_PX))
    bounds = metrics.tightBoundingRect(letter)
    width = round(bounds.width() + style.text(20))
    image = QImage(round(width * ratio), round(LINES * step * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    baseline = (LINES - 1) * step + (step - body.ascent() - body.descent()) / 2 + body.ascent()
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor(style.palette.accent))
    painter.drawText(QPointF(-bounds.left(), baseline), letter)
    painter.end()
    return image
