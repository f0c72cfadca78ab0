"""The staff's card over the screen: the PIN pad, the menu or a report, one at a time, in the middle of dimmed content."""

from typing import assert_never

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.staff_page import MenuPage, PadPage, ReportPage, StaffContent, StaffPage
from kiosk.display.ui.cover import LOW_MARGIN_PX, Cover
from kiosk.display.ui.pin_pad import PinPad
from kiosk.display.ui.staff_menu import StaffMenu
from kiosk.display.ui.staff_report import StaffReport
from kiosk.display.ui.staff_view import StaffView
from kiosk.display.ui.style import Style
from kiosk.edition.value import replace

MARGIN_PX = 32
SHARES = (1.0, 0.85, 0.7, 0.6, 0.5)
SETTLES_MS = 800
"""Who taps the corner for the pad may tap once more than they must."""


class StaffCard(Cover):
    digit_typed = Signal(str)
    delete_requested = Signal()
    enter_requested = Signal()
    chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget, settle_ms: int = SETTLES_MS) -> None:
        super().__init__(parent, settle_ms)
        self.pad, self.menu, self.report = PinPad(self), StaffMenu(self), StaffReport(self)
        self._page: StaffPage | None = None
        self._style: Style | None = None
        self._connect()

    def show_staff(self, page: StaffPage | None, style: Style) -> None:
        """Open, follow what has changed, or close."""
        if (page, style) == (self._page, self._style):
            return
        before, self._page, self._style = self._page, page, style
        if page is None:
            self.leave()
            return
        self.setLocale(QLocale(page.language))
        self.setLayoutDirection(_direction(page))
        self._arrange(page, style)
        self.setAccessibleName(page.content.title)
        if before is None or type(before.content) is not type(page.content):
            self._turn_to(self._view(page.content))
        self.enter()

    def tab_stops(self) -> tuple[QWidget, ...]:
        return self._view(self._page.content).tab_stops() if self._page else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page and self._style:
            self._arrange(self._page, self._style)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style:
            self.paint_card(QPainter(self), self._style)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's signature
        moved = super().focusNextPrevChild(forward)
        if self._page:
            self._view(self._page.content).bring_into_view(self.window().focusWidget())
        return moved

    def _connect(self) -> None:
        for view in (self.pad, self.menu, self.report):
            view.close_requested.connect(self.close_requested)
        self.pad.digit_typed.connect(self.digit_typed)
        self.pad.delete_requested.connect(self.delete_requested)
        self.pad.enter_requested.connect(self.enter_requested)
        self.menu.chosen.connect(self.chosen)
        self.report.back_requested.connect(self.back_requested)

    def _turn_to(self, view: StaffView) -> None:
        """Have this view alone on the card, and the focus on the first that Tab comes to."""
        before = self.window().focusWidget()
        view.show()
        if not self.isHidden():
            self.lead_focus_to_first(before)
        for each in {self.pad, self.menu, self.report} - {view}:
            each.hide()  # only now: Qt would look for another focus for what is hidden with it, and crash
        self.report.scroll_to_top()

    def _arrange(self, page: StaffPage, style: Style) -> None:
        """Show all of it in the largest text, up to the visitor's size, that fits the screen; what does not fit scrolls."""
        margin = style.px(MARGIN_PX)
        room, view = self.rect().adjusted(margin, margin, -margin, -margin), self._view(page.content)
        size = QSize()
        for share in SHARES:
            size = self._size_at(share, page, style, room.width())
            if size.height() <= room.height() or self._scrolls(view, style):
                break
        most = QSize(room.width(), self._most_height(view, size.width(), style))
        self.lay_card(size.boundedTo(most).boundedTo(room.size()), style)
        view.setGeometry(self.card)
        view.arrange()
        self.update()

    def _scrolls(self, view: StaffView, style: Style) -> bool:
        return view is self.report or (view is self.menu and style.low_reach)

    def _most_height(self, view: StaffView, width: int, style: Style) -> int:
        """Give the most that the card may take: where no hand reaches the upper half, the rows keep to the lower one."""
        if view is self.menu and style.low_reach:
            return self.height() // 2 - style.px(LOW_MARGIN_PX) + self.menu.head_height(width)
        return self.height()

    def _size_at(self, share: float, page: StaffPage, style: Style, room: int) -> QSize:
        """Set all of it with a share of the text's size, and give the size of the card then."""
        fitting = replace(style, text_scale=style.text_scale * share)
        self._show(page, fitting)
        view = self._view(page.content)
        width = min(max(style.px(view.WIDTH_PX), fitting.text(view.WIDTH_PX)), room)
        return QSize(width, view.height_at(width))

    def _show(self, page: StaffPage, style: Style) -> None:
        match page.content:
            case PadPage() as pad:
                self.pad.show_pad(pad, page.closing, style)
            case MenuPage() as menu:
                self.menu.show_menu(menu, page.closing, style)
            case ReportPage() as report:
                self.report.show_report(report, page.closing, style)
            case other:
                assert_never(other)

    def _view(self, content: StaffContent) -> StaffView:
        match content:
            case PadPage():
                return self.pad
            case MenuPage():
                return self.menu
            case ReportPage():
                return self.report
            case other:
                assert_never(other)


def _direction(page: StaffPage) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if page.right_to_left else Qt.LayoutDirection.LeftToRight
