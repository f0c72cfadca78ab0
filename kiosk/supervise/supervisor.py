"""The parent of all: keeps a display on the screen, lets it follow staff's files, and knows how it stands."""

import queue
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, assert_never

from kiosk.edition.journal import PIN
from kiosk.edition.value import Value
from kiosk.log import note
from kiosk.paths import store_in
from kiosk.supervise.children import Child
from kiosk.supervise.following import Following
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.looker import Looked, Looker
from kiosk.supervise.messages import (
    NotPrepared,
    NotStored,
    OpenLink,
    Painted,
    Prepared,
    Report,
    Told,
    Unreadable,
    Unshowable,
    from_line,
)
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.preparing import COMPLAINS, SAYS, Preparing
from kiosk.supervise.reporter import Known, Reporter
from kiosk.supervise.stage import Mode, Stage
from kiosk.supervise.standing import (
    Followed,
    Mistaken,
    NotKept,
    NotMade,
    NotYetKnown,
    Refused,
    Standing,
    words_for_the_terminal,
)
from kiosk.supervise.state_folder import Place, StateFolder, settle
from kiosk.supervise.status import utc_now
from kiosk.system.service import Service

if TYPE_CHECKING:
    from datetime import datetime

SLEPT_SECONDS = 5.0
"""A loop that wakes so much later than it asked to tells that the whole computer stood still."""


class Plan(Value, frozen=True):
    """What to keep running; `files` are contact.toml and device.toml, `open_link` is for a kiosk in a window.

    `places` are the folders for the state, the usual one first; `state` is the one of them in use.
    """

    start_display: Callable[[], Child]
    start_prepare: Callable[[Path], Child]
    state: StateFolder
    places: tuple[tuple[Path, Place], ...]
    files: tuple[str, ...]
    version: str
    mode: Mode
    service: Service
    open_link: Callable[[str], None] | None = None


class Stop(Value, frozen=True):
    """Somebody asked the kiosk to end."""


