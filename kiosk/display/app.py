"""The display process: the one place that connects states, page and window."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, Signal, Slot, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kiosk.display.application import application
from kiosk.display.crash import CrashReport
from kiosk.display.front import Front
from kiosk.display.pipe import SupervisorPipe, exit_at_once
from kiosk.display.place import FullScreen, NoScreen, screen_wanted, window_place
from kiosk.display.reader import Delivery, EditionReader, first_delivery, why_unshowable
from kiosk.display.screen_guard import ScreenGuard
from kiosk.display.showing import Showing
from kiosk.display.stack import StackFile
from kiosk.display.staff_desk import StaffDesk
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.window import KioskWindow
from kiosk.display.vitals import Vitals
from kiosk.edition.device import Device
from kiosk.edition.store import Verified
from kiosk.edition.value import replace
from kiosk.paths import icon, log_in, resources, stack_in
from kiosk.supervise.messages import Beat, Begin, OpenLink, Painted

if TYPE_CHECKING:
    from kiosk.display.attendance import Attendance
    from kiosk.display.captivity import Captivity
    from kiosk.display.drifting import Drifting
    from kiosk.display.nightfall import Nightfall
    from kiosk.display.picturing import Picturing


def main(begin: Begin, end_lacking: Callable[[str], NoReturn]) -> NoReturn:
    """Show the best of the editions until the window is closed or the supervisor is gone, and end the process.

    Where the computer lacks a library, `end_lacking` is told so in words.
    """
    state = Path(begin.state)
    report = CrashReport(log_in(state, "display"))
    sys.excepthook = report
    stack = StackFile(stack_in(state, os.getpid()))
    app = application(end_lacking)
    pipe = SupervisorPipe(last_resort=exit_at_once)
    pipe.send(Beat(""))  # there is a screen: what goes wrong from now on is our own doing
    load_fonts(resources() / "fonts")
    display = Display(app, begin, pipe, stack)
    display.settled.connect(report.open_log)
    display.settled.connect(stack.open)
    display.settled.connect(_tell_of_old_qt)
    display.left.connect(_end)
    display.start()
    status = app.exec()
    stack.close()
    _end_process(status)


def _end_process(status: int) -> NoReturn:
    """Leave Qt's objects where they are: to take them apart crashes while a thread still has something to tell by them."""
    import logging  # noqa: PLC0415  # the first frame does without

    logging.shutdown()  # writes what the disk did not take at first
    os._exit(status)


def _end() -> None:
    """End the event loop; `quit` would ask the windows first, and a captive one says no."""
    QApplication.exit(0)


def _tell_of_old_qt() -> None:
    from kiosk.display.old_qt import log_known_faults  # noqa: PLC0415  # the first frame does without its table

    log_known_faults(qVersion())


