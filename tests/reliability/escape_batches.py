"""In what portions acts are tried: twenty at once, no faster than a person types, what is held down held only once."""

import time
from collections import deque
from collections.abc import Iterator
from itertools import groupby

from tests.reliability.escape_acts import Act

BATCH = 20
MOST_PRESSES, WITHIN_SECONDS = 235, 5.1
"""A little less than what the kiosk takes for a flood: it ignores the keys after one, and the battery would be idle."""


class Pace:
    """Waits before so many more keys may be pressed; a flood of its own waits for nothing."""

    def __init__(self) -> None:
        self._presses: deque[tuple[float, int]] = deque()

    def keep(self, presses: int) -> None:
        while presses <= MOST_PRESSES < self._recent() + presses:
            time.sleep(0.05)
        self._presses.append((time.monotonic(), presses))

    def _recent(self) -> int:
        while self._presses and time.monotonic() - self._presses[0][0] > WITHIN_SECONDS:
            self._presses.popleft()
        return sum(presses for _, presses in self._presses)


def batches(acts: tuple[Act, ...], alone: frozenset[frozenset[str]]) -> Iterator[tuple[Act, ...]]:
    """Give a chord that the window manager takes away from the program alone and before the rest."""
    taken = [act for act in acts if frozenset(act.name.lower().split("+")) in alone]
    rest = tuple(act for act in acts if act not in taken)
    yield from ((act,) for act in taken)
    yield from (rest[first : first + BATCH] for first in range(0, len(rest), BATCH))


def words_for(acts: tuple[Act, ...]) -> list[str]:
    words = list[str]()
    for held, group in groupby(acts, key=lambda act: act.held):
        inner = [word for act in group for word in act.words]
        words += ["keydown", "+".join(held), *inner, "keyup", "+".join(held)] if held else inner
    return words


def presses_of(acts: tuple[Act, ...]) -> int:
    return sum(act.presses for act in acts) + sum(len(held) for held, _ in groupby(act.held for act in acts))