class Supervisor:
    """Takes over the display that runs already."""

    def __init__(self, plan: Plan, display: Child, intervals: Intervals = Intervals()) -> None:  # noqa: B008  # a frozen value
        self._plan = plan
        self._intervals = intervals
        self._state = plan.state
        self._queue: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._began = self._awaited = time.monotonic()
        hear = self._queue.put
        self._stage = Stage(display, plan.start_display, plan.mode, plan.state.folder, intervals, hear)
        self._looker = Looker(hear, calm_seconds=intervals.look)
        self._looker.follow_aside(self._pin_file())
        preparing = Preparing(self._start_prepare, hear, intervals.job)
        self._following = Following(preparing, self._looker, plan.files)
        self._standing: Standing = NotYetKnown()
        self._warnings: tuple[Told, ...] = ()
        self._refreshed_at: datetime | None = None
        folders = (plan.state.folder, *(folder for folder, _ in plan.places if folder != plan.state.folder))
        self._reporter = Reporter(plan.version, plan.service, folders, intervals.health)

    def run(self) -> None:
        """Return when the window has been closed or the system asks the kiosk to end."""
        self._stop_on_signals()
        self._looker.start()
        if not self._stage.editions.journal.current and not self._stage.editions.wanted():
            self._make(self._began)
        try:
            while self._take(self._next_event()):
                self._do_what_is_due()
        finally:
            self._plan.service.stopping()
            self._following.end()
            self._stage.end()
            self._reporter.end()

    def _start_prepare(self) -> Child:
        return self._plan.start_prepare(self._state.folder)

    def _pin_file(self) -> tuple[str, ...]:
        return (str(store_in(self._state.folder) / PIN),)

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
        self._awaited = max(began, self._due())
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
        first_frame = None if self._has_begun() else self._began + self._intervals.first_frame
        times = (self._stage.due(), self._following.due(), self._reporter.due, first_frame)
        return min(due for due in times if due is not None)

    def _has_begun(self) -> bool:
        return self._following.has_begun or self._following.is_at_work

    def _take(self, event: object) -> bool:
        """Answer an event; False ends the kiosk."""
        now = time.monotonic()
        match event:
            case Stop():
                return False
            case Looked(seen, _):
                self._following.see(seen, now)
                self._stage.follow_pin()
            case Line(source) | Flooded(source) | Ended(source) if source in {SAYS, COMPLAINS}:
                report = self._following.take(event, now)
                if report is not None:
                    self._settle(report, now)
            case Ended(source):
                return not self._stage.ended(source, now)
            case Line(source, text):
                self._hear_display(source, text, now)
        return True

    def _hear_display(self, source: str, line: str, now: float) -> None:
        match from_line(line):
            case Painted(edition):
                self._stage.has_painted(source, edition, now)
                self._begin_to_watch(now)
                self._plan.service.ready()
            case Unshowable(edition, why):
                self._stage.cannot_show(edition, why)
                self._make_unless_at_work(now)
            case OpenLink(uri) if self._plan.open_link is not None:
                self._plan.open_link(uri)
            case Unreadable(text):
                note("the display said something strange", line=text[:200])

    def _do_what_is_due(self) -> None:
        self._excuse_when_late()
        now = time.monotonic()
        self._stage.do_what_is_due(now)
        if now - self._began >= self._intervals.first_frame:
            self._begin_to_watch(now)
        failure = self._following.do_what_is_due(now)
        if failure is not None:
            self._stand(NotMade(failure.why))
        if isinstance(self._standing, Followed | Refused):
            self._stand(self._followed())
        self._reporter.report(now, self._known(), self._stage)
        self._stage.mark(on=self._reporter.asks_for_staff)

    def _followed(self) -> Followed | Refused:
        """Tell whether what was made from the files is on the screen, which a death may change at any time."""
        why = self._stage.editions.refusal()
        return Refused(why) if why else Followed(self._warnings)

    def _known(self) -> Known:
        return Known(
            state=self._state,
            standing=self._standing,
            refreshed_at=self._refreshed_at,
            seen=self._following.seen,
            is_held=self._following.is_held,
            looking_since=self._looker.waits_since(),
        )

    def _begin_to_watch(self, now: float) -> None:
        """Compare the current edition with the files it was made from, once, after the first frame."""
        if self._has_begun():
            return
        made_from = self._stage.editions.made_from(self._plan.version)
        if not set(self._plan.files) <= {file for file, _ in made_from}:
            made_from = ()
        self._following.begin(made_from)
        if made_from:
            self._refreshed_at = self._stage.made_at()
            self._stand(Followed())
        else:
            self._make(now)

    def _make_unless_at_work(self, now: float) -> None:
        if not self._following.is_at_work:
            self._make(now)

    def _make(self, now: float) -> None:
        failure = self._following.make(now)
        if failure is not None:
            self._stand(NotMade(failure.why))

    def _settle(self, report: Report | Unreadable, now: float) -> None:
        """Let the screen follow what a job has made, or know why it cannot."""
        match report:
            case Prepared(edition, _, problems):
                self._refreshed_at = utc_now()
                self._stage.offer(edition)
                self._warnings = problems
                self._stand(self._followed())
            case NotPrepared(_, problems):
                self._refreshed_at = utc_now()
                self._stand(Mistaken(problems))
            case NotStored(_, why, _):
                self._retreat(why, now)
            case Unreadable(_, why):
                self._stand(NotMade(why))
            case other:
                assert_never(other)

    def _retreat(self, why: str, now: float) -> None:
        """Keep the state where there is still room, and have the edition made again there."""
        kinds = [folder for folder, _ in self._plan.places]
        further = self._plan.places[kinds.index(self._state.folder) + 1 :] if self._state.folder in kinds else ()
        refuge = settle(further, self._state.folder) if further else self._state
        if refuge.folder == self._state.folder:
            self._stand(NotKept(why))
            self._following.try_later(now)
            return
        note("state moves", to=str(refuge.folder), why=why)
        self._state = StateFolder(refuge.folder, refuge.place, why)
        self._stage.move(refuge.folder)
        self._looker.follow_aside(self._pin_file())
        self._make(now)

    def _stand(self, standing: Standing) -> None:
        """Take note of how staff's files stand, and tell whoever started the kiosk in a terminal."""
        if standing == self._standing:
            return
        before, self._standing = self._standing, standing
        note("staff's files", stand=type(standing).__name__)
        sys.stderr.write(words_for_the_terminal(before, standing))
