"""What the kiosk costs while nobody is there and nothing moves."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.reliability.lobby import Lobby, cards_of, display_of, open_lobby, until

pytestmark = pytest.mark.xvfb

SECONDS = 25
TIMES = 3
CALM_AFTER_SECONDS = 10
MOST_WAKE_UPS = 2.0
MOST_OF_A_CORE = 0.001


@dataclass(frozen=True)
class Cost:
    """What a process has used since it began: how often each thread waited, and seconds of the processor."""

    waits: dict[str, int]
    seconds: float

    @property
    def wake_ups(self) -> int:
        return sum(self.waits.values())

    def since_then(self, process: psutil.Process) -> "Cost":
        """Give what came on top; a thread that has ended meanwhile takes its count along."""
        spent = _spent(process)
        waits = {thread: count - self.waits.get(thread, 0) for thread, count in spent.waits.items()}
        return Cost(waits, spent.seconds - self.seconds)


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as lobby:
        lobby.keep_still()
        yield lobby


def test_rest_costs_next_to_nothing(lobby: Lobby) -> None:
    """Look a few times: a busy computer makes a process wait for others as well."""
    kiosk = lobby.start()
    until(lambda: bool(lobby.status().edition))
    time.sleep(CALM_AFTER_SECONDS)
    (card,) = cards_of(kiosk)
    all_three = psutil.Process(kiosk.pid), display_of(kiosk), card

    assert any(all(map(_is_next_to_nothing, _cost_of_rest(all_three))) for _ in range(TIMES))


def _is_next_to_nothing(cost: Cost) -> bool:
    return cost.wake_ups <= MOST_WAKE_UPS * SECONDS and cost.seconds <= MOST_OF_A_CORE * SECONDS


def _cost_of_rest(processes: tuple[psutil.Process, ...]) -> tuple[Cost, ...]:
    before = [_spent(process) for process in processes]
    time.sleep(SECONDS)
    return tuple(spent.since_then(process) for spent, process in zip(before, processes, strict=True))


def _spent(process: psutil.Process) -> Cost:
    waits = {}
    for status in Path(f"/proc/{process.pid}/task").glob("*/status"):
        words = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        waits[status.parent.name] = int(words["voluntary_ctxt_switches"])
    times = process.cpu_times()
    return Cost(waits, times.user + times.system)
