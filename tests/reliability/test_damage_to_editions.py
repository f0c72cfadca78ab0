"""G5: whatever is wrong with the files of the store, the best whole edition is chosen, and none that is damaged."""

import random
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from os import utime
from pathlib import Path
from time import perf_counter

import pytest

from kiosk.edition.codec import UndecodableError, decode
from kiosk.edition.device import Device, device_settings
from kiosk.edition.journal import Journal, read_journal, read_pin, worth_showing, write_journal, write_pin
from kiosk.edition.manifest import is_hash
from kiosk.edition.model import Edition
from kiosk.edition.sealed import write_sealed
from kiosk.edition.store import EDITION, Missing, Reading, Verified, editions_newest_first, read, read_first
from kiosk.paths import device_settings_in, store_in
from kiosk.supervise.editions import Editions
from tests.reliability.fault_store import LONGEST_CHOICE_SECONDS, YEAR_2000, files_in, folder_in_memory, put

FLIPS = 256
TRUNCATIONS = 64

Reader = Callable[[Path, Iterable[str]], Reading]
Damage = tuple[Path, bytes | None]
"""A file and what is in it instead; None for nothing, not even the file."""


@dataclass
class Choices:
    """How often something was damaged, how long the slowest choice took, and what was chosen wrongly."""

    trials: int = 0
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.trials} damages, {len(self.wrong)} wrong, slowest choice {self.slowest * 1000:.1f} ms"


class Store:
    """Three editions, of which the journal names two and staff have asked for none, and their originals."""

    def __init__(self, state: Path, reader: Reader = read_first) -> None:
        self.state = state
        self._folder = store_in(state)
        self._reader = reader
        older, good, current = self.editions = [put(state, name) for name in ("older", "good", "current")]
        for number, name in enumerate(self.editions):
            utime(self._folder / name / "manifest.json", (YEAR_2000 + number,) * 2)
        self._journal = Journal(current=current, good=good, previous=older)
        write_journal(self._folder, self._journal)
        write_pin(self._folder, older)
        write_sealed(device_settings_in(state), Device(screen="HDMI-1"))
        self.contents = {state / path: content for path, content in files_in(state).items()}
        self._originals = {name: read(self._folder, name) for name in self.editions}
        self._device = device_settings(device_settings_in(state))

    def suffer(self, choices: Choices, told: str, damages: tuple[Damage, ...]) -> None:
        """Damage these files, choose, and make them whole again."""
        times = {path: path.stat() for path, _ in damages}
        for path, content in damages:
            path.unlink()
            if content is not None:
                path.write_bytes(content)
                utime(path, ns=(times[path].st_atime_ns, times[path].st_mtime_ns))
        self.judge(choices, told, {path for path, _ in damages})
        for path, _ in damages:
            path.write_bytes(self.contents[path])
            utime(path, ns=(times[path].st_atime_ns, times[path].st_mtime_ns))

    def judge(self, choices: Choices, told: str, damaged: set[Path]) -> None:
        choices.trials += 1
        choices.wrong += [f"{told}: {wrong}" for wrong in self._wrong(choices, damaged)]

    def _wrong(self, choices: Choices, damaged: set[Path]) -> Iterator[str]:
        begin = perf_counter()
        try:
            order = self._order()
            chosen = self._reader(self._folder, order)
            Editions(self._folder, 60.0).made_from("1.0")
        except Exception as error:  # noqa: BLE001  # whatever it is, it should not have left
            yield f"{error!r} leaves"
            return
        choices.slowest = max(choices.slowest, perf_counter() - begin)
        whole = [name for name in order if not any(name in path.parts for path in damaged)]
        yield from self._misjudged(chosen, order, whole)
        yield from self._misread(damaged)

    def _order(self) -> tuple[str, ...]:
        store = self._folder
        return worth_showing(read_journal(store), read_pin(store), editions_newest_first(store))

    def _misjudged(self, chosen: Reading, order: tuple[str, ...], whole: list[str]) -> Iterator[str]:
        if not isinstance(chosen, Verified):
            yield from (f"{chosen} is chosen, yet {name} is whole" for name in whole[:1])
        elif chosen != self._originals.get(chosen.hash):
            yield f"{chosen.hash} is believed, yet it is not what it was"
        elif whole and order.index(chosen.hash) > order.index(whole[0]):
            yield f"{chosen.hash} is chosen, yet {whole[0]} comes first"

    def _misread(self, damaged: set[Path]) -> Iterator[str]:
        """Say which of the small files say what nobody wrote into them."""
        readings = {
            "journal.json": (read_journal(self._folder), self._journal, Journal()),
            "pin.json": (read_pin(self._folder), self.editions[0], ""),
            "device.json": (device_settings(device_settings_in(self.state)), self._device, Device()),
        }
        names = {path.name for path in damaged}
        for name, (now, original, otherwise) in readings.items():
            if now != (otherwise if name in names else original):
                yield f"{name} says {now}"


