"""The one time by which a visit is over, whatever it is waiting for."""

import time
from dataclasses import dataclass

LONGEST_VISIT = 20.0
"""Seconds; whoever asks may want it to be over sooner."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time of the monotonic clock."""

    at: float

    def left(self) -> float:
        """Give the seconds that are left, more than none; raises TimeoutError when it is over."""
        seconds = self.at - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


def at_most(wanted: float) -> Deadline:
    return Deadline(min(wanted, time.monotonic() + LONGEST_VISIT))
