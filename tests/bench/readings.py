"""What is read in one run, and the median of many runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Literal, TypeAlias

Quantity: TypeAlias = Literal[
    "start", "memory", "idle", "wake_ups", "wake_ups_root", "fade", "fade_p99", "scroll", "scroll_p99"
]
START: Quantity = "start"
"""Seconds from the start of the process to the first complete frame."""
MEMORY: Quantity = "memory"
"""Proportional set size of all processes, in millions of bytes."""
IDLE: Quantity = "idle"
"""Seconds of processor time that all processes use in twenty seconds."""
WAKE_UPS: Quantity = "wake_ups"
"""How often the threads of all processes wake up in twenty seconds."""
WAKE_UPS_ROOT: Quantity = "wake_ups_root"
"""The same of the first process alone: the kiosk's is its supervisor."""

FADE: Quantity = "fade"
FADE_P99: Quantity = "fade_p99"
SCROLL: Quantity = "scroll"
SCROLL_P99: Quantity = "scroll_p99"
"""Milliseconds of processor time for one step of a fade or of a flick: the median, and what 99 of 100 keep below."""


@dataclass(frozen=True, slots=True)
class Reading:
    subject: str
    quantity: Quantity
    value: float


Medians: TypeAlias = dict[tuple[str, Quantity], float]
"""By subject and quantity."""


def percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))]


def medians(readings: Iterable[Reading]) -> Medians:
    values: dict[tuple[str, Quantity], list[float]] = {}
    for reading in readings:
        values.setdefault((reading.subject, reading.quantity), []).append(reading.value)
    return {key: median(those) for key, those in values.items()}
