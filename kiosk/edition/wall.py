"""The clock on the office's wall: where it stands, which moment a time on it means, and when it is put forward or back.

A time that is skipped in spring means the first moment after the gap; one that comes twice in autumn the first of the two.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.edition.value import Value

_STEP_SECONDS = 6 * 60 * 60
"""Clocks are never put forward and back within so short a time."""


class Turn(Value, frozen=True):
    """The clock jumps at `moment` (UTC): on the wall, `after` follows where `before` would have come."""

    moment: datetime
    before: datetime
    after: datetime


def wall_time(moment: datetime, zone: ZoneInfo) -> datetime:
    """Give what the wall clock shows, without a zone."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def moment_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """Give the moment (UTC) at which the wall clock shows this time, or has just jumped over it."""
    moment = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if wall_time(moment, zone) == wall:
        return moment
    turn = next_turn(moment - timedelta(days=1), zone, timedelta(days=1))
    return turn.moment if turn else moment


def at_minutes(day: date, minutes: int) -> datetime:
    """Give the time of the wall clock so many minutes after the midnight with which the day begins."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def next_turn(moment: datetime, zone: ZoneInfo, within: timedelta) -> Turn | None:
    """Find the first jump of the clock after a moment."""
    start = moment.astimezone(UTC).replace(microsecond=0)
    for ahead in range(0, int(within.total_seconds()), _STEP_SECONDS):
        step = start + timedelta(seconds=ahead)
        if _offset(step, zone) != _offset(step + timedelta(seconds=_STEP_SECONDS), zone):
            turn = _turn_after(step, zone)
            return turn if turn.moment <= moment + within else None
    return None


def _turn_after(step: datetime, zone: ZoneInfo) -> Turn:
    """Halve the time in which it lies until it is known to the second."""
    old = _offset(step, zone)
    low, high = 0, _STEP_SECONDS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(step + timedelta(seconds=middle), zone) == old else (low, middle)
    moment = step + timedelta(seconds=high)
    return Turn(moment, (moment + old).replace(tzinfo=None), wall_time(moment, zone))


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
