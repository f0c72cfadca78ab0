"""Which article comes when, while nobody is there."""

from collections.abc import Sequence

SECONDS_A_MINUTE = 60
NONE_SHOWN = -1


def dwell_seconds(reading_minutes: int, shortest: int, longest: int) -> int:
    """Give an article the time that reading it takes, within the office's bounds."""
    return max(shortest, min(reading_minutes * SECONDS_A_MINUTE, longest))


def following(current: int, shown: Sequence[int]) -> int:
    """Give what comes after `current`, which need not be shown any more; both count the edition's articles."""
    later = [index for index in shown if index > current]
    return next(iter(later or shown), NONE_SHOWN)


def staying(current: int, shown: Sequence[int]) -> int:
    """Give `current` while it may be shown, else the first that may."""
    return current if current in shown else next(iter(shown), NONE_SHOWN)