@pytest.fixture
def state() -> Iterator[Path]:
    with folder_in_memory() as folder:
        yield folder / "state"


@pytest.fixture
def store(state: Path) -> Store:
    return Store(state)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Callable[[Choices], None]:
    """Give what says how many damages there were and fails where one of them was believed."""

    def tell(choices: Choices) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.name}: {choices}")
        assert not choices.wrong, "\n".join(choices.wrong)
        assert choices.slowest <= LONGEST_CHOICE_SECONDS

    return tell


def flipped(store: Store, places: Iterable[tuple[Path, int]]) -> Choices:
    """Turn bits of one byte at a time, others each time."""
    choices, chance = Choices(), random.Random(5)  # noqa: S311  # no secret
    for path, place in places:
        flip(store, choices, path, place, chance.randrange(1, 256))
    return choices


def flip(store: Store, choices: Choices, path: Path, place: int, bits: int) -> None:
    content = bytearray(store.contents[path])
    content[place] ^= bits
    store.suffer(choices, f"byte {place} ^ {bits} of {path}", ((path, bytes(content)),))


def some_bytes(store: Store) -> list[tuple[Path, int]]:
    """Give some of each file, one half of them at equal distances."""
    chance = random.Random(FLIPS)  # noqa: S311  # no secret
    places = []
    each = FLIPS // len(store.contents) + 1
    for path, content in store.contents.items():
        spread = {len(content) * number // (each // 2) for number in range(each // 2)}
        rest = [place for place in range(len(content)) if place not in spread]
        places += [(path, place) for place in (*spread, *chance.sample(rest, each - len(spread)))]
    return places


def test_a_flipped_byte(store: Store, told: Callable[[Choices], None]) -> None:
    places = some_bytes(store)
    assert len(set(places)) >= FLIPS

    told(flipped(store, places))


@pytest.mark.deep
def test_every_flipped_bit_and_byte(store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    for path, content in store.contents.items():
        for place in range(len(content)):
            for bits in (*(1 << number for number in range(8)), 0xFF):
                flip(store, choices, path, place, bits)

    told(choices)


def test_an_empty_file_or_none(store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    for path in store.contents:
        store.suffer(choices, f"empty {path}", ((path, b""),))
        store.suffer(choices, f"no {path}", ((path, None),))

    told(choices)


def test_a_file_that_ends_early(store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    for path, content in store.contents.items():
        for length in sorted({len(content) * number // TRUNCATIONS for number in range(TRUNCATIONS)}):
            store.suffer(choices, f"{length} bytes of {path}", ((path, content[:length]),))

    told(choices)


def test_a_file_that_goes_on(store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    for path, content in store.contents.items():
        for rest in (b"\n", b"\0" * 4096, content):
            store.suffer(choices, f"more after {path}", ((path, content + rest),))

    told(choices)


def test_zeros_as_after_a_power_cut(store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    for path, content in store.contents.items():
        store.suffer(choices, f"zeros for {path}", ((path, bytes(len(content))),))

    told(choices)


def test_a_file_of_another_edition(store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    first, second, _ = (store.state / "editions" / name for name in store.editions)
    for name in ("manifest.json", EDITION):
        store.suffer(choices, f"another {name}", ((first / name, store.contents[second / name]),))

    told(choices)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_several_editions_at_once(count: int, store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    for names in combinations(store.editions, count):
        damages = tuple((store.state / "editions" / name / EDITION, b"{}") for name in names)
        store.suffer(choices, f"{count} damaged", damages)

    told(choices)


def test_one_folder_after_the_other_goes(store: Store, told: Callable[[Choices], None]) -> None:
    choices, gone = Choices(), set()
    for name in store.editions:
        shutil.rmtree(store.state / "editions" / name)
        gone.add(store.state / "editions" / name)
        store.judge(choices, f"{len(gone)} folders gone", gone)

    told(choices)


def test_a_folder_where_a_file_should_be(store: Store, told: Callable[[Choices], None]) -> None:
    choices = Choices()
    for path, content in store.contents.items():
        path.unlink()
        path.mkdir()
        store.judge(choices, f"a folder for {path}", {path})
        path.rmdir()
        path.write_bytes(content)
        if is_hash(path.parent.name):
            made = YEAR_2000 + store.editions.index(path.parent.name)
            utime(path, (made, made))

    told(choices)


def test_with_nothing_whole_left_the_answer_says_so(store: Store) -> None:
    for name in store.editions:
        (store.state / "editions" / name / EDITION).write_bytes(b"{}")

    chosen = read_first(store.state / "editions", store.editions)

    assert not isinstance(chosen, Verified | Missing)


def test_without_a_store_there_is_no_edition(store: Store) -> None:
    folder = store.state / "editions"
    shutil.rmtree(folder)

    editions = Editions(folder, 60.0)

    assert read_first(folder, editions.worth_showing()) == Missing()
    assert editions.made_from("1.0") == ()


def naive(store: Path, editions: Iterable[str]) -> Reading:
    """Read the first edition that looks like one, and believe it."""
    for name in editions:
        try:
            edition = decode(Edition, (store / name / EDITION).read_bytes())
            picture = (store / name / "pictures" / "logo.png").read_bytes()
        except (OSError, UndecodableError):
            continue
        return Verified(name, edition, {"logo.png": picture})
    return Missing()


def resigned(store: Path, editions: Iterable[str]) -> Reading:
    """Read the first edition, or none."""
    return next((read(store, name) for name in editions), Missing())


class TestTheHarnessItself:
    @pytest.mark.parametrize(
        ("reader", "complaint"),
        [
            pytest.param(naive, "not what it was", id="who believes what it reads"),
            pytest.param(resigned, "is whole", id="who gives up after the first"),
        ],
    )
    def test_catches_a_reader(self, reader: Reader, complaint: str, state: Path) -> None:
        store = Store(state, reader)

        choices = flipped(store, some_bytes(store))

        assert any(complaint in wrong for wrong in choices.wrong)

    def test_catches_a_reader_that_raises(self, state: Path) -> None:
        def raising(folder: Path, editions: Iterable[str]) -> Reading:
            raise UndecodableError(f"{folder}: {len(list(editions))}")

        store = Store(state, raising)
        choices = Choices()

        store.judge(choices, "nothing", set())

        assert "UndecodableError" in choices.wrong[0]

    def test_leaves_the_store_as_it_was(self, store: Store) -> None:
        flipped(store, some_bytes(store)[:20])

        assert {store.state / path: content for path, content in files_in(store.state).items()} == store.contents

    def test_finds_nothing_wrong_with_an_undamaged_store(self, store: Store, told: Callable[[Choices], None]) -> None:
        choices = Choices()

        store.judge(choices, "nothing", set())

        told(choices)
