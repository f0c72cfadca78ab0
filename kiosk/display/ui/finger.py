"""One finger on a column, from its press on: whether it taps or drags, how far, and how fast. Pure; pixels and seconds."""

from collections import deque

REMEMBERED_SECONDS = 0.1
"""The speed of a flick is that of its end; a finger that has rested for so long throws nothing."""


class Finger:
    def __init__(self, place: tuple[float, float], now: float, slop: float) -> None:
        """Take it for a tap until it has moved by more than `slop`."""
        self._pressed_at = place
        self._slop = slop
        self._origin = 0.0
        self._trail = deque([(now, place[1])])
        self.drags = False

    def move(self, place: tuple[float, float], now: float) -> None:
        x, y = place
        self._trail.append((now, y))
        self._forget(now)
        across, down = x - self._pressed_at[0], y - self._pressed_at[1]
        if not self.drags and max(abs(across), abs(down)) > self._slop:
            self.drags = True
            self._origin = self._pressed_at[1] + max(-self._slop, min(down, self._slop))

    @property
    def dragged(self) -> float:
        """How far the finger has led the column down, counted from where it stopped to be a tap: nothing jumps."""
        return self._trail[-1][1] - self._origin if self.drags else 0.0

    def speed(self, now: float) -> float:
        """Give how fast it has moved down of late, in pixels a second."""
        self._forget(now)
        if len(self._trail) < 2:  # noqa: PLR2004  # two points make a way
            return 0.0
        (before, first), (_, last) = self._trail[0], self._trail[-1]
        return (last - first) / max(now - before, 0.001)

    def _forget(self, now: float) -> None:
        """Keep what is recent, and where the finger is."""
        while len(self._trail) > 1 and now - self._trail[0][0] > REMEMBERED_SECONDS:
            self._trail.popleft()
