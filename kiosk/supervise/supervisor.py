"""The parent of all: one loop that hears the display, the jobs and the looks at staff's files, and knows what is due."""

import logging
import queue
import signal
import sys
import time
from types import FrameType
from typing import Literal, TypeAlias

from kiosk.edition.value import Value
from kiosk.log import note
from kiosk.supervise.call import Call, take_call
from kiosk.supervise.card import Card
from kiosk.supervise.children import Child
from kiosk.supervise.gathering import Gathering
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.looker import Looked
from kiosk.supervise.messages import (
    CallStaff,
    Cover,
    Lacks,
    OpenLink,
    Painted,
    Pictured,
    Scene,
    StaffLeft,
    TryPin,
    Unshowable,
    Wish,
    Woken,
    from_line,
)
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.plan import Plan
from kiosk.supervise.preparing import COMPLAINS, SAYS
from kiosk.supervise.reporter import Reporter
from kiosk.supervise.staff import Staff
from kiosk.supervise.staff_files import StaffFiles
from kiosk.supervise.stage import Stage
from kiosk.supervise.wire import Unreadable
from kiosk.terminal import tell_terminal

LONGEST_WAIT_SECONDS = 0.5 if sys.platform == "win32" else 3600.0
"""On Windows a signal does not end a wait; closing the console or logging off allows five seconds."""

SLEPT_SECONDS = 5.0
"""A loop that wakes so much later than it asked to tells that the whole computer stood still."""


Ending: TypeAlias = Literal["ended", "left by staff", "not possible here"]


class Stop(Value, frozen=True):
    """Somebody asked the kiosk to end."""


