"""When a display that died is started again: at once the first time, ever more slowly when it dies again and again."""

import sys

from kiosk.edition.value import Value

DELAYS_SECONDS = (0.2, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
DEATHS_TO_SAFETY = 5
FROM_OUTSIDE = frozenset({1, 255, -1, -2, -9, -15})
"""Exit statuses where the X server (1) or the Wayland compositor (255) is gone, and of a process that was hung up,
interrupted, killed or terminated."""

FROM_OUTSIDE_ON_WINDOWS = frozenset({0, 1, 0x40010004, 0xC000013A})
"""Ended by somebody, by Task Manager, by logging off, by Ctrl+C (ntstatus.h)."""


class Deaths(Value, frozen=True):
    """Those in a row, each by its time."""

    times: tuple[float, ...] = ()


def with_death(deaths: Deaths, born: float, now: float, well_seconds: float) -> Deaths:
    """Add a death; that of a display which lived as long as `well_seconds` counts as the first."""
    before = () if now - born >= well_seconds else deaths.times
    return Deaths((*before, now)[-len(DELAYS_SECONDS) :])


def delay_seconds(deaths: Deaths) -> float:
    return DELAYS_SECONDS[min(len(deaths.times), len(DELAYS_SECONDS)) - 1]


def asks_for_safety(deaths: Deaths, now: float, well_seconds: float) -> bool:
    """Tell whether it has died so often within `well_seconds` that it should show no articles."""
    return sum(now - time <= well_seconds for time in deaths.times) >= DEATHS_TO_SAFETY


def is_own_fault(exit_status: int, platform: str = sys.platform) -> bool:
    return exit_status not in (FROM_OUTSIDE_ON_WINDOWS if platform == "win32" else FROM_OUTSIDE)
