"""The one window: reading side, contact panel and what covers them, arranged for its size; it announces touches."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import HoldingPage, Page
from kiosk.display.ui.covers import Covers
from kiosk.display.ui.edges import paint_edges
from kiosk.display.ui.halves import columns, halves, margins
from kiosk.display.ui.holding import Holding
from kiosk.display.ui.mark import StaffMark
from kiosk.display.ui.panel import PanelView
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.reading_side import ReadingSide
from kiosk.display.ui.style import Style, unit_for
from kiosk.edition.device import Light
from kiosk.edition.palettes import LIGHT

if TYPE_CHECKING:
    from kiosk.display.page.staff_page import StaffPage
    from kiosk.display.ui.question import Question
    from kiosk.display.ui.staff_card import StaffCard

UPRIGHT_BELOW = 1.15
"""Width by height below which the panel stands under the article instead of beside it."""
SMALLEST = QSize(480, 360)


class KioskWindow(QWidget):
    painted = Signal()
    """The frame that was asked for by `announce_next_paint` has been painted whole."""

    frame_painted = Signal()
    """Something has been painted."""

    closed = Signal()
    question_answered = Signal()

    def __init__(self, *, may_close: bool = True) -> None:
        """Let nobody close it from outside unless it `may_close`."""
        super().__init__()
        self._may_close = may_close
        self.reading = ReadingSide(self)
        self.panel = PanelView(self)
        self._holding = Holding(self)
        self._mark = StaffMark(self)
        self._covers = Covers(self, self.question_answered)
        self.sheet, self.curtain = self._covers.sheet, self._covers.curtain
        self._page: Page | HoldingPage | None = None
        self._pictures: Pictures | None = None
        self._arranged: object = None
        self._drift = QPoint()
        self._paint_awaited = False
        self._after_paint = QTimer(self, singleShot=True, interval=0)
        self._after_paint.timeout.connect(self.painted)
        self.setMinimumSize(SMALLEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    @property
    def staff(self) -> "StaffCard":
        return self._covers.staff

    @property
    def question(self) -> "Question":
        return self._covers.question

    @property
    def page(self) -> "Page | HoldingPage | None":
        return self._page

    def is_plain(self) -> bool:
        """Tell whether the page is to be seen from its tops, with nothing over it but the sign for staff, and does not fade."""
        return self._covers.are_gone and self.places() == (0, 0) and not self.reading.is_fading

    def is_marked(self) -> bool:
        return not self._mark.isHidden()

    def places(self) -> tuple[int, int]:
        """Tell how far article and panel are scrolled, in pixels."""
        return self.reading.place(), self.panel.place()

    def show_tops(self) -> None:
        """Show article and panel from their tops."""
        self.reading.show_top()
        self.panel.show_top()

    def lead_focus_home(self) -> None:
        """Lead the keyboard back to the beginning, now or when what covers the screen goes."""
        self._covers.lead_focus_home()

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
        self.reading.leave()
        for hidden in (self.panel, self.sheet):
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
        self._covers.raise_up()

    def show_staff(self, page: "StaffPage | None") -> None:
        """Have the staff's card over whatever is shown, or not."""
        self._covers.show_staff(page, self._style())

    def show_dark(self, *, on: bool) -> None:
        """Be switched off by staff, or not any more."""
        self._covers.show_dark(on=on)

    def show_light(self, light: Light) -> None:
        """Be as light as it should be by the hours."""
        self._covers.show_light(light)

    def drift_to(self, place: QPoint) -> None:
        """Let all that is always on the screen stand so far from its place, in pixels."""
        by, self._drift = place - self._drift, place
        if not by.isNull():
            for part in (self.reading, self.panel, self._holding, self._mark):
                part.move(part.pos() + by)
            self.update()

    @Slot()
    def paint_a_little(self) -> None:
        """Paint one pixel anew, for the sake of seeing that painting still works.

        A fade of the reading side is opaque: below it, the window itself is never asked to paint.
        """
        seen = self._holding if self.panel.isHidden() else self.panel
        self.update(QRect(seen.geometry().center(), QSize(1, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Wait for the children's turn: they paint after this and before the event loop goes on."""
        if not self._drift.isNull():
            paint_edges(QPainter(self), self.rect(), self._drift, self._grounds())
        self.frame_painted.emit()
        if self._paint_awaited:
            self._paint_awaited = False
            self._after_paint.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow and page keys move the article while nothing else wants them."""
        if self._covers.are_gone:
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
                self._holding.setGeometry(self._place())
                self._holding.show_holding(page, self._style())
                self._place_mark(self._style())
            case _:
                pass
        self._covers.arrange(self._style())
        if not self._drift.isNull():
            self.update()  # of its own ground a strip is seen

    def _style(self) -> Style:
        """Give the sizes of this window and the palette in force."""
        unit = unit_for(self.width(), self.height())
        match self._page:
            case Page() as page:
                return Style(page.palette, unit, page.text_scale, moves=page.moves, low_reach=page.low_reach)
            case HoldingPage() as page:
                return Style(page.palette, unit)
            case None:
                return Style(LIGHT, unit)

    def _arrange_page(self, page: Page, pictures: Pictures) -> None:
        style = self._style()
        upright = style.low_reach or self.width() < UPRIGHT_BELOW * self.height()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        reading, panel = halves(self._place(), style, upright=upright, right_to_left=right_to_left)
        self.reading.setGeometry(reading)
        self.panel.setGeometry(panel)
        sides = margins(reading.width(), style, upright=upright)
        self.reading.show_reading(page.reading, page.footer, style, sides, pictures)
        self.panel.show_panel(page.panel, page.bar, style, columns(panel.width(), style, upright=upright), pictures)
        self._covers.show_page(page, style)
        self._place_mark(style)
        self._close_tab_ring()

    def _place(self) -> QRect:
        """Give the place in which everything stands at this moment of its drift."""
        return self.rect().translated(self._drift)

    def _place_mark(self, style: Style) -> None:
        self._mark.place(style)
        self._mark.move(self._mark.pos() + self._drift)

    def _grounds(self) -> tuple[tuple[QRect, QColor], ...]:
        match self._page:
            case Page() as page:
                panel = self.panel.geometry(), QColor(page.palette.panel)
                return (self.reading.geometry(), self.reading.ground()), panel
            case HoldingPage() as page:
                return ((self._holding.geometry(), QColor(page.palette.panel)),)
            case None:
                return ()

    def _close_tab_ring(self) -> None:
        """Lead Tab through the screen in reading order, whatever order its controls were made in."""
        stops = (*self.reading.tab_stops(), *self.panel.tab_stops())
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)


def _direction(*, right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
