"""Articles on the real display, one after the other, in a network of its own and with strace looking on."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO

import psutil

from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Article, Edition
from kiosk.edition.value import replace
from kiosk.paths import resources, store_in
from kiosk.prepare.compose import Composed, compose
from kiosk.prepare.starter import write_starter
from kiosk.supervise.messages import Beat, Begin, Message, Painted, Show, from_line
from kiosk.supervise.wire import to_line
from tests.hostile.campaign import WAITING, Shown
from tests.hostile.places import clean_environment, inside
from tests.hostile.run_cases import NOW
from tests.hostile.trace import outside, strace, traced

APPEARS_WITHIN_SECONDS = 30.0
BEAT_SECONDS = 2.0
LONGEST_GAP_SECONDS = 0.5
MOST_LATE_SECONDS = 2.0
MOST_GROWN_BYTES = 60_000_000
DISPLAY = ("-m", "kiosk", "display")


@dataclass
class Screening:
    """`seconds` are from the order to the painted frame, by the article's name; `late` is how late beats were.

    `grown_bytes` is by how much more memory the display has at the end, with the same article as at the beginning.
    """

    folder: Path
    seconds: dict[str, float] = field(default_factory=dict)
    late: list[float] = field(default_factory=list)
    grown_bytes: int = 0
    status: int | None = None

    def wrong(self) -> list[str]:
        """Give a sentence for each thing that must not be."""
        seen = traced(self.folder / "trace")
        slow = {name: taken for name, taken in self.seconds.items() if taken > LONGEST_GAP_SECONDS}
        return [
            *(f"the display opened a socket of {family}" for family in sorted(seen.sockets)),
            *(f"the display connected to {place}" for place in sorted(seen.connected)),
            *(f"the display touched {path}" for path in sorted(seen.paths) if WAITING in path),
            *(f"the display read outside: {path}" for path in outside(seen.paths, str(self.folder))),
            *(f"the display started {call[:80]}" for call in seen.started),
            *(f"{name} came after {taken:.2f} s" for name, taken in slow.items()),
            *(f"a beat was {late:.1f} s late" for late in self.late if late > MOST_LATE_SECONDS),
            *([f"the display grew by {self.grown_bytes} bytes"] if self.grown_bytes > MOST_GROWN_BYTES else []),
            *([f"the display ended with {self.status}"] if self.status else []),
        ]

    def figures(self) -> str:
        """Say how it went, for people."""
        return (
            f"{len(self.seconds)} articles shown, each painted within {max(self.seconds.values()):.2f} s, "
            f"beats at most {max(self.late, default=0):.2f} s late, {self.grown_bytes / 1e6:.0f} MB more memory at the end"
        )


def screened(folder: Path, articles: tuple[Shown, ...], program: tuple[str, ...] = DISPLAY) -> Screening:
    """Show the articles one after the other."""
    (folder / "home").mkdir(parents=True)
    office = _Office(folder)
    screening = Screening(folder)
    with _display(folder, program) as screen:
        screen.order(Begin(office.before.state, editions=(office.before.edition,)))
        screen.wait_for(office.before.edition)
        at_first = screen.memory_bytes()
        for shown in articles:
            show = office.with_article(shown.article, shown.pictures)
            screening.seconds[shown.name] = _seconds_until_painted(screen, show, office.before)
            if screen.is_gone:
                break
        screen.show(office.before)
        screen.wait_for_beat()
        screening.grown_bytes = screen.memory_bytes() - at_first
    screening.status = screen.status
    screening.late = screen.late()
    return screening


def _seconds_until_painted(screen: "_Screen", show: Show, before: Show) -> float:
    """Give how long it took, or the less of two times: what else a busy computer does is no fault of the article's."""
    seconds = screen.show(show)
    if seconds <= LONGEST_GAP_SECONDS or screen.is_gone:
        return seconds
    screen.show(before)
    return min(seconds, screen.show(show))


class _Office:
    """Staff's files as the program brings them, and editions that differ in their one article."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        write_starter(resources(), folder / "staff")
        self._composed = compose(folder / "staff" / "contact.toml", folder / "none")
        self._number = 0
        self.before = self.with_article(Article("Before", ()), {})

    def with_article(self, article: Article, pictures: Mapping[str, bytes]) -> Show:
        edition = _edition(self._composed, article)
        own = {
            one.picture.file: one.content for one in self._composed.pictures if one.picture == edition.organisation.logo
        }
        self._number += 1
        state = self._folder / "editions" / str(self._number)
        outcome = deposit(store_in(state), edition, {**own, **pictures}, Origin(NOW, "1", ()))
        assert isinstance(outcome, Deposited)
        return Show(str(state), outcome.hash)


def _edition(composed: Composed, article: Article) -> Edition:
    assert composed.edition is not None
    look = replace(composed.edition.look, motion="reduced")
    return replace(composed.edition, articles=(article,), look=look)


class _Screen:
    """A display and what it says, which a thread of its own hears."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._orders: IO[str] = process.stdin
        self._painted: dict[str, float] = {}
        self._times: list[float] = []
        self._news = threading.Event()
        self.is_gone = False
        self._ordered_at = 0.0
        self.status: int | None = None
        threading.Thread(target=self._listen, args=(process.stdout,), daemon=True).start()

    def order(self, message: Message) -> None:
        self._ordered_at = time.monotonic()
        with suppress(BrokenPipeError):  # `is_gone` tells
            self._orders.write(to_line(message))
            self._orders.flush()

    def show(self, show: Show) -> float:
        """Order it, and give the seconds until it is painted."""
        self._painted.pop(show.edition, None)
        self.order(show)
        return self.wait_for(show.edition)

    def wait_for(self, edition: str) -> float:
        """Wait until the edition is painted, or the display is gone, and give the seconds since the order."""
        until = time.monotonic() + APPEARS_WITHIN_SECONDS
        while edition not in self._painted and not self.is_gone and time.monotonic() < until:
            self._news.wait(0.2)
            self._news.clear()
        return self._painted.get(edition, time.monotonic()) - self._ordered_at

    def wait_for_beat(self) -> None:
        """Wait for one more, so that the last article has a beat after it."""
        count, until = len(self._times), time.monotonic() + APPEARS_WITHIN_SECONDS
        while len(self._times) == count and not self.is_gone and time.monotonic() < until:
            self._news.wait(0.2)
            self._news.clear()

    def late(self) -> list[float]:
        return [max(0.0, later - earlier - BEAT_SECONDS) for earlier, later in pairwise(self._times[1:])]

    def memory_bytes(self) -> int:
        """Give the memory of the display, which is the last of the processes that were started for it."""
        if self.is_gone:
            return 0
        return int(psutil.Process(self._process.pid).children(recursive=True)[-1].memory_full_info().pss)

    def leave(self) -> None:
        """Hang up, as a supervisor does that ends; the display follows."""
        with suppress(OSError):
            self._orders.close()
        self.status = self._process.wait(APPEARS_WITHIN_SECONDS)

    def _listen(self, lines: IO[str]) -> None:
        for line in lines:
            match from_line(line):
                case Painted(edition):
                    self._painted[edition] = time.monotonic()
                case Beat():
                    self._times.append(time.monotonic())
                case _:
                    pass
            self._news.set()
        self.is_gone = True
        lines.close()


@contextmanager
def _display(folder: Path, program: tuple[str, ...]) -> Iterator[_Screen]:
    command = inside(folder, *strace(folder / "trace", sys.executable, *program))
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            command,
            env=clean_environment(folder / "home"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
    screen = _Screen(process)
    try:
        yield screen
        screen.leave()
    finally:
        process.kill()
        process.wait()
