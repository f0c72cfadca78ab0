"""Whether somebody is at the screen, told from touches and time alone.

    Attract ──a touch──► Reading ──nothing for a while──► StillThere ──no answer──► Attract, afresh
                            ▲                                 │
                            └─────────an answer───────────────┘

Where a visitor has changed nothing, nobody is asked and nothing starts afresh. Times are seconds of a clock that no
one sets (`time.monotonic`).
"""

from typing import TypeAlias, assert_never

from kiosk.edition.value import Value

QUESTION_SECONDS = 15.0


class Attract(Value, frozen=True):
    """Nobody is there; the articles follow each other."""


class Reading(Value, frozen=True):
    """Somebody is there, and touched the screen at `touched` for the last time."""

    touched: float


class StillThere(Value, frozen=True):
    """The visitor is asked, and has until `ends` to answer."""

    ends: float


Attention: TypeAlias = Attract | Reading | StillThere


def touched(attention: Attention, now: float) -> Attention:
    """Take a touch, wheel or key; while the visitor is asked it only stops the clock, for its end is the answer."""
    match attention:
        case Attract() | Reading():
            return Reading(now)
        case StillThere():
            return StillThere(now + QUESTION_SECONDS)
        case other:
            assert_never(other)


def answered(attention: Attention, now: float) -> Attention:
    return Reading(now) if isinstance(attention, StillThere) else attention


def passed(attention: Attention, now: float, idle_seconds: float, *, is_changed: bool) -> Attention:
    """Give what the time has made of it; `is_changed` tells whether the visitor has left anything to start afresh."""
    when = due(attention, idle_seconds)
    if when is None or now < when:
        return attention
    if isinstance(attention, Reading) and is_changed:
        return StillThere(now + QUESTION_SECONDS)
    return Attract()


def due(attention: Attention, idle_seconds: float) -> float | None:
    """Give the time at which something changes by itself: the screen starts afresh `idle_seconds` after the last touch."""
    match attention:
        case Attract():
            return None
        case Reading(touched):
            return touched + max(idle_seconds - QUESTION_SECONDS, 0.0)
        case StillThere(ends):
            return ends
        case other:
            assert_never(other)
