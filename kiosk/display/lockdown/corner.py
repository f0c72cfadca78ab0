"""The gesture that calls staff's PIN pad: five touches in one corner of the screen within three seconds."""

from collections import deque

TOUCHES = 5
WITHIN_SECONDS = 3.0
SHARE = 0.12
SMALLEST_PX = 80.0


class Corner:
    """Lengths are in pixels of the window, times in seconds."""

    def __init__(self) -> None:
        self._touches: deque[tuple[float, str]] = deque(maxlen=TOUCHES)

    def is_called(self, place: tuple[float, float], size: tuple[int, int], now: float) -> bool:
        """Take note of a touch at `place` in a window of `size`; True when it completes the gesture."""
        self._touches.append((now, corner_at(place, size)))
        first, corners = self._touches[0][0], {corner for _, corner in self._touches}
        is_complete = len(self._touches) == TOUCHES and now - first <= WITHIN_SECONDS
        if not is_complete or len(corners) != 1 or corners == {""}:
            return False
        self._touches.clear()
        return True


def corner_at(place: tuple[float, float], size: tuple[int, int]) -> str:
    """Name the corner that the place is in, "" for none."""
    (x, y), (width, height) = place, size
    side = max(SMALLEST_PX, SHARE * min(width, height))
    across = "left" if x < side else "right" if x >= width - side else ""
    down = "top" if y < side else "bottom" if y >= height - side else ""
    return f"{down} {across}" if across and down else ""
