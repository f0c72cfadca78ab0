"""What is painted beside and behind the lines of a text document: marks of lists, bars of quotes, rules, grounds.

A block's format names them; Qt's own marks stand too close to their text, and it knows no bar on one side.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextDocument,
    QTextFormat,
)

from kiosk.display.ui.style import Style, border_on_paper
from kiosk.display.ui.touch_ground import is_outlined, touch_ground

MARK = QTextFormat.Property.UserProperty.value + 1
"""What stands before a block, a number such as "12." or a bullet."""
BARS = MARK + 1
"""Where bars of quotes stand, in pixels from the side where lines begin, with blanks between."""
RULE = MARK + 2
"""How far above a block a hairline goes, how far in it begins, and 1 where it begins on the right."""
GROUND = MARK + 3
"""How far a ground reaches beyond the block's lines."""

REACH_PX = 120
"""Nothing is painted farther above its block's lines."""
BULLET = "\N{BULLET}"
BAR_PX = 4
MARK_GAP = 0.42
"""From a mark to its text, in multiples of the font's size."""


def paint_margin(painter: QPainter, document: QTextDocument, style: Style, exposed: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for block in _blocks_in(document, exposed):
        look, place = block.blockFormat(), _place(document, block)
        if look.hasProperty(GROUND):
            _paint_ground(painter, style, place, look)
        if look.hasProperty(RULE):
            _paint_rule(painter, style, document, place, look)
        if look.hasProperty(BARS):
            _paint_bars(painter, style, document, block, place)
        if look.hasProperty(MARK):
            _paint_mark(painter, block, place)


def _blocks_in(document: QTextDocument, exposed: QRectF) -> Iterator[QTextBlock]:
    """Give the blocks that can be seen and the one before, whose bar may reach down to them."""
    above = QPointF(0, max(0.0, exposed.top()))
    block = document.findBlock(document.documentLayout().hitTest(above, Qt.HitTestAccuracy.FuzzyHit))
    block = block.previous() if block.previous().isValid() else block
    while block.isValid() and document.documentLayout().blockBoundingRect(block).top() <= exposed.bottom() + REACH_PX:
        yield block
        block = block.next()


def _place(document: QTextDocument, block: QTextBlock) -> QRectF:
    """Give the lines' place with their whole leading, as wide as the column they stand in."""
    place, look = document.documentLayout().blockBoundingRect(block), block.blockFormat()
    step = look.lineHeight()
    return QRectF(place.left(), place.top(), place.width(), block.layout().lineCount() * step or place.height())


def _paint_ground(painter: QPainter, style: Style, place: QRectF, look: QTextBlockFormat) -> None:
    reach = int(look.property(GROUND))
    left = place.left() + look.leftMargin() - reach
    painter.setPen(QPen(border_on_paper(style), style.px(2)) if is_outlined(style) else Qt.PenStyle.NoPen)
    painter.setBrush(touch_ground(style, is_down=False))
    ground = QRectF(left, place.top() - reach, place.width() + 2 * reach, place.height() + 2 * reach)
    painter.drawRoundedRect(ground, style.px(10), style.px(10))


def _paint_rule(
    painter: QPainter, style: Style, document: QTextDocument, place: QRectF, look: QTextBlockFormat
) -> None:
    above, inset, from_right = map(int, str(look.property(RULE)).split())
    left, wide = 0 if from_right else inset, document.textWidth() - inset
    rule = QRectF(left, round(place.top() - above), wide, max(1, style.px(2)))
    painter.fillRect(rule, QColor(style.palette.rule))


def _paint_bars(painter: QPainter, style: Style, document: QTextDocument, block: QTextBlock, place: QRectF) -> None:
    """Let a bar run on to the next block that has it too."""
    following, width = _bars(block.next()), style.px(BAR_PX)
    for bar in _bars(block):
        foot = _place(document, block.next()).top() if bar in following else place.bottom()
        x = document.textWidth() - bar - width if _is_mirrored(block) else bar
        painter.fillRect(QRectF(x, place.top(), width, foot - place.top()), QColor(style.palette.accent))


def _bars(block: QTextBlock) -> tuple[int, ...]:
    bars = block.blockFormat().property(BARS) if block.isValid() else None
    return tuple(int(bar) for bar in str(bars).split()) if bars else ()


def _paint_mark(painter: QPainter, block: QTextBlock, place: QRectF) -> None:
    look, format_ = block.blockFormat(), block.charFormat()
    mark, metrics, line = str(look.property(MARK)), QFontMetricsF(format_.font()), block.layout().lineAt(0)
    baseline = place.top() + line.y() + line.ascent()
    gap, wide = MARK_GAP * format_.font().pixelSize(), _width(mark, metrics)
    x = line.x() + line.width() + gap if _is_mirrored(block) else line.x() - gap - wide
    if mark == BULLET:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(format_.foreground())
        painter.drawEllipse(QRectF(x, baseline - metrics.xHeight() / 2 - wide / 2, wide, wide))
    else:
        painter.setPen(format_.foreground().color())
        painter.setFont(format_.font())
        painter.drawText(QPointF(x, baseline), f".{mark.rstrip('.')}" if _is_mirrored(block) else mark)


def _width(mark: str, metrics: QFontMetricsF) -> float:
    return metrics.xHeight() * 0.5 if mark == BULLET else metrics.horizontalAdvance(mark)


def _is_mirrored(block: QTextBlock) -> bool:
    return block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
