"""G3: a writer killed at any moment leaves the old state or the new one, and a fresh reader has something to show."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

import pytest

from kiosk.edition.durable import ORPHANED_AFTER_SECONDS
from kiosk.edition.journal import named_in, read_journal
from kiosk.edition.store import Verified, read
from kiosk.supervise.editions import Editions
from tests.reliability.fault_child import SERIES, TRIAL_SECONDS, Death, Order
from tests.reliability.fault_store import (
    Anew,
    Files,
    files_in,
    folder_in_memory,
    half_editions,
    no_choice,
    put,
    temporary_in,
    third_contents,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, and forks")

ROOT = Path(__file__).parents[2]
AT_RANDOM = 100
AT_RANDOM_DEEP = 1000


@dataclass
class Deaths:
    """How often the writer was killed, in how many steps of its series, and what was wrong afterwards."""

    kills: int = 0
    steps: set[int] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.kills} kills in {len(self.steps)} steps, {self.kills - len(self.wrong)} recovered"


class Mortal:
    """Lets a fork of `fault_child` do a series and die, and looks at what it leaves; `series` is one of its names."""

    def __init__(self, child: "subprocess.Popen[str]", anew: Anew, series: str) -> None:
        self._child = child
        self._anew = anew
        self._series = series
        anew()
        self._moments = [files_in(anew.state) for _ in SERIES[series](anew.state)]

    def dies_at_every_call(self, stride: int = 1) -> Deaths:
        deaths = Deaths()
        calls = self._death(when="never").calls
        for at, call in islice(enumerate(calls, 1), 0, None, stride):
            for when in ("before", "after", *(("midway",) if call == "w" else ())):
                self._add(deaths, f"{when} call {at}", self._death(at=at, when=when))
        return deaths

    def dies_at_random(self, times: int) -> Deaths:
        """Kill it from outside, at any time of its life."""
        deaths = Deaths()
        chance = random.Random(times)  # noqa: S311  # no secret
        life = median(self._death(seconds=60.0).seconds for _ in range(5))
        while deaths.kills < times:
            seconds = chance.uniform(0, life)
            self._add(deaths, f"{seconds * 1000:.2f} ms after its start", self._death(seconds=seconds))
        return deaths

    def _death(self, at: int = 0, when: str = "", seconds: float | None = None) -> Death:
        self._anew()
        order = Order(self._series, str(self._anew.state), at, when, seconds)
        assert self._child.stdin
        assert self._child.stdout
        self._child.stdin.write(f"{json.dumps(asdict(order))}\n")
        self._child.stdin.flush()
        death = Death(**json.loads(self._child.stdout.readline()))
        assert not death.trouble, death.trouble
        return death

    def _add(self, deaths: Deaths, moment: str, death: Death) -> None:
        if not death.killed:  # it was faster
            return
        deaths.kills += 1
        deaths.steps.add(death.steps)
        before = self._moments[max(death.steps - 1, 0)]
        after = self._moments[min(death.steps, len(self._moments) - 1)]
        if wrong := self._wrong(before, after):
            deaths.wrong.append(f"{moment}, in step {death.steps}: {'; '.join(wrong)}")
        elif left := left_for_good(self._anew.state):
            deaths.left.append(f"{moment}, in step {death.steps}: {', '.join(left)} stays")

    def _wrong(self, before: Files, after: Files) -> list[str]:
        state = self._anew.state
        return [
            *third_contents(state, before, after),
            *half_editions(state, before, after),
            *unreadable_names(self._anew.store),
            *no_choice(state),
            *(bad_start(self._anew.store) or no_choice(state)),
        ]


def unreadable_names(store: Path) -> list[str]:
    named = named_in(read_journal(store))
    return [f"the journal names {name}" for name in named if not isinstance(read(store, name), Verified)]


def bad_start(store: Path) -> list[str]:
    """Let the next supervisor begin, and say what is wrong with it."""
    on_trial = read_journal(store).on_trial
    try:
        wanted = Editions(store, TRIAL_SECONDS).worth_showing()
    except Exception as error:  # noqa: BLE001  # whatever it is, it should not have left
        return [f"the next start ends with {error!r}"]
    is_set_aside = on_trial in {aside.edition for aside in read_journal(store).set_aside}
    if on_trial and (not is_set_aside or wanted[0] == on_trial):
        return [f"{on_trial} was on trial and is shown again"]
    return []


def left_for_good(state: Path) -> list[str]:
    """Say which temporary files stay although they are old: the next job removes those in the state and the store."""
    names = [name for name in temporary_in(state) if Path(name).parts[0] == "editions"]
    for name in names:
        os.utime(state / name, (1, (state / name).stat().st_mtime - ORPHANED_AFTER_SECONDS - 1))
    if names:
        put(state, "the next")
    return [name for name in names if (state / name).exists()]


@pytest.fixture(scope="module")
def child() -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.reliability.fault_child"]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process


@pytest.fixture(scope="module")
def anew() -> Iterator[Anew]:
    with folder_in_memory() as folder:
        yield Anew(folder)


@pytest.fixture(scope="module")
def mortal(child: "subprocess.Popen[str]", anew: Anew) -> Callable[[str], Mortal]:
    return partial(Mortal, child, anew)


@pytest.fixture(scope="module")
def at_every_call(mortal: Callable[[str], Mortal]) -> Deaths:
    return mortal("ours").dies_at_every_call()


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Callable[[Deaths], None]:
    """Give what says how many deaths there were and fails where one of them did harm."""

    def tell(deaths: Deaths) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.name}: {deaths}")
        assert not deaths.wrong, "\n".join(deaths.wrong)

    return tell


def test_killed_before_within_and_after_every_call(at_every_call: Deaths, told: Callable[[Deaths], None]) -> None:
    assert at_every_call.kills > 500

    told(at_every_call)


def test_what_a_killed_writer_leaves_behind_goes_with_a_later_deposit(at_every_call: Deaths) -> None:
    assert not at_every_call.left, "\n".join(at_every_call.left)


def test_killed_at_random(mortal: Callable[[str], Mortal], told: Callable[[Deaths], None]) -> None:
    told(mortal("ours").dies_at_random(AT_RANDOM))


@pytest.mark.deep
def test_killed_at_random_a_thousand_times(mortal: Callable[[str], Mortal], told: Callable[[Deaths], None]) -> None:
    told(mortal("ours").dies_at_random(AT_RANDOM_DEEP))


class TestTheHarnessItself:
    @pytest.mark.parametrize("series", ["naive_journal", "naive_deposit"])
    def test_catches_a_naive_writer_at_some_call(self, series: str, mortal: Callable[[str], Mortal]) -> None:
        deaths = mortal(series).dies_at_every_call(stride=20)

        assert len(deaths.wrong) > deaths.kills / 4

    @pytest.mark.parametrize("series", ["naive_journal", "naive_deposit"])
    def test_catches_a_naive_writer_at_random(self, series: str, mortal: Callable[[str], Mortal]) -> None:
        deaths = mortal(series).dies_at_random(20)

        assert len(deaths.wrong) > deaths.kills / 4

    def test_catches_that_nothing_is_left(self, anew: Anew) -> None:
        anew()
        shutil.rmtree(anew.store)

        assert no_choice(anew.state)

    def test_kills_in_every_step(self, at_every_call: Deaths, anew: Anew) -> None:
        anew()
        steps = len(list(SERIES["ours"](anew.state)))

        assert at_every_call.steps == set(range(1, steps))
