"""Keeps a display on the screen: starts it again when it died or hung, and replaces one that has grown too large."""

import logging
from collections.abc import Callable
from time import monotonic

from kiosk.edition.value import Value
from kiosk.log import note
from kiosk.supervise.children import Child
from kiosk.supervise.display import Display
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.messages import Begin, Message
from kiosk.supervise.pipes import Ended
from kiosk.supervise.pulse import Alive
from kiosk.supervise.restart import (
    Deaths,
    asks_for_safety,
    delay_seconds,
    is_own_fault,
    with_death,
)

SUCCEEDS_WITHIN_SECONDS = 20.0
WRITES_WITHIN_SECONDS = 1.0
DIES_WITHIN_SECONDS = 10.0
LEAVES_WITHIN_SECONDS = 3.0
REPLACED_AGAIN_AFTER_SECONDS = 600.0


class Died(Value, frozen=True):
    """The display is gone and will be started again; `what` says how.

    `is_guilty` where it was its own doing; one that had not `begun` found no screen to show anything on.
    """

    what: str
    is_guilty: bool
    had_begun: bool


class Closed(Value, frozen=True):
    """Somebody closed the window."""


class Screen:
    """Starts displays by `start`, tells each what `begin` says then, and lets `hear` take what their pipes tell.

    A screen that `is_safe` shows no articles.
    """

    def __init__(
        self,
        first: Child,
        start: Callable[[], Child],
        begin: Callable[[bool], Begin],
        hear: Callable[[object], None],
        intervals: Intervals,
        *,
        may_close: bool,
    ) -> None:
        self._start = start
        self._begin = begin
        self._hear = hear
        self._intervals = intervals
        self._may_close = may_close
        self._count = 0
        self.is_safe = False
        self._display = self._heard(first)
        self._successor: Display | None = None
        self._retired: list[Display] = []
        self._deaths = Deaths()
        self._due: float | None = None
        self._not_before = 0.0
        self._is_forced = False

    @property
    def display(self) -> Display:
        return self._display

    @property
    def deaths(self) -> int:
        """Those in a row."""
        return len(self._deaths.times)

    @property
    def is_down(self) -> bool:
        return self._due is not None

    def due(self) -> float | None:
        """Give the next time at which it must be looked after."""
        if self._due is not None:
            return self._due
        if self._display.killed_at is not None:
            return self._display.killed_at + (DIES_WITHIN_SECONDS if self._is_forced else WRITES_WITHIN_SECONDS)
        judged = self._display.pulse.due(self._allowance())
        well = self._display.born + self._intervals.well if self.is_safe or self.deaths else judged
        succeeds = self._successor.born + SUCCEEDS_WITHIN_SECONDS if self._successor else judged
        retired = (each.leaves_by for each in self._retired if each.leaves_by is not None)
        return min(judged, well, succeeds, *retired)

    def tell(self, message: Message) -> None:
        """Say it to the display, and to one that is about to succeed it."""
        self._display.tell(message)
        if self._successor is not None:
            self._successor.tell(message)

    def has_painted(self, source: str) -> bool:
        """Take note of a painted frame; True when it is that of the display in charge, at once or from now on."""
        if self._successor is not None and source == self._successor.source:
            self._succeed()
        if source != self._display.source:
            return False
        self._display.has_painted = True
        return True

    def ended(self, source: str, now: float) -> Died | Closed | None:
        """Take note of a display's end; None where it was not the one in charge."""
        if source == self._display.source:
            return self._buried(now)
        if self._successor is not None and source == self._successor.source:
            note("the display's successor died", logging.WARNING, status=self._successor.end())
            self._successor = None
        for display in self._retired:
            if display.source == source:
                display.end()
        self._retired = [display for display in self._retired if display.source != source]
        return None

    def do_what_is_due(self, now: float) -> None:
        if self._due is not None:
            self._restart_when_due(now)
            return
        self._judge(now)
        if self._successor is not None and now - self._successor.born >= SUCCEEDS_WITHIN_SECONDS:
            self.give_up_successor(now)
        self._end_retired(now)
        if now - self._display.born >= self._intervals.well and self._display.killed_at is None:
            self.is_safe, self._deaths = False, Deaths()

    def _judge(self, now: float) -> None:
        """Kill a display that hangs; one that even that does not end is left behind."""
        killed_at = self._display.killed_at
        if killed_at is not None:
            self._force_end(now - killed_at)
            return
        verdict = self._display.pulse.verdict(now, self._allowance())
        if not isinstance(verdict, Alive):
            note("display hangs", logging.ERROR, how=type(verdict).__name__.lower(), pid=self._display.pid)
            self._display.killed_at, self._is_forced = now, False
            self._display.ask_for_stack()

    def _force_end(self, seconds: float) -> None:
        """Kill it when it has had the time to write down its stack; leave it behind when that does not end it."""
        if seconds >= WRITES_WITHIN_SECONDS and not self._is_forced:
            self._is_forced = True
            self._display.kill()
        if seconds >= DIES_WITHIN_SECONDS:
            note("display cannot be killed", logging.ERROR, pid=self._display.pid)
            self._hear(Ended(self._display.source))

    def excuse(self, now: float) -> None:
        """Do not blame the display for the time that the whole computer slept."""
        self._display.pulse.excuse(now)

    def replace(self, now: float, *, on_demand: bool = False) -> None:
        """Start another display, which takes over when it has painted: the old one stays until then.

        Unless staff demand it, that is not done again soon.
        """
        is_early = now < self._not_before and not on_demand
        if self._due is not None or self._successor is not None or is_early:
            return
        self._not_before = now + REPLACED_AGAIN_AFTER_SECONDS
        try:
            self._successor = self._taken_up()
        except OSError as error:
            note("no successor could be started", logging.WARNING, why=str(error))

    def give_up_successor(self, now: float) -> None:
        """Let the display in charge stay in charge."""
        if self._successor is not None:
            self._retire(self._successor, now)
            self._successor = None

    def end(self) -> None:
        """End all of them within two seconds."""
        others = [*([self._successor] if self._successor else []), *self._retired]
        for display in others:
            display.kill()
        for display in (self._display, *others):
            display.end()

    def _taken_up(self) -> Display:
        """Start a display and listen to it, or raise OSError and leave nothing running."""
        child = self._start()
        try:
            return self._heard(child)
        except OSError:
            child.kill()
            child.wait()
            raise

    def _heard(self, child: Child) -> Display:
        self._count += 1
        display = Display(child, f"display {self._count}", self._hear, self._intervals.patience)
        display.tell(self._begin(self.is_safe))
        return display

    def _succeed(self) -> None:
        if self._successor is not None:
            self._retire(self._display, monotonic())
            self._display, self._successor = self._successor, None
            self._deaths = Deaths()
            note("the display was replaced", pid=self._display.pid)

    def _retire(self, display: Display, now: float) -> None:
        """Ask it to leave, and see to it that it does."""
        display.ask_to_leave()
        display.leaves_by = now + LEAVES_WITHIN_SECONDS
        self._retired.append(display)

    def _end_retired(self, now: float) -> None:
        for display in self._retired:
            if display.leaves_by is not None and now >= display.leaves_by:
                display.leaves_by = None
                display.kill()

    def _allowance(self) -> float:
        """Give a display that has not yet painted more time when the ones before it had too little."""
        patience = self._intervals.patience
        return patience if self._display.has_painted else patience * min(1 + self.deaths, 3)

    def _buried(self, now: float) -> Died | Closed:
        had_begun = self._display.pulse.has_beaten
        status = self._display.end()
        if status == 0 and self._may_close:
            return Closed()
        hung = self._display.killed_at is not None
        if self._successor is None:
            self._plan_restart(now, status=status, hung=hung)
        else:
            note("display died before its successor painted", logging.WARNING, status=status)
            self._display, self._successor = self._successor, None
        what = "it hung" if hung else f"it ended with status {status}"
        return Died(what, hung or is_own_fault(status), had_begun)

    def _restart_when_due(self, now: float) -> None:
        if self._due is None or now < self._due:
            return
        try:
            taken_up = self._taken_up()
        except OSError as error:  # no memory or no process left: it may have passed when the delay has
            self._plan_restart(now, why=str(error))
            return
        self._due = None
        self._display = taken_up

    def _plan_restart(self, now: float, **fields: object) -> None:
        self._deaths = with_death(self._deaths, self._display.born, now, self._intervals.well)
        self.is_safe = self.is_safe or asks_for_safety(self._deaths, now, self._intervals.well)
        delay = delay_seconds(self._deaths)
        self._due = now + delay
        note("display died", logging.WARNING, deaths=self.deaths, next_start_in=delay, safe_mode=self.is_safe, **fields)
