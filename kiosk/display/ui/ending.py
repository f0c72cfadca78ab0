"""Where an article is only begun: a line that says so, and the code that leads to the rest."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Onward
from kiosk.display.ui.code import LIGHT, paint_code
from kiosk.display.ui.direction import is_mirrored, mirrored
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import SetText, Setting

CODE_PX = 232
CORNER_PX = 14
GAP_PX = 26
LINES_GAP_PX = 6


class Ending(QWidget):
    """A text to screen readers; it has no height where the article is whole."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._shown: tuple[Onward, Style] | None = None

    def show_onward(self, onward: Onward | None, style: Style) -> None:
        self._shown = (onward, style) if onward else None
        self.setVisible(onward is not None)
        self.setAccessibleName(f"{onward.title} {onward.text}".strip() if onward else "")
        self.update()

    def height_at(self, width: int) -> int:
        if self._shown is None:
            return 0
        onward, style = self._shown
        words = sum(text.height for text in self._texts(onward, style, width)) + style.px(LINES_GAP_PX)
        return style.px(GAP_PX) + max(round(words), style.px(CODE_PX) if onward.code else 0) + style.px(GAP_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter, (onward, style) = QPainter(self), self._shown
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), max(1, style.px(2)), QColor(style.palette.rule))
        if onward.code:
            side = style.px(CODE_PX)
            square = mirrored(self, QRect(0, style.px(GAP_PX), side, side))
            painter.setPen(QColor(style.palette.rule))
            painter.setBrush(LIGHT)
            painter.drawRoundedRect(QRectF(square), style.px(CORNER_PX), style.px(CORNER_PX))
            inset = style.px(CORNER_PX) // 2
            paint_code(painter, onward.code, square.adjusted(inset, inset, -inset, -inset))
        self._paint_texts(painter, onward, style)

    def _paint_texts(self, painter: QPainter, onward: Onward, style: Style) -> None:
        title, text = self._texts(onward, style, self.width())
        start = _start(onward, style)
        x = mirrored(self, QRectF(start, 0, self.width() - start, 1)).x()
        between = style.px(LINES_GAP_PX)
        top = style.px(GAP_PX) + max(0.0, (style.px(CODE_PX) - title.height - between - text.height) / 2)
        y = top if onward.code else style.px(GAP_PX)
        title.draw(painter, x, y, QColor(style.palette.ink))
        text.draw(painter, x, y + title.height + between, QColor(style.palette.muted))

    def _texts(self, onward: Onward, style: Style, width: int) -> tuple[SetText, SetText]:
        room, turned = max(width - _start(onward, style), 1), is_mirrored(self)
        title = Setting(style.sans(23, QFont.Weight.DemiBold), 1.3)
        text = Setting(style.sans(20.5), 1.4)
        return SetText(onward.title, title, room, mirrored=turned), SetText(onward.text, text, room, mirrored=turned)


def _start(onward: Onward, style: Style) -> int:
    return style.px(CODE_PX) + style.px(GAP_PX) if onward.code else 0
