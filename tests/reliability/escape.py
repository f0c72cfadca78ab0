"""The escape battery: what held of a session before an act holds after it, or the act is an escape."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.escape_acts import ON_THE_PANEL, Act
from tests.reliability.escape_batches import Pace, batches, presses_of, words_for
from tests.reliability.escape_observer import Observer
from tests.reliability.escape_oracle import OF_THE_PROGRAM, OF_THE_SESSION, breaches, is_alike
from tests.reliability.escape_prisoners import Prisoner, Words
from tests.reliability.escape_session import Session, wait_until_idle
from tests.reliability.escape_watch import Watch, open_watch

SELECTIONS = {"primary": "nobody has selected", "clipboard": "nobody has copied"}
APPEARS_AGAIN_SECONDS = 0.6
UNCHANGED = "the screen does not become what it was"


@dataclass(frozen=True, slots=True)
class Escape:
    act: str
    what: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.act}: {'; '.join(self.what)}"


class Battery:
    """Tries acts in batches, judges each, and divides a batch with an escape until the act is found."""

    def __init__(self, session: Session, prisoner: Prisoner, watch: Watch) -> None:
        self.escapes: list[Escape] = []
        self._session = session
        self._prisoner = prisoner
        self._watch = watch
        self._pace = Pace()
        self._is_moved = False
        self._start()

    def play(self, acts: tuple[Act, ...], enough: int = 1_000_000) -> None:
        """Try all acts, or until there are enough escapes."""
        for batch in batches(acts, self._session.bound):
            if len(self.escapes) < enough:
                self.escapes += self._tried(batch)

    def found_after(self, acts: tuple[Act, ...]) -> list[str]:
        """Say what has become of the session after these acts, whatever the screen shows."""
        self._pace.keep(presses_of(acts))
        complaint = self._session.do(*words_for(acts))
        assert "No such key name" not in complaint, complaint
        wait_until_idle(self._observer.processes[-1])
        is_stock = self._session.kind == "stock"
        judged = OF_THE_PROGRAM if is_stock else OF_THE_SESSION
        found = self._breaches(judged) and self._breaches(judged)  # what comes and goes again is the watch's business
        of_program, of_others = self._watch.news(self._observer.window)
        self._is_moved = bool(of_others or self._breaches(OF_THE_SESSION))
        return [*found, *of_program] if is_stock else [*found, *of_program, *of_others]

    def _breaches(self, judged: tuple[str, ...]) -> list[str]:
        return breaches(self._facts, self._observer.facts(), judged)

    def _start(self) -> None:
        """Start the prisoner anew and take down how things are."""
        self._session.do("key", "Escape", "key", "Escape")
        processes = self._prisoner.start()
        self._watch.follow(processes)
        self._observer = Observer(self._session, processes)
        self._move_aside()
        for selection, text in SELECTIONS.items():
            self._session.put(selection, text)
        wait_until_idle(processes[-1])
        self._picture = self._session.lobby.framebuffer.sample()
        self._facts = self._observer.facts()
        self._watch.news(self._observer.window)

    def _tried(self, acts: tuple[Act, ...]) -> list[Escape]:
        found = self.found_after(acts) or self._what_stays()
        if not found:
            return []
        self._start()
        if len(acts) == 1:
            return [Escape(acts[0].name, tuple(found))]
        half = len(acts) // 2
        divided = [*self._tried(acts[:half]), *self._tried(acts[half:])]
        return divided or [Escape(" then ".join(act.name for act in acts), tuple(found))]

    def _what_stays(self) -> list[str]:
        """Take back what visitors may do, and say whether anything stays."""
        if self._is_moved:
            self._take_back_from_window_manager()
        self._move_aside()
        end = time.monotonic() + self._prisoner.closes_by_itself_seconds
        while not any(self._is_as_before_after(words) for words in ((), *self._prisoner.undo)):
            if time.monotonic() > end:
                return [UNCHANGED]
        return []

    def _is_as_before_after(self, words: Words) -> bool:
        if words:
            self._pace.keep(words.count("key"))
            self._session.do(*words)
            self._move_aside()
            wait_until_idle(self._observer.processes[-1])
        end = time.monotonic() + APPEARS_AGAIN_SECONDS
        while words and not self._is_as_before() and time.monotonic() < end:
            time.sleep(0.05)
        return self._is_as_before()

    def _is_as_before(self) -> bool:
        return is_alike(self._picture, self._session.lobby.framebuffer.sample())

    def _take_back_from_window_manager(self) -> None:
        """Close its menus and bring the window back: what it does to windows is none of the program's business."""
        window = str(self._observer.window)
        self._session.do("key", "Escape", "key", "Escape")
        self._session.do("set_desktop_for_window", window, "0", "set_desktop", "0", "windowactivate", "--sync", window)

    def _move_aside(self) -> None:
        self._session.do("mousemove", *(str(place) for place in ON_THE_PANEL))


@contextmanager
def open_battery(folder: Path, session: Session, prisoner: Prisoner) -> Iterator[Battery]:
    folder.mkdir()
    with open_watch(folder, session.lobby.environment) as watch:
        yield Battery(session, prisoner, watch)
