"""A page behind the staff's menu: entries to read, Back, and the line that counts down."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Button
from kiosk.display.page.staff_page import Entry, ReportPage
from kiosk.display.ui.direction import is_mirrored, mirrored
from kiosk.display.ui.entry import EntryView
from kiosk.display.ui.pill import Pill, PillLook
from kiosk.display.ui.ruled_column import RuledColumn
from kiosk.display.ui.staff_list import INSET_PX, StaffList
from kiosk.display.ui.style import Style


class StaffReport(StaffList):
    WIDTH_PX = 820
    back_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = EntryColumn(self)
        self._back = Pill(self)
        self._shown: tuple[ReportPage, Style, bool] | None = None
        self._back.clicked.connect(self.back_requested)
        self.hold(self._entries)

    def show_report(self, page: ReportPage, closing: Button, style: Style) -> None:
        self.closing.show_closing(closing, style)
        if (page, style, is_mirrored(self)) != self._shown:
            self._shown = page, style, is_mirrored(self)
            self.show_head(page.title, page.line, style)
            self._back.show_button(page.back, _back_look(style, mirrored=is_mirrored(self)), style)
            self._entries.show_entries(page.entries, style)

    def tab_stops(self) -> tuple[QWidget, ...]:
        return self._back, self.closing

    def foot_height(self, width: int) -> int:
        if self._shown is None:
            return 0
        tallest = max(self._back.sizeHint().height(), self._closing_room(width).height())
        return tallest + 2 * self._shown[1].px(18)

    def place_foot(self, foot: QRect) -> None:
        back, closing = self._back.sizeHint(), self._closing_room(foot.width())
        inset = self._shown[1].px(INSET_PX) if self._shown else 0
        first = QRect(foot.x(), 0, back.width(), back.height())
        last = QRect(foot.right() + 1 + inset - closing.width(), 0, closing.width(), closing.height())
        for widget, place in ((self._back, first), (self.closing, last)):
            place.moveTop(foot.center().y() - place.height() // 2)
            widget.setGeometry(mirrored(self, place))

    def _closing_room(self, width: int) -> QSize:
        """Give the line that counts down what Back leaves."""
        return self.closing.size_at(width - self._back.sizeHint().width())


class EntryColumn(RuledColumn):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: list[EntryView] = []

    def parts(self) -> tuple[EntryView, ...]:
        return tuple(self._entries)

    def show_entries(self, entries: tuple[Entry, ...], style: Style) -> None:
        while len(self._entries) > len(entries):
            self._entries[-1].hide()
            self._entries.pop().deleteLater()
        while len(self._entries) < len(entries):
            self._entries.append(EntryView(self))
            self._entries[-1].show()
        for widget, entry in zip(self._entries, entries, strict=True):
            widget.show_entry(entry, style)
        self.rule(style, style.px(INSET_PX), style.px(INSET_PX))


def _back_look(style: Style, *, mirrored: bool) -> PillLook:
    palette = style.palette
    ink, ground, ring = QColor(palette.on_panel), QColor(palette.panel), QColor(palette.on_panel)
    return PillLook(ink, ground, ring, size=20, padding=28, icon="fa6s.arrow-right" if mirrored else "fa6s.arrow-left")
