"""The display process: the one place that connects states, page and window."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from kiosk.display.crash import CrashReport
from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import SheetPage
from kiosk.display.page.sheet import derive_sheet
from kiosk.display.pipe import SupervisorPipe, exit_at_once
from kiosk.display.place import screen_wanted, window_place
from kiosk.display.reader import Delivery, EditionReader, first_delivery, why_unshowable
from kiosk.display.speeches import Speeches
from kiosk.display.stack import StackFile
from kiosk.display.state.clock import MinuteClock
from kiosk.display.state.visitor import VisitorState
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import with_same_article
from kiosk.display.vitals import Vitals
from kiosk.edition.device import Device
from kiosk.edition.model import Edition
from kiosk.edition.palettes import LIGHT
from kiosk.edition.store import Verified
from kiosk.edition.value import replace
from kiosk.paths import log_in, resources, stack_in
from kiosk.supervise.messages import Beat, Begin, OpenLink, Painted


def main(begin: Begin) -> int:
    """Show the best of the editions until the window is closed or the supervisor is gone."""
    state = Path(begin.state)
    report = CrashReport(log_in(state, "display"))
    sys.excepthook = report
    stack = StackFile(stack_in(state, os.getpid()))
    app = QApplication(["kiosk"])
    pipe = SupervisorPipe(last_resort=exit_at_once)
    pipe.send(Beat(""))  # there is a screen: what goes wrong from now on is our own doing
    load_fonts(resources() / "fonts")
    display = Display(app, begin, pipe, stack)
    display.settled.connect(report.open_log)
    display.settled.connect(stack.open)
    display.left.connect(_end)
    display.start()
    status = app.exec()
    stack.close()
    return status


def _end() -> None:
    """End the event loop; `quit` would ask the windows first, and a captive one says no."""
    QApplication.exit(0)


class Display(QObject):
    """Holds what is true, derives the page whenever any of it changes, and hands it to the window."""

    left = Signal()
    """The window has been closed, or the supervisor is gone."""

    settled = Signal()
    """The first frame has been painted, and there is time for everything else."""

    def __init__(self, app: QApplication, begin: Begin, pipe: SupervisorPipe, stack: StackFile) -> None:
        super().__init__()
        self._app = app
        self._begin = begin
        self._first = first_delivery(begin)
        self._device = self._first.device
        self._hash = ""
        self._edition: Edition | None = None
        self._pictures = Pictures()
        self._speeches = Speeches()
        self._window = KioskWindow(may_close=not begin.captive)
        self._clock = MinuteClock(self)
        self._visitor = VisitorState(self, self._device.sheet_seconds)
        self._reader = EditionReader()
        self.pipe = pipe
        self._vitals = Vitals(self, self._window, stack, self._shown_hash, self._send_beat)
        self._has_settled = False
        self._connect()

    def start(self) -> None:
        """Lay the screen out once, at its final size, and show it."""
        self._place_window()
        self._take_up(self._first)
        self._window.show_mark(on=self._begin.marked)
        self._show_window()
        self._clock.start()
        self._reader.start()
        self.pipe.start()
        self._vitals.start()

    def _connect(self) -> None:
        window, visitor = self._window, self._visitor
        self._clock.changed.connect(self._refresh)
        visitor.changed.connect(self._refresh)
        visitor.sheet_ticked.connect(self._show_countdown)
        self._app.styleHints().colorSchemeChanged.connect(self._refresh)
        window.painted.connect(self._report_paint)
        window.closed.connect(self.left)
        window.reading.sheet_touched.connect(visitor.open_sheet)
        window.reading.next_requested.connect(self._show_next_article)
        window.panel.sheet_touched.connect(visitor.open_sheet)
        window.panel.link_touched.connect(self._hand_on_link)
        window.panel.bar.smaller_requested.connect(visitor.reduce_text)
        window.panel.bar.larger_requested.connect(visitor.enlarge_text)
        window.panel.bar.contrast_requested.connect(visitor.toggle_contrast)
        window.panel.bar.language_requested.connect(self._take_next_language)
        window.sheet.close_requested.connect(visitor.close_sheet)
        self._reader.delivered.connect(self._take_delivery)
        self.pipe.show_ordered.connect(self._reader.ask)
        self.pipe.mark_ordered.connect(self._show_mark)
        self.pipe.hung_up.connect(self.left)

    @Slot()
    def _refresh(self) -> None:
        now = self._clock.now()
        if self._edition is None:
            self._window.show_holding(derive_holding(LIGHT, now.astimezone(), self._speeches.of_package()))
            return
        moment = Moment(now, self._is_dark(), self._begin.captive)
        choices = self._visitor.choices
        page = derive_page(self._edition, moment, choices, self._speeches.of(self._edition, choices.language))
        self._window.show_page(page, self._pictures)

    def _is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _shown_hash(self) -> str:
        return self._hash

    def _place_window(self) -> None:
        screen = screen_wanted(self._begin.screen or self._device.screen, self._app.screens())
        self._window.setGeometry(screen.geometry() if self._begin.captive else window_place(screen.availableGeometry()))

    def _show_window(self) -> None:
        if self._begin.captive:
            self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self._window.showFullScreen()
        else:
            self._window.show()

    @Slot(Delivery)
    def _take_delivery(self, delivery: Delivery) -> None:
        """Follow what the supervisor ordered; an edition that cannot be read changes nothing on screen."""
        self._follow_device(delivery.device)
        self._take_up(delivery)

    def _follow_device(self, device: Device) -> None:
        before, self._device = self._device, device
        self._visitor.sheet_seconds = device.sheet_seconds
        if device.screen != before.screen:
            self._place_window()

    def _take_up(self, delivery: Delivery) -> None:
        """Show an edition; an open sheet stays only while its code leads where it led, and so does the article."""
        order, reading = delivery.order, delivery.reading
        if isinstance(reading, Verified):
            self._hash = reading.hash
            self._pictures.hold(reading.pictures)
            self._change_edition(replace(reading.edition, articles=()) if order.safe else reading.edition)
        self._window.announce_next_paint()
        self._refresh()
        wanted = self._begin.editions[0] if delivery is self._first and self._begin.editions else order.edition
        if complaint := why_unshowable(wanted, reading):
            self.pipe.send(complaint)

    def _change_edition(self, edition: Edition) -> None:
        before = self._sheet()
        titles = tuple(article.title for article in self._edition.articles) if self._edition else ()
        self._edition = edition
        now = tuple(article.title for article in edition.articles)
        self._visitor.choose(with_same_article(self._visitor.choices, titles, now))
        after = self._sheet()
        if before and (after is None or after.code != before.code):
            self._visitor.close_sheet()

    def _sheet(self) -> SheetPage | None:
        if self._edition is None:
            return None
        choices = self._visitor.choices
        return derive_sheet(self._edition, choices, self._speeches.of(self._edition, choices.language))

    @Slot(bool)
    def _show_mark(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._window.show_mark(on=on)

    @Slot()
    def _show_countdown(self) -> None:
        self._window.sheet.show_countdown(self._visitor.sheet_seconds_left)

    @Slot()
    def _show_next_article(self) -> None:
        if self._edition is not None:
            self._visitor.take_next_article(len(self._edition.articles))

    @Slot()
    def _take_next_language(self) -> None:
        if self._edition is not None:
            self._visitor.take_next_language(self._edition.languages)

    @Slot(str)
    def _hand_on_link(self, uri: str) -> None:
        self.pipe.send(OpenLink(uri))

    def _send_beat(self, beat: Beat) -> None:
        self.pipe.send(beat)

    @Slot()
    def _report_paint(self) -> None:
        self.pipe.send(Painted(self._hash))
        if not self._has_settled:
            self._has_settled = True
            self._settle()

    def _settle(self) -> None:
        """Do what the first frame did not have to wait for: the log, and the garbage of all that was imported."""
        from kiosk.display.qt_log import log_qt_messages  # noqa: PLC0415  # 15 ms of logging

        log_qt_messages()
        gc.enable()
        gc.freeze()
        self.settled.emit()
