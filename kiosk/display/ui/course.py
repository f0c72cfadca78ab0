"""The course of a column that moves by itself: where it stands at what time. Pure; places are pixels, times are seconds."""

from math import ceil, exp, log

from kiosk.edition.value import Value

FRAME_SECONDS = 0.016
SLOW_STEP_SECONDS = 0.04
DECAY_SECONDS = 0.325
"""After it a flick has 1/e of its speed. Ended where it moves by a pixel a frame, even a strong one stands within about 1.2 s."""
STANDS_BELOW = 60.0
FASTEST = 4000.0
NUDGE_SECONDS = 0.18


class Course(Value, frozen=True):
    """Runs from `start` to `end`: evenly, or ever slower where there is a `decay`."""

    start: float
    end: float
    seconds: float
    decay: float = 0.0
    step_seconds: float = FRAME_SECONDS

    def place(self, elapsed: float) -> int:
        share = min(elapsed / self.seconds, 1.0)
        if self.decay and share < 1:
            share = (1 - exp(-elapsed / self.decay)) / (1 - exp(-self.seconds / self.decay))
        return round(self.start + (self.end - self.start) * share)


def even(start: int, end: int, seconds: float) -> Course:
    """Move evenly, with no more steps than there are pixels and 25 a second."""
    a_pixel = seconds / max(abs(end - start), 1)
    return Course(start, end, seconds, step_seconds=a_pixel * ceil(SLOW_STEP_SECONDS / a_pixel))


def nudge(start: int, end: int) -> Course:
    """Follow a notch of the wheel at once, and softly."""
    return Course(start, end, NUDGE_SECONDS, NUDGE_SECONDS / 3)


def thrown(start: int, speed: float, most: int, unit: float) -> Course | None:
    """Go on as a flick asks that left a finger at `speed` pixels a second, or not at all when that is hardly any.

    It comes to rest between 0 and `most`: where it would run beyond them it slows down sooner, and never bounces.
    `unit` is pixels for a design pixel: on a screen with twice as many, everything is twice as fast.
    """
    speed, slowest = max(-FASTEST * unit, min(speed, FASTEST * unit)), STANDS_BELOW * unit
    room = most - start if speed > 0 else start
    if abs(speed) < 2 * slowest or room <= 0:
        return None
    decay = min(DECAY_SECONDS, room / (abs(speed) - slowest))
    way = decay * (abs(speed) - slowest)
    return Course(start, start + (way if speed > 0 else -way), decay * log(abs(speed) / slowest), decay)