class Supervisor:
    """Takes over the display that runs already."""

    def __init__(self, plan: Plan, display: Child, intervals: Intervals = Intervals()) -> None:  # noqa: B008  # a frozen value
        self._plan = plan
        self._intervals = intervals
        self._queue: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._began = self._awaited = time.monotonic()
        hear = self._queue.put
        self._stage = Stage(display, plan.start_display, plan.mode, plan.state.folder, intervals, hear)
        self._files = StaffFiles(plan, self._stage, intervals, hear)
        self._gathering = Gathering(plan.start_gather, plan.state.folder, hear, intervals)
        self._card = Card(plan.start_card, hear)
        self._staff = Staff(plan, self._stage, self._files, self._gathering, hear)
        folders = (plan.state.folder, *(folder for folder, _ in plan.places if folder != plan.state.folder))
        self._reporter = Reporter(plan.version, plan.service, folders, intervals.health)
        self._is_impossible = False

    def run(self) -> Ending:
        """Return when the window has been closed, staff have left kiosk mode, or the system asks the kiosk to end."""
        self._stop_on_signals()
        self._plan.computer.start()
        self._files.start()
        if not self._stage.editions.worth_showing():
            self._files.make(self._began)
        try:
            while self._take(self._next_event()):
                self._do_what_is_due()
        finally:
            self._plan.service.stopping()
            self._card.end()
            self._stage.end()
            self._staff.end()
            self._gathering.end()
            self._files.end()
            self._reporter.end()
            self._plan.computer.end()
        if self._is_impossible:
            return "not possible here"
        return "left by staff" if self._staff.want_to_leave else "ended"

    def _stop_on_signals(self) -> None:
        def stop(_number: int, _frame: FrameType | None) -> None:
            self._queue.put(Stop())

        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
            if name in signal.Signals.__members__:
                signal.signal(signal.Signals[name], stop)

    def _next_event(self) -> object:
        """Wait for the next event, None when it is time to look around."""
        self._excuse_when_late()
        began = time.monotonic()
        self._awaited = max(began, min(self._due(), began + LONGEST_WAIT_SECONDS))
        try:
            return self._queue.get(timeout=self._awaited - began)
        except queue.Empty:
            return None
        finally:
            self._excuse_when_late()

    def _excuse_when_late(self) -> None:
        """Blame no display for what was not heard of it while this process itself stood still."""
        now = time.monotonic()
        if now - self._awaited > SLEPT_SECONDS:
            note("the computer stood still", seconds=round(now - self._awaited))
            self._stage.screen.excuse(now)
        self._awaited = now

    def _due(self) -> float:
        first_frame = None if self._gathering.has_begun else self._began + self._intervals.first_frame
        parts = (self._stage.due(), self._card.due, self._files.due(), self._gathering.due(), self._staff.due())
        times = (*parts, self._reporter.due, first_frame)
        return min(due for due in times if due is not None)

    def _take(self, event: object) -> bool:
        """Answer an event; False ends the kiosk."""
        now = time.monotonic()
        match event:
            case Stop():
                return False
            case Looked():
                self._files.see(event, now)
            case Line(source) | Flooded(source) | Ended(source) if source.startswith((SAYS, COMPLAINS)):
                self._files.take(event, now)
            case Line(source) | Flooded(source) | Ended(source) if self._gathering.concerns(source):
                self._gathering.take(event, now)
            case Line(source) | Flooded(source) | Ended(source) if self._card.concerns(source):
                if self._card.take(event, now) and self._stage.uncover():
                    self._card.stand_back(now)
            case Line(source) | Flooded(source) | Ended(source) if self._staff.concerns(source):
                self._staff.take(event, now)
            case Ended(source):
                return not self._stage.ended(source, now)
            case Line(source, text):
                self._hear_display(source, text, now)
        return not (self._staff.want_to_leave or self._is_impossible)

    def _hear_display(self, source: str, line: str, now: float) -> None:
        match from_line(line):
            case Painted(edition):
                self._hear_of_frame(source, edition, now)
            case Pictured():
                self._card.begin(self._cover(), now)
                self._card.look_again()
            case Unshowable(edition, why, damaged):
                self._stage.cannot_show(edition, why, damaged=damaged)
                self._files.cannot_be_shown(now)
            case Lacks(what):
                self._hear_of_lack(what)
            case OpenLink(uri) if self._plan.open_link is not None:
                self._plan.open_link(uri)
            case CallStaff() | TryPin() | Wish() | StaffLeft() | Woken() as message:
                if self._plan.mode.captive and source == self._stage.screen.display.source:
                    self._staff.hear(message, now)
            case Scene() as scene if source == self._stage.screen.display.source:
                self._see(scene)
            case Unreadable(_, why):  # not the line, in which a PIN might stand
                note("the display said something strange", why=why)

    def _come_when_called(self) -> None:
        call = take_call(self._files.folder)
        if isinstance(call, Call):
            note("called to the front")
            self._stage.come_forward(call.token)

    def _hear_of_frame(self, source: str, edition: str, now: float) -> None:
        if self._stage.has_painted(source, edition, now):
            self._files.are_shown()
        self._follow(now)
        self._plan.service.ready()
        self._plan.computer.keep_awake()

    def _follow(self, now: float) -> None:
        """Follow staff's files, and what they name in the world, from the first frame on."""
        self._files.follow(now)
        self._gathering.begin()

    def _cover(self) -> Cover:
        return Cover(str(self._files.folder), self._plan.mode.screen, dark=not self._stage.is_lit)

    def _gather(self, now: float) -> None:
        self._gathering.move(self._files.folder, now)
        self._gathering.want(self._files.sources, now)
        self._gathering.reach_by(self._files.settings, now)
        self._gathering.do_what_is_due(now)

    def _see(self, scene: Scene) -> None:
        """Switch the screen's power with its light."""
        was_off = self._stage.is_off
        self._stage.see(scene)
        if self._stage.is_off and not was_off:
            self._plan.computer.darken()
        elif was_off and not self._stage.is_off:
            self._plan.computer.brighten()

    def _hear_of_lack(self, what: str) -> None:
        """End where nothing has ever been shown; afterwards the library may be on its way, as by an upgrade."""
        note("the computer lacks something", logging.ERROR, what=what)
        tell_terminal(f"{what}\n")
        self._is_impossible = not self._stage.paints

    def _do_what_is_due(self) -> None:
        self._excuse_when_late()
        now = time.monotonic()
        self._come_when_called()
        self._stage.do_what_is_due(now)
        if now - self._began >= self._intervals.first_frame:
            self._follow(now)
            self._card.begin(self._cover(), now)
        self._card.show(self._cover())
        self._card.do_what_is_due(now)
        self._files.do_what_is_due(now)
        self._gather(now)
        self._staff.do_what_is_due(now)
        self._reporter.report(now, self._files.known(self._gathering.known()), self._stage)
        if self._reporter.status is not None:
            self._staff.report(self._reporter.status, now)
        self._stage.mark(on=self._reporter.asks_for_staff)
