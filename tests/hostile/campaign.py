"""A corpus visited in a network of its own, and all that is wrong with how that went."""

import json
import os
import signal
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk.commands.gather import CPU_SECONDS, MEMORY_BYTES, WALL_SECONDS
from kiosk.edition.model import Article
from kiosk.edition.pictures import pictures_of_article
from kiosk.prepare.article.runs import text_of
from kiosk.prepare.kept import read_kept, read_picture
from tests.hostile.case import HOST, MARKER, Case
from tests.hostile.orders import Came, Order
from tests.hostile.places import clean_environment, inside
from tests.hostile.run_cases import source_of
from tests.hostile.server import address_of
from tests.hostile.sound import faults
from tests.hostile.stage import cases_of
from tests.hostile.trace import Traced, outside, traced

READER = "tests.hostile.run_cases"
LONGEST_SECONDS = 3000
_HOST, _, _PORT = HOST.partition(":")
OURS = (_HOST, int(_PORT))
WAITING = Path(MARKER).name


@dataclass(frozen=True, slots=True)
class Shown:
    """An article that came of a case, with the contents of its pictures."""

    name: str
    article: Article
    pictures: Mapping[str, bytes]


@dataclass(frozen=True)
class Campaign:
    """`recorded` are the connections that the forbidden places had; `folder` holds what the visits have left."""

    folder: Path
    cases: Mapping[int, Case]
    came: Mapping[int, Came]
    traced: Traced
    recorded: tuple[str, ...]

    def wrong(self) -> list[str]:
        """Give a sentence for each thing that must not be."""
        reads = outside(self.traced.paths, str(self.folder))
        return [
            *(f"it connected to {place}" for place in sorted(self.traced.connected - {OURS})),
            *(f"somebody came to {place}" for place in sorted(set(self.recorded))),
            *(f"it touched {path}" for path in sorted(self.traced.paths) if WAITING in path),
            *(f"it read outside: {path}" for path in reads),
            *(f"it started {call[:80]}" for call in self.traced.started),
            *(f"no answer to {self._name(number)}" for number in sorted(self.cases.keys() - self.came.keys())),
            *(sentence for came in self.came.values() for sentence in self._wrong_with(came)),
            *(f"{shown.name}: {fault}" for shown in self.shown for fault in faults(shown.article)),
        ]

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        return tuple(shown for number in self.came for shown in self._shown(number))

    def figures(self) -> str:
        """Say how it went, for people."""
        families = Counter(case.family for case in self.cases.values())
        seconds, cpu = (max(getattr(came, name) for came in self.came.values()) for name in ("seconds", "cpu_seconds"))
        peak = max(came.peak_bytes for came in self.came.values())
        shares = ", ".join(f"{family} {count}" for family, count in families.items())
        return (
            f"{len(self.cases)} cases ({shares}), {len(self.shown)} articles, slowest {seconds:.2f} s "
            f"({cpu:.2f} s of the processor), {peak / 1e6:.0f} MB at most"
        )

    def _wrong_with(self, came: Came) -> Iterator[str]:
        case, name = self.cases[came.number], self._name(came.number)
        if came.error:
            yield f"{name} raised {came.error}"
        if came.signal:
            yield f"{name} was killed by {signal.Signals(came.signal).name}"
        if came.seconds > WALL_SECONDS or came.cpu_seconds > CPU_SECONDS or came.peak_bytes > MEMORY_BYTES:
            yield f"{name} took {came.seconds:.1f} s, {came.cpu_seconds:.1f} s of the processor, {came.peak_bytes} bytes"
        if case.comes != "either" and (case.comes == "article") != bool(came.articles):
            yield f"{name} gave {came.articles} articles ({came.trouble}: {came.what})"

    def _shown(self, number: int) -> Iterator[Shown]:
        state = self.folder / "state" / str(number)
        source = source_of(Order(number, address_of(number), self.cases[number].full_text))
        for kept in read_kept(state, source).articles:
            names = [picture.file for picture in pictures_of_article(kept.article)]
            contents = {name: content for name in names if (content := read_picture(state, name)) is not None}
            yield Shown(self._name(number), kept.article, contents)

    def _name(self, number: int) -> str:
        return f"{number} {self.cases[number].family}: {self.cases[number].name}"


def unusual_first(shown: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """Give what differs, those first of whose make there are few; the longest of a make before others."""
    different = tuple({each.article: each for each in shown}.values())
    makes = Counter(_make(each.article) for each in different)
    return tuple(sorted(different, key=lambda each: (makes[_make(each.article)], -len(repr(each.article)))))


def _make(article: Article) -> tuple[object, ...]:
    kinds = frozenset(type(block).__name__ for block in article.blocks)
    letters = frozenset(unicodedata.bidirectional(sign) for sign in text_of(article.blocks)[:20_000])
    return kinds, letters, article.picture is not None, article.is_cut


def campaign(folder: Path, *words: str, reader: str = READER) -> Campaign:
    """Visit the corpus that the words name, with the program that is in the module `reader`."""
    (folder / "home").mkdir(parents=True)
    _run(folder, sys.executable, "-m", "tests.hostile.stage", str(folder), reader, *words)
    lines = (folder / "came").read_text("utf-8").splitlines()
    came = {one.number: one for one in (Came(**json.loads(line)) for line in lines)}
    recorded = json.loads((folder / "recorded").read_text("utf-8"))
    return Campaign(folder, cases_of(list(words)), came, traced(folder / "trace"), tuple(recorded))


def _run(folder: Path, *stage: str) -> None:
    """Run it in a network of its own to its end, or end it with all that it has started."""
    environment = clean_environment(folder / "home")
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            inside(folder, *stage), env=environment, stdout=said, stderr=said, start_new_session=True
        )
    try:
        status = process.wait(LONGEST_SECONDS)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    assert status == 0, (folder / "said").read_text("utf-8", "replace")[-3000:]
