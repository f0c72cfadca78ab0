"""Tells a device that types from a person who does: hundreds of keys in a few seconds, as an injector sends."""

from collections import deque

MOST_KEYS = 250
WITHIN_SECONDS = 5.0
IGNORED_SECONDS = 30.0


class Flood:
    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=MOST_KEYS)
        self._until = 0.0

    def is_on(self, now: float) -> bool:
        """Take note of a key that was pressed now, in seconds; True while keys are to be ignored."""
        self._times.append(now)
        if len(self._times) == MOST_KEYS and now - self._times[0] <= WITHIN_SECONDS:
            self._until = now + IGNORED_SECONDS
        return now < self._until
