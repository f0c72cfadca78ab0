"""When a display that died is started again: at once the first time, ever more slowly when it dies again and again."""

from kiosk.edition.value import Value

DELAYS_SECONDS = (0.2, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
SETTLED_SECONDS = 60.0
"""A display that lived this long was well: its death counts as the first."""


class Restart(Value, frozen=True):
    """`deaths` are those in a row, this one included."""

    deaths: int
    delay_seconds: float


def after_death(deaths_before: int, lived_seconds: float) -> Restart:
    deaths = 1 if lived_seconds >= SETTLED_SECONDS else deaths_before + 1
    return Restart(deaths, DELAYS_SECONDS[min(deaths, len(DELAYS_SECONDS)) - 1])
