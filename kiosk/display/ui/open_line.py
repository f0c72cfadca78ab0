"""Open or closed, in one line with a dot that says it by colour too."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import OpenLine
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.style import Style, sign_on
from kiosk.display.ui.typeset import Setting

OPEN = "#63d297"
DOT_PX = 12
TEXT_X_PX = 21
SEPARATOR = "  ·  "


class OpenLineView(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Caption(self)
        self._line: OpenLine | None = None
        self._style: Style | None = None

    def show_line(self, line: OpenLine | None, style: Style) -> None:
        self._line, self._style = line, style
        words = SEPARATOR.join(line.parts) if line else ""
        self._words.show_text(words, Setting(style.sans(19), 1.35), QColor(style.palette.on_panel))
        self.setVisible(line is not None)
        self.update()

    def height_at(self, width: int) -> int:
        if self._style is None or self._line is None:
            return 0
        start = self._style.text(TEXT_X_PX)
        height = self._words.height_at(width - start)
        self._words.setGeometry(mirrored(self, QRectF(start, 0, width - start, height), width).toRect())
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the dot when open and leave it hollow when closed, so that colour is not the only sign."""
        style, line = self._style, self._line
        if style is None or line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, step = style.text(DOT_PX), style.text(19) * 1.35
        dot = mirrored(self, QRectF(0, (step - side) / 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen if line.is_open else QPen(QColor(style.palette.on_panel_muted), side / 6))
        painter.setBrush(sign_on(style.palette.panel, OPEN) if line.is_open else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