class Display(QObject):
    """Follows the supervisor's orders, and tells it what the screen shows and what happens in front of it."""

    left = Signal()
    """The window has been closed, or the supervisor is gone."""

    settled = Signal()
    """The first frame has been painted, and there is time for everything else."""

    def __init__(self, app: QApplication, begin: Begin, pipe: SupervisorPipe, stack: StackFile) -> None:
        super().__init__()
        self._app = app
        self._begin = begin
        self._first = first_delivery(begin)
        self._order = self._first.order
        self._device = self._first.device
        self._window = KioskWindow(may_close=not begin.captive)
        self._showing = Showing(app, self._window, self._device.sheet_seconds, captive=begin.captive)
        self._screens = ScreenGuard(app, parent=self)
        self._full_screen = FullScreen(self._window)
        self._captivity = self._taken_captive() if begin.captive else None
        self._front = Front(self._window)
        self._reader = EditionReader()
        self.pipe = pipe
        self._desk = StaffDesk(self, self._window, self._showing.clock, self._showing.office, pipe.send)
        self._vitals = Vitals(self, self._window, stack, self._shown_hash, self._send_beat)
        self._attendance: Attendance | None = None
        self._nightfall: Nightfall | None = None
        self._drifting: Drifting | None = None
        self._picturing: Picturing | None = None
        self._has_settled = False
        self._connect()

    def start(self) -> None:
        """Lay the screen out once, at its final size, and show it."""
        self._place_window()
        self._showing.follow_device(self._device)
        self._take_up(self._first)
        self._window.show_mark(on=self._begin.marked)
        if self._begin.dark:
            self._desk.darken()
        self._show_window()
        self._showing.clock.start()
        self.pipe.start()
        self._vitals.start()

    def _connect(self) -> None:
        window = self._window
        self._screens.changed.connect(self._place_captive)
        self._screens.changed.connect(self._showing.refresh)
        self._full_screen.forgiven.connect(self._place_captive)
        window.painted.connect(self._report_paint)
        window.closed.connect(self.left)
        window.panel.link_touched.connect(self._hand_on_link)
        if self._captivity is not None:
            self._captivity.staff_called.connect(self._desk.call_staff)
            self._desk.changed.connect(self._follow_desk)
            self.pipe.uncover_ordered.connect(self._captivity.uncover)
        self._reader.delivered.connect(self._take_delivery)
        self.pipe.show_ordered.connect(self._reader.ask)
        self.pipe.mark_ordered.connect(self._show_mark)
        self.pipe.forward_ordered.connect(self._front.come)
        self.pipe.staff_ordered.connect(self._desk.obey)
        self.pipe.hung_up.connect(self.left)

    def _taken_captive(self) -> "Captivity":
        from kiosk.display.captivity import Captivity  # noqa: PLC0415  # a window that may be closed does without

        return Captivity(self._app, self._window)

    def _shown_hash(self) -> str:
        return self._showing.hash

    @Slot()
    def _place_captive(self) -> None:
        if self._captivity is not None:
            self._place_window()

    def _place_window(self) -> None:
        """Put the window where it belongs; without any screen, wait for one."""
        screen = screen_wanted(self._begin.screen or self._device.screen, self._app.screens())
        if isinstance(screen, NoScreen):
            return
        if self._begin.captive:
            self._full_screen.fill(screen)
        else:
            self._window.setGeometry(window_place(screen.availableGeometry()))

    def _show_window(self) -> None:
        if self._captivity is None:
            self._window.show()
        else:
            self._window.showFullScreen()
            self._captivity.begin()
            self._vitals.looked.connect(self._captivity.note_look)
            self._screens.watch(self._window.windowHandle())
            self._desk.start()
            self.settled.connect(self._captivity.widen)

    @Slot(Delivery)
    def _take_delivery(self, delivery: Delivery) -> None:
        """Follow what the supervisor ordered; an edition that cannot be read changes nothing on screen."""
        is_as_found = self._attendance is not None and self._attendance.is_as_found()
        self._follow_device(delivery.device)
        self._take_up(delivery)
        if self._attendance is not None and is_as_found:
            self._attendance.take_as_found()

    def _follow_device(self, device: Device) -> None:
        before, self._device = self._device, device
        self._showing.follow_device(device)
        if self._attendance is not None:
            self._attendance.attention.be_patient_for(device.idle_seconds)
        if self._nightfall is not None:
            self._nightfall.follow_device(device)
        if self._drifting is not None:
            self._drifting.turn(on=device.drift)
        if device.screen != before.screen:
            self._place_window()

    def _take_up(self, delivery: Delivery) -> None:
        """Show an edition, if it could be read."""
        order, reading = delivery.order, delivery.reading
        if isinstance(reading, Verified):
            edition = replace(reading.edition, articles=()) if order.safe else reading.edition
            self._showing.take_up(reading, edition)
        self._order = order
        self._window.announce_next_paint()
        self._showing.refresh()
        if self._picturing is not None:
            self._picturing.follow(order)
        wanted = self._begin.editions[0] if delivery is self._first and self._begin.editions else order.edition
        if complaint := why_unshowable(wanted, reading):
            self.pipe.send(complaint)

    @Slot(bool)
    def _show_mark(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._window.show_mark(on=on)

    @Slot()
    def _follow_desk(self) -> None:
        if self._captivity is not None:
            self._captivity.open_keys_of_pad(are_open=self._desk.is_pad_open)

    @Slot(str)
    def _hand_on_link(self, uri: str) -> None:
        self.pipe.send(OpenLink(uri))

    def _send_beat(self, beat: Beat) -> None:
        self.pipe.send(beat)

    @Slot()
    def _report_paint(self) -> None:
        self.pipe.send(Painted(self._showing.hash))
        if not self._has_settled:
            self._has_settled = True
            self._settle()

    def _settle(self) -> None:
        """Do what the first frame did not have to wait for: the log, and the garbage of all that was imported."""
        from kiosk.display.qt_log import log_qt_messages  # noqa: PLC0415  # 15 ms of logging

        log_qt_messages()
        self._attend()
        if self._captivity is None:
            self._window.setWindowIcon(QIcon(str(icon())))
        gc.enable()
        gc.freeze()
        self.settled.emit()

    def _attend(self) -> None:
        """Mind from now on whether somebody is there."""
        from kiosk.display.attendance import Attendance  # noqa: PLC0415  # the first frame does without

        self._attendance = Attendance(self._window, self._showing, self._device.idle_seconds, self._is_held)
        self._desk.changed.connect(self._attendance.pause)
        self._attendance.start()
        self._mind_the_night(self._attendance)
        self._drift(self._attendance)
        if self._captivity is not None:
            self._picture(self._attendance)

    def _mind_the_night(self, attendance: "Attendance") -> None:
        from kiosk.display.nightfall import Nightfall  # noqa: PLC0415  # the first frame does without

        self._nightfall = Nightfall(
            self._window, self._showing, attendance.attention, self._device, self._are_staff_in, self.pipe.send
        )
        self._nightfall.changed.connect(attendance.pause)
        self._desk.changed.connect(self._nightfall.follow)
        self._nightfall.start()

    def _drift(self, attendance: "Attendance") -> None:
        from kiosk.display.drifting import Drifting  # noqa: PLC0415  # the first frame does without

        self._drifting = Drifting(self._window, self._showing.clock, attendance.is_at_rest, is_on=self._device.drift)

    def _picture(self, attendance: "Attendance") -> None:
        from kiosk.display.picturing import Picturing  # noqa: PLC0415  # the first frame does without

        self._picturing = Picturing(self._window, self._showing, self._order, attendance.is_at_rest, self.pipe.send)
        self._picturing.consider()

    def _are_staff_in(self) -> bool:
        return self._desk.state.is_open

    def _is_held(self) -> bool:
        """Tell whether staff are in, or nobody can see the screen."""
        is_off = self._nightfall is not None and self._nightfall.scene.light == "off"
        return self._are_staff_in() or self._desk.is_dark or is_off
