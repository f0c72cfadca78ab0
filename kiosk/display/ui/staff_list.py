"""A card of staff's with a title, a line below it, and a column that scrolls where it is taller than the screen."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.caption import Caption
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.ruled_column import hairline
from kiosk.display.ui.scroller import Column, Scroller
from kiosk.display.ui.staff_view import StaffView
from kiosk.display.ui.style import Style
from kiosk.display.ui.typeset import Setting

PADDING_PX = 40
INSET_PX = 16
"""What is touched reaches so far beyond the hairlines, for its ground and focus ring."""


class StaffList(StaffView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._line = Caption(self), Caption(self)
        self._scroller = Scroller(self)
        self._column: Column | None = None
        self._style: Style | None = None

    def hold(self, column: Column) -> None:
        """Take the column, which is as wide as the hairlines and an inset on either side."""
        self._column = column
        self._scroller.hold(column)

    def show_head(self, title: str, line: str, style: Style) -> None:
        self._style = style
        palette = style.palette
        self._title.show_text(title, Setting(style.title(37, title), 1.18), QColor(palette.ink))
        self._line.show_text(line, Setting(style.sans(18.5), 1.4), QColor(palette.muted))
        self._scroller.show_style(style, QColor(palette.paper))

    def height_at(self, width: int) -> int:
        if self._style is None or self._column is None:
            return 0
        wide = width - 2 * (self._style.px(PADDING_PX) - self._style.px(INSET_PX))
        return self._place_head(width) + self._column.height_at(wide) + hairline(self._style) + self.foot_height(width)

    def head_height(self, width: int) -> int:
        return self._place_head(width)

    def foot_height(self, width: int) -> int:
        """Give the height of what stands below the column."""
        raise NotImplementedError

    def place_foot(self, foot: QRect) -> None:
        raise NotImplementedError

    def arrange(self) -> None:
        """Give the column what head and foot leave."""
        style, width = self._style, self.width()
        if style is None:
            return
        top, foot = self._place_head(width), self.foot_height(width)
        side = style.px(PADDING_PX) - style.px(INSET_PX)
        column = max(1, self.height() - top - foot - hairline(style))
        self._scroller.setGeometry(side, top, width - 2 * side, column)
        self._scroller.fit()
        self.place_foot(QRect(style.px(PADDING_PX), self.height() - foot, width - 2 * style.px(PADDING_PX), foot))
        self.update()

    def scroll_to_top(self) -> None:
        self._scroller.scroll_to_top()

    def bring_into_view(self, widget: QWidget) -> None:
        self._scroller.bring_into_view(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._scroller.scrolled_by_key(event):
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairlines above and below the column."""
        if self._style is None:
            return
        painter, style = QPainter(self), self._style
        side, high = style.px(PADDING_PX), hairline(style)
        for y in (self._scroller.y() - high, self._scroller.geometry().bottom() + 1):
            painter.fillRect(QRect(side, y, self.width() - 2 * side, high), QColor(style.palette.rule))

    def _place_head(self, width: int) -> int:
        """Put title and line in their place, and give where the column begins."""
        style = self._style
        if style is None:
            return 0
        side = y = style.px(PADDING_PX)
        for caption, gap in ((self._title, style.px(4)), (self._line, style.px(18))):
            height = caption.height_at(width - 2 * side)
            caption.setGeometry(mirrored(self, QRect(side, y, width - 2 * side, height), width))
            y += height + gap
        return y + hairline(style)
