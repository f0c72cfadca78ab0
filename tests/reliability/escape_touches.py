"""What fingers do to a touch screen, and what they should not: sequences of frames, the same for the same seed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Place: TypeAlias = tuple[int, int]
Change: TypeAlias = Literal["press", "move", "release"]
Frame: TypeAlias = tuple["Finger", ...]
FINGERS = 10


@dataclass(frozen=True, slots=True)
class Finger:
    number: int
    change: Change
    place: Place


class Hand:
    """Makes up what happens on a screen of this size."""

    def __init__(self, seed: int, width: int, height: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # the same every time
        self._width = width
        self._height = height

    def sequence(self) -> list[Frame]:
        kinds = (self.tap, self.flick, self.pinch, self.ten_fingers, self.lost_end, self.hold, self.scramble)
        kind: Callable[[], Iterator[Frame]] = self._chance.choice(kinds)
        return list(kind())

    def tap(self) -> Iterator[Frame]:
        place = self._anywhere()
        yield (Finger(0, "press", place),)
        yield (Finger(0, "release", place),)

    def flick(self) -> Iterator[Frame]:
        yield from self._stroke(0, self._anywhere(), self._anywhere(), self._chance.randint(2, 8))

    def pinch(self) -> Iterator[Frame]:
        """Move two fingers apart or together around a place."""
        (x, y), spread, steps = self._anywhere(), self._chance.choice((-1, 1)), self._chance.randint(3, 9)
        reach = [60 + spread * 55 * step // steps for step in range(steps + 1)]
        pairs = [(self._inside(x - far, y - far), self._inside(x + far, y + far)) for far in reach]
        for step, pair in enumerate(pairs):
            yield tuple(Finger(number, "move" if step else "press", place) for number, place in enumerate(pair))
        yield tuple(Finger(number, "release", place) for number, place in enumerate(pairs[-1]))

    def ten_fingers(self) -> Iterator[Frame]:
        yield tuple(Finger(number, "press", self._anywhere()) for number in range(FINGERS))
        for _ in range(self._chance.randint(1, 4)):
            yield tuple(Finger(number, "move", self._anywhere()) for number in range(FINGERS))
        yield tuple(Finger(number, "release", self._anywhere()) for number in range(FINGERS))

    def lost_end(self) -> Iterator[Frame]:
        """Let the screen never say that the fingers have gone."""
        for number in self._chance.sample(range(FINGERS), self._chance.randint(1, 3)):
            yield (Finger(number, "press", self._anywhere()),)
            yield (Finger(number, "move", self._anywhere()),)

    def hold(self) -> Iterator[Frame]:
        place = self._anywhere()
        yield (Finger(0, "press", place),)
        for _ in range(self._chance.randint(5, 20)):
            yield (Finger(0, "move", place),)
        yield (Finger(0, "release", place),)

    def scramble(self) -> Iterator[Frame]:
        """Say things that no fingers do: moves before presses, releases twice, the same finger pressed again."""
        changes: tuple[Change, ...] = ("press", "move", "release")
        for _ in range(self._chance.randint(2, 10)):
            numbers = self._chance.sample(range(FINGERS), self._chance.randint(1, 4))
            yield tuple(Finger(number, self._chance.choice(changes), self._anywhere()) for number in numbers)

    def _stroke(self, number: int, start: Place, end: Place, steps: int) -> Iterator[Frame]:
        yield (Finger(number, "press", start),)
        for step in range(1, steps + 1):
            x, y = (a + (b - a) * step // steps for a, b in zip(start, end, strict=True))
            yield (Finger(number, "move", (x, y)),)
        yield (Finger(number, "release", end),)

    def _anywhere(self) -> Place:
        return self._chance.randrange(self._width), self._chance.randrange(self._height)

    def _inside(self, x: int, y: int) -> Place:
        return min(max(x, 0), self._width - 1), min(max(y, 0), self._height - 1)
