"""Guessing the PIN at the screen: however the kiosk is killed and restarted, a day has thirty-five tries at most."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.reliability.fault_store import folder_in_memory
from tests.reliability.guesser import (
    DAY,
    Computer,
    CountsAfterwards,
    CountsInMemory,
    Guesser,
    MakePolicy,
    WaitsByTheWallClock,
)

FIRST_DAY, EVERY_DAY_AFTER = 35, 24
FAST, DEEP = 1000, 10_000
MONTH = 30 * DAY

MakeGuesser = Callable[[Path], Guesser]

GUESSERS: dict[str, MakeGuesser] = {
    "comes back exactly when a try is taken": partial(Guesser, patience=1.0),
    "tries all the time": partial(Guesser, pause=86.4),
    "kills the kiosk at every check": partial(Guesser, pause=86.4, killed_between=1.0),
    "kills the kiosk after every try": partial(Guesser, pause=86.4, killed=1.0),
    "restarts the computer after every try": partial(Guesser, pause=20.0, restarted=1.0),
    "restarts it now and then": partial(Guesser, patience=0.9, restarted=0.2),
    "sets the clock after every try": partial(Guesser, pause=86.4, clock_set=1.0, killed=1.0),
    "does all of it": partial(
        Guesser, pause=60.0, killed_between=0.3, killed=0.3, restarted=0.1, clock_set=0.5, patience=0.3
    ),
    "does all of it on a computer that had been on for a month": lambda state: Guesser(
        state, killed_between=0.3, killed=0.3, restarted=0.02, patience=0.5, computer=Computer(MONTH)
    ),
    "does all of it on a computer that has just been turned on": lambda state: Guesser(
        state, killed_between=0.3, killed=0.3, restarted=0.5, patience=0.5, computer=Computer(0.0)
    ),
}
NAIVE: dict[str, tuple[MakePolicy, MakeGuesser]] = {
    "counts after the check": (CountsAfterwards, GUESSERS["kills the kiosk at every check"]),
    "counts in memory": (CountsInMemory, GUESSERS["kills the kiosk after every try"]),
    "waits by the wall clock": (WaitsByTheWallClock, GUESSERS["sets the clock after every try"]),
}


@pytest.fixture
def state() -> Iterator[Path]:
    with folder_in_memory() as folder:
        yield folder


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Callable[[Guesser], None]:
    def tell(guesser: Guesser) -> None:
        days = guesser.per_day()
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.name}: {guesser.tries} tries in {len(days)} days, checked {days}")

    return tell


def assert_within_the_bounds(guesser: Guesser) -> None:
    first, *others = guesser.per_day()
    assert 0 < first <= FIRST_DAY
    assert max(others, default=0) <= EVERY_DAY_AFTER


@pytest.mark.parametrize("make", GUESSERS.values(), ids=GUESSERS)
def test_a_thousand_tries_are_few_checks(make: MakeGuesser, state: Path, told: Callable[[Guesser], None]) -> None:
    guesser = make(state)

    guesser.guess(FAST)

    told(guesser)
    assert_within_the_bounds(guesser)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("make", GUESSERS.values(), ids=GUESSERS)
def test_ten_thousand_tries_are_few_checks(
    make: MakeGuesser, seed: int, state: Path, told: Callable[[Guesser], None]
) -> None:
    guesser = make(state)

    guesser.guess(DEEP, seed)

    told(guesser)
    assert_within_the_bounds(guesser)


@pytest.mark.parametrize("make", GUESSERS.values(), ids=GUESSERS)
def test_the_wall_clock_changes_nothing(make: MakeGuesser, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guesser, other = make(state / "one"), make(state / "other")
    other.computer.wall = 0.0
    for one in (guesser, other):
        one.state.mkdir()
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda computer=one.computer: computer.wall)
            patch.setattr(time, "time_ns", lambda computer=one.computer: int(computer.wall * 1e9))
            one.guess(FAST // 4)

    assert guesser.checks == other.checks


@pytest.mark.parametrize(("policy", "make"), NAIVE.values(), ids=NAIVE)
def test_the_same_guesser_gets_more_out_of_a_naive_one(
    policy: MakePolicy, make: MakeGuesser, state: Path, told: Callable[[Guesser], None]
) -> None:
    guesser = replace(make(state), make=policy)

    guesser.guess(FAST)

    told(guesser)
    assert guesser.per_day()[0] > FIRST_DAY


def test_staff_who_must_wait_are_never_kept_waiting_for_longer_than_an_hour(state: Path) -> None:
    """Whoever has tried all night: one quiet hour and a restart of the kiosk, and the next try is taken."""
    guesser = GUESSERS["tries all the time"](state)
    guesser.guess(FAST)
    last = guesser.checks[-1]

    assert max(later - earlier for earlier, later in zip(guesser.checks, guesser.checks[1:], strict=False)) < 3700
    assert guesser.computer.passed - last < 3700
