"""The staff's menu: a row for each thing that can be done about the screen."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Button
from kiosk.display.page.staff_page import MenuPage, MenuRow
from kiosk.display.ui.direction import mirrored
from kiosk.display.ui.menu_row import MenuRowView
from kiosk.display.ui.ruled_column import RuledColumn
from kiosk.display.ui.staff_list import INSET_PX, StaffList
from kiosk.display.ui.style import Style


class StaffMenu(StaffList):
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = MenuColumn(self)
        self._shown: tuple[MenuPage, Style] | None = None
        self._rows.chosen.connect(self.chosen)
        self.hold(self._rows)

    def show_menu(self, page: MenuPage, closing: Button, style: Style) -> None:
        self.closing.show_closing(closing, style)
        if (page, style) != self._shown:
            self._shown = page, style
            self.show_head(page.title, page.line, style)
            self._rows.show_rows(page.rows, style)

    def tab_stops(self) -> tuple[QWidget, ...]:
        return (*self._rows.parts(), self.closing)

    def foot_height(self, width: int) -> int:
        return self.closing.size_at(width).height() + (self._shown[1].px(12) if self._shown else 0)

    def place_foot(self, foot: QRect) -> None:
        size = self.closing.size_at(foot.width())
        inset = self._shown[1].px(INSET_PX) if self._shown else 0
        self.closing.setGeometry(mirrored(self, QRect(foot.x() - inset, foot.y(), size.width(), size.height())))


class MenuColumn(RuledColumn):
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[MenuRowView] = []

    def parts(self) -> tuple[MenuRowView, ...]:
        return tuple(self._rows)

    def show_rows(self, rows: tuple[MenuRow, ...], style: Style) -> None:
        while len(self._rows) < len(rows):
            self._rows.append(self._new_row())
        for widget, row in zip(self._rows, rows, strict=True):
            widget.show_row(row, style, style.px(INSET_PX))
        self.rule(style, style.px(INSET_PX), 0)

    def _new_row(self) -> MenuRowView:
        row = MenuRowView(self)
        row.touched.connect(self.chosen)
        row.show()
        return row
