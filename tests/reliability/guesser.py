"""Somebody who guesses the PIN for days on end, kills the kiosk, restarts the computer and sets its clock."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.paths import attempts_in
from kiosk.supervise.attempts import Attempts, after_restart, of_pin, wait_seconds, with_try
from kiosk.supervise.attempts_file import AttemptsBook

PIN_HASH = "scrypt$one"
DAY = 86_400.0
YEAR = 365 * DAY
BOOTS_WITHIN = (5.0, 90.0)


class Computer:
    """Its monotonic clock begins anew with each restart; `passed` is the time that nobody can set."""

    def __init__(self, uptime: float = 40.0) -> None:
        self.passed = 0.0
        self.wall = 1_800_000_000.0
        self._booted = -uptime

    def monotonic(self) -> float:
        return self.passed - self._booted

    def let_pass(self, seconds: float) -> None:
        self.passed += seconds
        self.wall += seconds

    def restart(self, off: float, uptime: float) -> None:
        self.let_pass(off)
        self._booted = self.passed
        self.let_pass(uptime)


class Policy(Protocol):
    """What decides about tries; a new one is made whenever the kiosk starts."""

    def wait_seconds(self) -> float: ...
    def before_check(self) -> None: ...
    def after_check(self) -> None: ...


class Ours:
    def __init__(self, state: Path, computer: Computer) -> None:
        self._computer = computer
        self._book = AttemptsBook(state, computer.monotonic)

    def wait_seconds(self) -> float:
        return self._book.wait_seconds(PIN_HASH, self._computer.monotonic())

    def before_check(self) -> None:
        self._book.count(PIN_HASH, self._computer.monotonic())

    def after_check(self) -> None:
        pass


class CountsAfterwards:
    """Naive: whoever is killed in between has had a try for nothing."""

    def __init__(self, state: Path, computer: Computer) -> None:
        self._file = attempts_in(state)
        self._computer = computer
        self._attempts = after_restart(read_sealed(self._file, Attempts("pin")), computer.monotonic())

    def wait_seconds(self) -> float:
        return wait_seconds(self._attempts, self._computer.monotonic())

    def before_check(self) -> None:
        pass

    def after_check(self) -> None:
        self._attempts = with_try(self._attempts, self._computer.monotonic())
        write_sealed(self._file, self._attempts)


class CountsInMemory:
    """Naive: a new start is a fresh start."""

    def __init__(self, _state: Path, computer: Computer) -> None:
        self._computer = computer
        self._attempts = Attempts("pin")

    def wait_seconds(self) -> float:
        return wait_seconds(self._attempts, self._computer.monotonic())

    def before_check(self) -> None:
        self._attempts = with_try(of_pin(self._attempts, "pin"), self._computer.monotonic())

    def after_check(self) -> None:
        pass


class WaitsByTheWallClock:
    """Naive: whoever sets the clock forward need not wait."""

    def __init__(self, state: Path, computer: Computer) -> None:
        self._file = attempts_in(state)
        self._computer = computer
        self._attempts = read_sealed(self._file, Attempts("pin"))

    def wait_seconds(self) -> float:
        return max(0.0, self._attempts.not_before - self._computer.wall)

    def before_check(self) -> None:
        self._attempts = with_try(self._attempts, self._computer.wall)
        write_sealed(self._file, self._attempts)

    def after_check(self) -> None:
        pass


MakePolicy = Callable[[Path, Computer], Policy]


@dataclass
class Guesser:
    """`tries` counts what was attempted, `checks` holds when a PIN was really checked.

    Each figure is how often, of one try: the kiosk is killed right before or after the check, killed later, the computer
    restarted, its clock set by a year. `patience` 1 is to come back exactly when a try is taken, 0 never to look.
    """

    state: Path
    make: MakePolicy = Ours
    pause: float = 60.0
    killed_between: float = 0.0
    killed: float = 0.0
    restarted: float = 0.0
    clock_set: float = 0.0
    patience: float = 0.0
    computer: Computer = field(default_factory=Computer)
    checks: list[float] = field(default_factory=list)
    tries: int = 0

    def guess(self, times: int, seed: int = 1) -> None:
        chance = random.Random(seed)  # noqa: S311  # the same guesses each time
        policy = self.make(self.state, self.computer)
        for _ in range(times):
            policy = self._try(policy, chance)
            policy = self._disturb(policy, chance)
            longest = policy.wait_seconds() if chance.random() < self.patience else self.pause
            self.computer.let_pass(longest or self.pause)

    def per_day(self) -> list[int]:
        days = int(self.computer.passed // DAY) + 1
        return [sum(day * DAY <= at < (day + 1) * DAY for at in self.checks) for day in range(days)]

    def _try(self, policy: Policy, chance: random.Random) -> Policy:
        self.tries += 1
        if policy.wait_seconds() > 0:
            return policy
        policy.before_check()
        is_killed = chance.random() < self.killed_between
        if is_killed and chance.random() < 0.5:  # before the check
            return self.make(self.state, self.computer)
        self.checks.append(self.computer.passed)
        if is_killed:
            return self.make(self.state, self.computer)
        policy.after_check()
        return policy

    def _disturb(self, policy: Policy, chance: random.Random) -> Policy:
        if chance.random() < self.clock_set:
            self.computer.wall += chance.choice((-YEAR, YEAR))
        if chance.random() < self.restarted:
            self.computer.restart(chance.choice((0.0, 5.0, 600.0)), chance.uniform(*BOOTS_WITHIN))
            return self.make(self.state, self.computer)
        return self.make(self.state, self.computer) if chance.random() < self.killed else policy
