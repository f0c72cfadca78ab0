"""What is on the screen: joins the editions, of which one is wanted, with the display, of which one is alive."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk.edition.manifest import Manifest
from kiosk.edition.store import read_manifest
from kiosk.edition.value import Value
from kiosk.log import note
from kiosk.paths import stack_in, store_in
from kiosk.supervise.children import Child
from kiosk.supervise.editions import Editions
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.messages import Begin, Mark, Show
from kiosk.supervise.screen import Closed, Died, Screen
from kiosk.system.memory import memory_bytes


class Mode(Value, frozen=True):
    """How the screen is to be shown; `screen` "" means as device.toml says."""

    captive: bool
    screen: str


class Stage:
    def __init__(  # noqa: PLR0917  # it names all it needs
        self,
        first: Child,
        start: Callable[[], Child],
        mode: Mode,
        state: Path,
        intervals: Intervals,
        hear: Callable[[object], None],
    ) -> None:
        self._mode = mode
        self._state = state
        self._intervals = intervals
        self._ordered = ""
        self._is_marked = False
        self._was_safe = False
        self._memory_due = 0.0
        self.editions = Editions(store_in(state), intervals.trial)
        self.painted = ""
        self.paints = 0
        self.shown_since: datetime | None = None
        self.last_death = ""
        self.memory: int | None = None
        self.screen = Screen(first, start, self._begin, hear, intervals, may_close=not mode.captive)

    def due(self) -> float | None:
        """Give the next time at which something here is to be done."""
        times = (self.screen.due(), self.editions.due, self._memory_due or None)
        return min((time for time in times if time is not None), default=None)

    def offer(self, edition: str) -> None:
        """Show what was just made, unless it is set aside or staff have pinned another."""
        if self.editions.accept(edition) and not self.editions.pin:
            self._show(edition)

    def mark(self, *, on: bool) -> None:
        """Have the sign for staff in the corner, or not."""
        if on != self._is_marked:
            self._is_marked = on
            self.screen.tell(Mark(on))

    def has_painted(self, source: str, edition: str, now: float) -> None:
        if not self.screen.has_painted(source):
            return
        if edition != self.painted or self.shown_since is None:
            self.painted, self.shown_since = edition, datetime.now(UTC)
            note("shown", edition=edition)
        self.paints += 1
        self._memory_due = self._memory_due or now + self._intervals.health
        if edition == self._ordered and not self.screen.is_safe:
            self.editions.painted(edition, now)

    def cannot_show(self, edition: str, why: str) -> None:
        """Expect what it shows instead: the next of those that it was told to begin with, or what it showed before."""
        note("edition is damaged", edition=edition, why=why)
        self.editions.is_damaged(edition)
        self._ordered = next(iter(self.editions.wanted()), "")

    def ended(self, source: str, now: float) -> bool:
        """Take note of a display's end; True when somebody closed the window."""
        pid = self.screen.display.pid
        match self.screen.ended(source, now):
            case Closed():
                return True
            case Died(what, is_guilty):
                self.last_death = what
                self._log_stack(pid)
                self.editions.display_died(what, is_guilty=is_guilty)
            case None:
                pass
        return False

    def do_what_is_due(self, now: float) -> None:
        self.screen.do_what_is_due(now)
        if self.screen.is_safe != self._was_safe:
            self._was_safe = self.screen.is_safe
            self._show_again()
        if chance := self.editions.pass_trial(now):
            note("second trial", edition=chance)
            self._show(chance)
        if self._memory_due and now >= self._memory_due:
            self._memory_due = now + self._intervals.health
            self._replace_when_large(now)

    def follow_pin(self) -> bool:
        """Show what staff have asked for by `kiosk rollback`; True when that is something else than before."""
        if not self.editions.follow_pin():
            return False
        note("staff's wish", edition=self.editions.pin or "whatever the files say")
        self._show_again()
        return True

    def move(self, state: Path) -> None:
        """Keep editions in another folder from now on; the journal came along."""
        self._state = state
        self.editions.move(store_in(state))

    def end(self) -> None:
        self.screen.end()
        self.editions.end()

    def made_at(self) -> datetime | None:
        """Give when the edition on the screen was made."""
        manifest = read_manifest(store_in(self._state), self.painted)
        return manifest.origin.made_at if isinstance(manifest, Manifest) else None

    def _begin(self, is_safe: bool) -> Begin:  # noqa: FBT001  # what the screen calls
        editions = self.editions.wanted()
        self._ordered = next(iter(editions), "")
        return Begin(str(self._state), self._mode.captive, self._mode.screen, editions, is_safe, self._is_marked)

    def _show_again(self) -> None:
        wanted = self.editions.wanted()
        if wanted:
            self._show(wanted[0])

    def _show(self, edition: str) -> None:
        self._ordered = edition
        self.editions.put_on_trial(edition)
        self.screen.tell(Show(str(self._state), edition, self.screen.is_safe))

    def _log_stack(self, pid: int) -> None:
        """Log where a display hung or crashed, as its own fault handler wrote it down."""
        file = stack_in(self._state, pid)
        try:
            text = file.read_text("utf-8", "replace").strip()
            file.unlink()
        except OSError:
            return
        if text:
            note("display's stack", pid=pid, stack=text)

    def _replace_when_large(self, now: float) -> None:
        display = self.screen.display
        self.memory = memory_bytes(display.pid)
        is_large = self.memory is not None and self.memory > self._intervals.most_memory
        if is_large and display.pulse.touch_age(now) >= self._intervals.untouched:
            note("display is too large", bytes=self.memory)
            self.screen.replace(now)
