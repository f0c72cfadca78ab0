"""The one window: reading side, contact panel and what covers them, arranged for its size; it announces touches."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import HoldingPage, Page
from kiosk.display.ui.curtain import Curtain
from kiosk.display.ui.holding import Holding
from kiosk.display.ui.mark import StaffMark
from kiosk.display.ui.panel import PanelView
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.reading_side import ReadingSide
from kiosk.display.ui.sheet import Sheet
from kiosk.display.ui.style import Style, unit_for
from kiosk.edition.palettes import LIGHT

if TYPE_CHECKING:
    from kiosk.display.page.staff_page import StaffPage
    from kiosk.display.ui.staff_card import StaffCard

PANEL_WIDTH_PX = 640
PANEL_SHARE_UPRIGHT = 0.42
UPRIGHT_BELOW = 1.15
"""Width by height below which the panel stands under the article instead of beside it."""
MARGINS_PX = (112, 96)
MARGINS_UPRIGHT_PX = (72, 72)
SMALLEST = QSize(480, 360)


class KioskWindow(QWidget):
    painted = Signal()
    """The frame that was asked for by `announce_next_paint` has been painted whole."""

    frame_painted = Signal()
    """Something has been painted."""

    closed = Signal()

    def __init__(self, *, may_close: bool = True) -> None:
        """Let nobody close it from outside unless it `may_close`."""
        super().__init__()
        self._may_close = may_close
        self.reading = ReadingSide(self)
        self.panel = PanelView(self)
        self.sheet = Sheet(self)
        self._holding = Holding(self)
        self._mark = StaffMark(self)
        self.curtain = Curtain(self)
        self._staff: StaffCard | None = None
        self._page: Page | HoldingPage | None = None
        self._pictures: Pictures | None = None
        self._staff_page: StaffPage | None = None
        self._arranged: object = None
        self._paint_awaited = False
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self.painted)
        self.setMinimumSize(SMALLEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    @property
    def staff(self) -> "StaffCard":
        """The card for staff, made when it is first asked for."""
        if self._staff is None:
            from kiosk.display.ui.staff_card import StaffCard  # noqa: PLC0415  # 25 ms that the first frame does without

            self._staff = StaffCard(self)
        return self._staff

    def show_page(self, page: Page, pictures: Pictures) -> None:
        if page == self._page and pictures is self._pictures:
            return
        self._page, self._pictures = page, pictures
        self.setWindowTitle(page.window_title)
        self.setLocale(QLocale(page.language))
        self.setLayoutDirection(_direction(right_to_left=page.right_to_left))
        self._holding.hide()
        self.reading.show()
        self.panel.show()
        self._arrange()

    def show_holding(self, page: HoldingPage) -> None:
        self._page = page
        self.setWindowTitle(page.title)
        self.setLocale(QLocale(page.language))
        self.setLayoutDirection(_direction(right_to_left=page.right_to_left))
        for hidden in (self.reading, self.panel, self.sheet):
            hidden.hide()
        self._holding.show()
        self._arrange()

    def announce_next_paint(self) -> None:
        """Emit `painted` once after the next frame has been painted whole."""
        self._paint_awaited = True
        self.update()

    def show_mark(self, *, on: bool) -> None:
        """Have the sign for staff in the corner, or not."""
        self._mark.show_mark(on=on)
        self._raise_covers()

    def show_staff(self, page: "StaffPage | None") -> None:
        """Have the staff's card over whatever is shown, or not."""
        self._staff_page = page
        self._lay(self.staff)

    def show_dark(self, *, on: bool) -> None:
        """Draw the curtain over everything, or open it."""
        if on:
            self.curtain.draw_shut()
        else:
            self.curtain.draw_open()

    @Slot()
    def paint_a_little(self) -> None:
        """Paint one pixel anew, for the sake of seeing that painting still works."""
        self.update(0, 0, 1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Wait for the children's turn: they paint after this and before the event loop goes on."""
        self.frame_painted.emit()
        if self._paint_awaited:
            self._paint_awaited = False
            self._after_paint.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow and page keys move the article while nothing else wants them."""
        covers = (self.sheet, self.curtain, self._staff)
        if all(cover is None or cover.isHidden() for cover in covers):
            self.reading.scroll_by_key(event)

    def let_close(self) -> None:
        """Close when asked from outside, from now on."""
        self._may_close = True

    def refuse_close(self) -> None:
        """Stay when asked from outside to close, from now on."""
        self._may_close = False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close)
        if self._may_close:
            self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's signature
        """Show where Tab has led, for Qt scrolls only within the area that the focus has left."""
        moved = super().focusNextPrevChild(forward)
        if moved:
            self.panel.bring_into_view(self.focusWidget())
        return moved

    def _arrange(self) -> None:
        wanted = (self._page, self._pictures, self.size(), self.devicePixelRatioF())
        if wanted == self._arranged:
            return
        self._arranged = wanted
        match self._page:
            case Page() as page if self._pictures:
                self._arrange_page(page, self._pictures)
            case HoldingPage() as page:
                self._holding.setGeometry(self.rect())
                self._holding.show_holding(page, self._style())
                self._mark.place(self._style())
            case _:
                pass
        self._arrange_covers()

    def _style(self) -> Style:
        """Give the sizes of this window and the palette in force."""
        unit = unit_for(self.width(), self.height())
        match self._page:
            case Page() as page:
                return Style(page.palette, unit, page.text_scale, moves=page.moves)
            case HoldingPage() as page:
                return Style(page.palette, unit)
            case None:
                return Style(LIGHT, unit)

    def _arrange_page(self, page: Page, pictures: Pictures) -> None:
        upright, style = self.width() < UPRIGHT_BELOW * self.height(), self._style()
        reading, panel = self._halves(style, upright=upright)
        self.reading.setGeometry(reading)
        self.panel.setGeometry(panel)
        leading, trailing = MARGINS_UPRIGHT_PX if upright else MARGINS_PX
        margins = style.px(leading), style.px(trailing)
        self.reading.show_reading(page.reading, page.footer, style, margins, pictures)
        self.panel.show_panel(page.panel, page.bar, style, 2 if upright else 1, pictures)
        self.sheet.setGeometry(self.rect())
        self.sheet.show_sheet(page.sheet, style)
        self._mark.place(style)
        self._close_tab_ring()

    def _arrange_covers(self) -> None:
        """Lay what covers the screen over all that has come, the curtain uppermost."""
        self.curtain.setGeometry(self.rect())
        if self._staff is not None:
            self._lay(self._staff)
        self._raise_covers()

    def _lay(self, staff: "StaffCard") -> None:
        staff.setGeometry(self.rect())
        staff.show_staff(self._staff_page, self._style())
        self._raise_covers()

    def _raise_covers(self) -> None:
        if self._staff is not None:
            self._staff.raise_()
        self.curtain.raise_()

    def _halves(self, style: Style, *, upright: bool) -> tuple[QRect, QRect]:
        whole = self.rect()
        if upright:
            height = round(whole.height() * (1 - PANEL_SHARE_UPRIGHT))
            return whole.adjusted(0, 0, 0, height - whole.height()), whole.adjusted(0, height, 0, 0)
        width = whole.width() - min(style.px(PANEL_WIDTH_PX), round(whole.width() * 0.45))
        reading, panel = whole.adjusted(0, 0, width - whole.width(), 0), whole.adjusted(width, 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            reading.moveRight(whole.right())
            panel.moveLeft(whole.left())
        return reading, panel

    def _close_tab_ring(self) -> None:
        """Lead Tab through the screen in reading order, whatever order its controls were made in."""
        stops = (*self.reading.tab_stops(), *self.panel.tab_stops())
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)


def _direction(*, right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
