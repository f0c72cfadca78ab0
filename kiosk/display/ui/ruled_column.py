"""A column of rows or entries with a hairline between them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.entry import EntryView
from kiosk.display.ui.menu_row import MenuRowView
from kiosk.display.ui.scroller import Column
from kiosk.display.ui.style import Style

HAIRLINE_PX = 2


class RuledColumn(Column):
    """The hairlines keep `inset` pixels from the sides, and the parts `part_inset`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._inset = self._part_inset = 0

    def parts(self) -> tuple[EntryView | MenuRowView, ...]:
        raise NotImplementedError

    def rule(self, style: Style, inset: int, part_inset: int) -> None:
        self._style, self._inset, self._part_inset = style, inset, part_inset
        self.update()

    def height_at(self, width: int) -> int:
        """Put the parts in their places and give the height of all."""
        if self._style is None:
            return 0
        wide, y = width - 2 * self._part_inset, 0
        for part in self.parts():
            height = part.height_at(wide)
            part.setGeometry(self._part_inset, y, wide, height)
            y += height + hairline(self._style)
        return max(0, y - hairline(self._style))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.height_at(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter, high = QPainter(self), hairline(self._style)
        for part in self.parts()[1:]:
            line = QRect(self._inset, part.y() - high, self.width() - 2 * self._inset, high)
            painter.fillRect(line, QColor(self._style.palette.rule))


def hairline(style: Style) -> int:
    return max(1, style.px(HAIRLINE_PX))
