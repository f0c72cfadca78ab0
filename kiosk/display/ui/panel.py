"""The contact side: the column that scrolls where it must, and the visitor's bar below it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Bar, Panel
from kiosk.display.ui.bar import VisitorBar
from kiosk.display.ui.panel_column import PanelColumn
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.scroller import Scroller
from kiosk.display.ui.style import Style
from kiosk.edition.value import replace

BAR_PX = 96
DENSITIES = (1.0, 0.8, 0.6, 0.45)
SCROLLED_DENSITY = 0.6
LARGEST_BAR_TEXT = 1.2


class PanelView(QWidget):
    sheet_touched = Signal(str)
    link_touched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scroller = Scroller(self)
        self._column = PanelColumn(self)
        self.bar = VisitorBar(self)
        self._shown: tuple[Panel, Style, int, Pictures] | None = None
        self._margin = 0
        self._arranged: object = None
        self._scroller.hold(self._column)
        self._column.sheet_touched.connect(self.sheet_touched)
        self._column.link_touched.connect(self.link_touched)

    def show_panel(self, panel: Panel, bar: Bar, style: Style, columns: int, pictures: Pictures) -> None:
        self._shown = panel, style, columns, pictures
        self._margin = style.px(56 if columns == 1 else 72)
        self._scroller.show_style(style, QColor(style.palette.panel))
        bar_style = replace(style, text_scale=min(style.text_scale, LARGEST_BAR_TEXT))
        self.bar.show_bar(bar, bar_style, self._margin)
        self._arrange()
        self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return (*self._column.tab_stops(), *self.bar.tab_stops())

    def bring_into_view(self, widget: QWidget) -> None:
        self._scroller.bring_into_view(widget)

    def place(self) -> int:
        """Tell how far it is scrolled, in pixels."""
        return self._scroller.place()

    def show_top(self) -> None:
        self._scroller.scroll_to_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown:
            QPainter(self).fillRect(self.rect(), QColor(self._shown[1].palette.panel))

    def _arrange(self) -> None:
        """Tighten the gaps before anything has to scroll."""
        if self._shown is None:
            return
        wanted = (self._shown, self.size(), self.layoutDirection())
        if wanted == self._arranged:
            return
        self._arranged = wanted
        panel, style, columns, pictures = self._shown
        foot = style.px(BAR_PX)
        self.bar.setGeometry(0, self.height() - foot, self.width(), foot)
        room = QRect(self._margin, 0, self.width() - 2 * self._margin, self.height() - foot)
        self._scroller.setGeometry(room)
        for density in DENSITIES:
            self._column.show_panel(panel, replace(style, density=density), columns, pictures)
            if self._column.height_at(room.width()) <= room.height():
                break
        else:
            self._column.show_panel(panel, replace(style, density=SCROLLED_DENSITY), columns, pictures)
        self._scroller.fit()
