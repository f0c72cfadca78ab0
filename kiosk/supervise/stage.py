"""What is on the screen: joins the editions, of which one is wanted, with the display, of which one is alive."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from kiosk.edition.manifest import Manifest
from kiosk.edition.store import read_manifest
from kiosk.edition.value import Value
from kiosk.log import note
from kiosk.paths import stack_in, store_in
from kiosk.supervise.children import Child
from kiosk.supervise.editions import Editions
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.messages import Begin, ComeForward, Mark, Scene, Show, SwitchOff, Uncover
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
        self._state = self._first_state = state
        self._intervals = intervals
        self._ordered = ""
        self._ordered_at: float | None = None
        self._is_marked = False
        self._was_safe = False
        self._memory_due = 0.0
        self.editions = Editions(store_in(state), intervals.trial)
        self.painted = ""
        self.paints = 0
        self.shown_since: datetime | None = None
        self.last_death = ""
        self.is_dark = False
        """Whether staff have switched the screen off."""

        self.scene = Scene()
        self.memory: int | None = None
        self.screen = Screen(first, start, self._begin, hear, intervals, may_close=not mode.captive)

    def due(self) -> float | None:
        """Give the next time at which something here is to be done."""
        deaf = self._ordered_at + self._intervals.patience if self._ordered_at is not None else None
        times = (self.screen.due(), self.editions.due, self._memory_due or None, deaf)
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

    def come_forward(self, token: str) -> None:
        """Bring the window to the front; one that is being started again comes there by itself."""
        self.screen.tell(ComeForward(token))

    def uncover(self) -> bool:
        """Have a display that lives lie over the card again; False where there is none to do so."""
        display = self.screen.display
        is_there = display.has_painted and display.killed_at is None and not self.screen.is_down
        if is_there:
            display.tell(Uncover())
        return is_there

    def darken(self) -> None:
        """Show nothing until somebody touches the screen, or the display says that it is time."""
        self.is_dark = True
        self.screen.tell(SwitchOff())

    def brighten(self, now: float) -> None:
        """Show the page again; a successor that was told to be dark does not come."""
        self.is_dark = False
        self.screen.give_up_successor(now)

    @property
    def is_captive(self) -> bool:
        return self._mode.captive

    @property
    def is_off(self) -> bool:
        """Whether the screen needs no power, by staff's wish or by the hours."""
        return self.is_dark or self.scene.light == "off"

    @property
    def is_lit(self) -> bool:
        return not self.is_dark and self.scene.light == "lit"

    def see(self, scene: Scene) -> None:
        """Take note of how the display says that the screen is."""
        before, self.scene = self.scene, scene
        if scene.light != before.light:
            note(f"screen {scene.light}", until=scene.dark_until)
        if (scene.notice_since is None) != (before.notice_since is None):
            note("notice gone" if scene.notice_since is None else "notice shown", until=scene.notice_until)

    def has_painted(self, source: str, edition: str, now: float) -> bool:
        """Take note of a frame; True when it is the one that was ordered last."""
        if not self.screen.has_painted(source):
            return False
        if edition != self.painted or self.shown_since is None:
            self.painted, self.shown_since = edition, datetime.now(UTC)
            note("shown", edition=edition)
        self.paints += 1
        self._memory_due = self._memory_due or now + self._intervals.health
        if edition != self._ordered:
            return False
        self._ordered_at = None
        if not self.screen.is_safe:
            self.editions.painted(edition, now)
        return True

    def cannot_show(self, edition: str, why: str, *, damaged: bool) -> None:
        """Expect what it shows instead: the next of those that it was told to begin with, or what it showed before."""
        note("edition cannot be shown", edition=edition, why=why, damaged=damaged)
        if damaged:
            self.editions.is_damaged(edition)
        self.editions.put_on_trial("")
        self._ordered, self._ordered_at = next(iter(self.editions.worth_showing()), ""), None

    def ended(self, source: str, now: float) -> bool:
        """Take note of a display's end; True when somebody closed the window."""
        pid = self.screen.display.pid
        match self.screen.ended(source, now):
            case Closed():
                return True
            case Died(what, is_guilty, had_begun):
                self.last_death, self._ordered_at = what, None
                self._log_stack(pid)
                if had_begun:
                    self.editions.display_died(what, is_guilty=is_guilty)
            case None:
                pass
        return False

    def do_what_is_due(self, now: float) -> None:
        self.screen.do_what_is_due(now)
        self._end_deafness(now)
        if self.screen.is_safe != self._was_safe:
            self._was_safe = self.screen.is_safe
            self._show_again()
        if chance := self.editions.pass_trial(now):
            note("second trial", edition=chance)
            self._show(chance)
        if self._memory_due and now >= self._memory_due:
            self._memory_due = now + self._intervals.health
            self._replace_when_large(now)

    def follow_pin(self) -> None:
        """Show what staff have asked for by `kiosk rollback`, if that is something else than before."""
        if self.editions.follow_pin():
            note("staff's wish", edition=self.editions.pin or "whatever the files say")
            self._show_again()

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
        editions = self.editions.worth_showing()
        self._ordered, self._ordered_at = next(iter(editions), ""), None
        self.editions.put_on_trial(self._ordered)
        return Begin(
            state=str(self._state),
            captive=self._mode.captive,
            screen=self._mode.screen,
            editions=editions,
            safe=is_safe,
            marked=self._is_marked,
            dark=self.is_dark,
        )

    def _show_again(self) -> None:
        if editions := self.editions.worth_showing():
            self._show(editions[0])

    def _show(self, edition: str) -> None:
        self._ordered, self._ordered_at = edition, monotonic()
        self.editions.put_on_trial(edition)
        self.screen.tell(Show(str(self._state), edition, self.screen.is_safe))

    def _log_stack(self, pid: int) -> None:
        """Log where a display hung or crashed, as its own fault handler wrote it down."""
        for state in {self._state, self._first_state}:
            with suppress(OSError):
                file = stack_in(state, pid)
                text = file.read_text("utf-8", "replace").strip()
                file.unlink()
                if text:
                    note("display's stack", pid=pid, stack=text)

    def _end_deafness(self, now: float) -> None:
        """Start a display anew that beats and paints, but has not shown what it was told to."""
        beat = self.screen.display.pulse.beat
        if self._ordered_at is None or now - self._ordered_at < self._intervals.patience:
            return
        self._ordered_at = None
        is_seen = beat is not None and beat.frame_age is not None and beat.edition != self._ordered
        if is_seen and not self.screen.is_down and self.screen.display.killed_at is None:
            note("display does not follow", edition=self._ordered)
            self.screen.display.kill()

    def _replace_when_large(self, now: float) -> None:
        display = self.screen.display
        self.memory = memory_bytes(display.pid)
        is_large = self.memory is not None and self.memory > self._intervals.most_memory
        if is_large and not self.is_dark and display.pulse.touch_age(now) >= self._intervals.untouched:
            note("display is too large", bytes=self.memory)
            self.screen.replace(now)
