"""The sign for staff: a small amber dot in the corner. It says nothing to visitors, and is in nobody's way."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.style import Style

AMBER = QColor("#e8a317")
RIM = QColor(0, 0, 0, 70)
SIDE_PX = 18
MARGIN_PX = 18


class StaffMark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._corner_of = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def place(self, style: Style) -> None:
        """Stand in the leading top corner of the parent."""
        side, margin = max(8, style.px(SIDE_PX)), style.px(MARGIN_PX)
        corner = QRect(margin, margin, side, side)
        self.setGeometry(mirrored(self._corner_of, corner))

    def show_mark(self, *, on: bool) -> None:
        self.setVisible(on)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(RIM)
        painter.setBrush(AMBER)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
