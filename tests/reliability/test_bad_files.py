"""G1: whatever is in contact.toml while the kiosk runs, the screen stays whole and the good edition untouched.

Every prefix of the starter and thousands of mutations are read in this process, where an exception would be seen, and
written over the file of a real kiosk, which reads those that it has the time for.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.paths import resources, store_in
from kiosk.prepare.compose import compose
from kiosk.prepare.config.read import read_contact
from kiosk.supervise.intervals import Intervals
from tests.reliability.lobby import Lobby, Visitor, dark_colours, open_lobby, until, visitor_in

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(3600)]

MEDIAN_SECONDS = 0.020
SLOWEST_SECONDS = 2.0
WELL_TOLD = 0.95
COMPOSED_EVERY = 10
SAVED_EVERY_SECONDS = 0.7
"""Long enough for the kiosk to find the file at rest, and to read it."""
STARTER = (resources() / "contact.toml").read_bytes()
ODDITIES = (b'"', b"'", b"[", b"]", b"[[", b"=", b"\n", b"#", b"\x00", b"\xff", b"\xfe\xff", b"{", b"}", b"\\u0000")
PATHOLOGICAL = {
    "nothing": b"",
    "one byte that is no text": b"\xff",
    "UTF-16": STARTER.decode().encode("utf-16"),
    "UTF-16 without its mark": STARTER.decode().encode("utf-16-le"),
    "UTF-32": STARTER.decode().encode("utf-32"),
    "a mark of UTF-8": b"\xef\xbb\xbf" + STARTER,
    "old Windows": STARTER.replace(b"Reception", "Réception".encode("cp1252")),
    "carriage returns": STARTER.replace(b"\n", b"\r\n"),
    "carriage returns alone": STARTER.replace(b"\n", b"\r"),
    "DOS's end of file": STARTER + b"\x1a",
    "deep arrays": b"a = " + b"[" * 5000 + b"]" * 5000,
    "a key of 20,000 parts": b".".join([b"a"] * 20_000) + b" = 1",
    "a long number": b"a = " + b"9" * 5000,
    "not a number": b"a = nan",
    "five megabytes": b'a = "' + b"x" * 5_000_000 + b'"',
    "a NUL": b'a = "\\u0000"',
    "turned text": 'name = "\u202e"'.encode(),
    "ten thousand keys": b"".join(b"k%d = 1\n" % number for number in range(10_000)),
    "ten thousand tables": b"[[phone]]\n" * 10_000,
    "the starter twice": STARTER + STARTER,
}


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as opened:
        yield opened


class Reader:
    """Reads what it is given, times it, and now and then writes it over the running kiosk's file.

    Every tenth is also composed into a whole edition, with its articles and pictures.
    """

    def __init__(self, lobby: Lobby, seed: int) -> None:
        self._lobby = lobby
        self._file = lobby.folder / "trial.toml"
        self._chance = random.Random(seed)  # noqa: S311  # the same every time
        self._saved_at = time.monotonic()
        self.seconds: list[float] = []
        self.told: list[bool] = []

    def read(self, content: bytes) -> None:
        self._file.write_bytes(content)
        began = time.perf_counter()
        loaded = read_contact(self._file)
        self.seconds.append(time.perf_counter() - began)
        self.told += [bool(problem.cure and problem.what) for problem in loaded.problems[:3]]
        if len(self.seconds) % COMPOSED_EVERY == 0:
            compose(self._file, self._lobby.folder / "nothing kept")
        if time.monotonic() - self._saved_at >= SAVED_EVERY_SECONDS:
            self._lobby.contact.write_bytes(content)
            self._saved_at = time.monotonic()

    def mutated(self) -> bytes:
        """Flip, remove, double or replace some bytes of the starter."""
        content = bytearray(STARTER)
        for _ in range(self._chance.randint(1, 6)):
            place, length = self._chance.randrange(len(content)), self._chance.randint(1, 40)
            match self._chance.randrange(4):
                case 0:
                    content[place] ^= 1 << self._chance.randrange(8)
                case 1:
                    del content[place : place + length]
                case 2:
                    content[place:place] = content[place : place + length]
                case _:
                    content[place : place + 1] = self._chance.choice(ODDITIES)
        return bytes(content)


def bytes_of(store: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in store.rglob("*") if path.is_file() and len(path.parent.name) >= 8}


def check_while_running(lobby: Lobby, work: Callable[[Reader], None], seed: int) -> Reader:
    """Do the work while the kiosk runs and a visitor watches."""
    colours = dark_colours()
    first, last = next(colours), next(colours)
    lobby.contact.write_text(lobby.paint(first), "utf-8")
    kiosk = lobby.start(Intervals(trial=0.5))
    until(lambda: lobby.shows(first) and not lobby.status().is_on_trial)
    good = lobby.status().edition
    before = bytes_of(store_in(lobby.state) / good)
    reader = Reader(lobby, seed)

    with visitor_in(lobby) as visitor:
        work(reader)
        lobby.contact.write_text(lobby.paint(last), "utf-8")
        until(lambda: lobby.shows(last), 30)

    check_screen(visitor, lobby)
    assert kiosk.is_running()
    after = bytes_of(store_in(lobby.state) / good)
    assert after in ({}, before)
    print(  # noqa: T201  # the figure
        f"\n{len(reader.seconds)} files read, median {statistics.median(reader.seconds) * 1000:.1f} ms, "
        f"slowest {max(reader.seconds) * 1000:.0f} ms; {visitor.looks} looks, {len(visitor.blanks)} blank"
    )
    return reader


def check_screen(visitor: Visitor, lobby: Lobby) -> None:
    assert visitor.blanks == []
    assert "Traceback" not in lobby.log() + lobby.log("display")
    assert '"display died"' not in lobby.log()


def check_reader(reader: Reader) -> None:
    assert statistics.median(reader.seconds) <= MEDIAN_SECONDS
    assert max(reader.seconds) <= SLOWEST_SECONDS
    assert sum(reader.told) >= WELL_TOLD * len(reader.told)


def read_all(contents: Iterable[bytes]) -> Callable[[Reader], None]:
    def work(reader: Reader) -> None:
        for content in contents:
            reader.read(content)

    return work


def test_every_beginning_of_the_starter(lobby: Lobby) -> None:
    prefixes = [STARTER[:length] for length in range(len(STARTER) + 1)]

    check_reader(check_while_running(lobby, read_all(prefixes), seed=1))


def check_mutations(lobby: Lobby, times: int, seed: int) -> None:
    def work(reader: Reader) -> None:
        for _ in range(times):
            reader.read(reader.mutated())

    check_while_running(lobby, work, seed)


def test_two_thousand_mutations_of_the_starter(lobby: Lobby) -> None:
    check_mutations(lobby, 2000, seed=2)


@pytest.mark.deep
def test_twenty_thousand_mutations_of_the_starter(lobby: Lobby) -> None:
    check_mutations(lobby, 20_000, seed=3)


def test_files_of_every_strange_kind(lobby: Lobby) -> None:
    reader = check_while_running(lobby, read_all(PATHOLOGICAL.values()), seed=4)

    assert max(reader.seconds) <= SLOWEST_SECONDS


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from([*STARTER.splitlines(keepends=True), *ODDITIES]) | st.binary(max_size=30)))
def test_any_pieces_in_any_order_raise_nothing(tmp_path: Path, pieces: list[bytes]) -> None:
    file = tmp_path / "contact.toml"
    file.write_bytes(b"".join(pieces))

    composed = compose(file, tmp_path / "nothing kept")

    assert composed.edition is not None or composed.problems


def test_what_is_counted_would_be_seen(lobby: Lobby) -> None:
    """The positive control: a reader that raises, and a screen that goes blank."""
    reader = Reader(lobby, seed=5)
    contents = {reader.mutated() for _ in range(50)}

    assert len(contents) > 40
    assert all(one != other for one, other in pairwise(contents))
    assert sum(compose_fails_naively(content) for content in contents) > 5


def compose_fails_naively(content: bytes) -> bool:
    """Read it as a program without care would."""
    import tomllib  # noqa: PLC0415  # the careless way, used here alone

    try:
        tomllib.loads(content.decode())["organisation"]["name"].strip()
    except (ValueError, KeyError, AttributeError, TypeError):
        return True
    return False
