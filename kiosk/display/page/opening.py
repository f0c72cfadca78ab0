"""Open or closed: from weekly hours, dated exceptions and the office's local time."""

from datetime import date, datetime, timedelta
from typing import TypeAlias

from kiosk.edition.model import DatedHours, Hours, Span
from kiosk.edition.value import Value
from kiosk.edition.wall import at_minutes

LOOK_AHEAD_DAYS = 14


class OpenUntil(Value, frozen=True):
    """Open; `closes` is a wall-clock time, perhaps days from now."""

    closes: datetime


class AlwaysOpen(Value, frozen=True):
    """Open without a break for at least two weeks."""


class OpensAgain(Value, frozen=True):
    """Closed until `opens`, a wall-clock time; `note` tells why, where today is a dated exception."""

    opens: datetime
    note: str = ""


class ClosedForLong(Value, frozen=True):
    """Closed for at least two weeks."""

    note: str = ""


Opening: TypeAlias = OpenUntil | AlwaysOpen | OpensAgain | ClosedForLong


def opening(hours: Hours, now: datetime) -> Opening:
    """Tell whether the office is open; `now` is its local time, and only the wall clock counts."""
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    closes = wall
    for opens, end in _stretches(hours, wall.date()):
        if opens <= closes < end:
            closes = end
    if closes == wall:
        return _closed(hours, wall)
    always = closes - wall > timedelta(days=LOOK_AHEAD_DAYS - 1)
    return AlwaysOpen() if always else OpenUntil(closes)


def next_opening(hours: Hours, now: datetime) -> datetime | None:
    """Give the wall-clock time at which the office will open after having been closed; None for the next two weeks."""
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    open_until = wall
    for opens, closes in _stretches(hours, wall.date()):
        if opens > open_until:
            return opens
        open_until = max(open_until, closes)
    return None


def spans_on(hours: Hours, day: date) -> tuple[Span, ...]:
    """Give the hours that begin on a day."""
    exception = exception_on(hours, day)
    return exception.spans if exception else hours.week[day.weekday()]


def exception_on(hours: Hours, day: date) -> DatedHours | None:
    return next((dated for dated in hours.exceptions if dated.day == day), None)


def _closed(hours: Hours, wall: datetime) -> OpensAgain | ClosedForLong:
    today = exception_on(hours, wall.date())
    note = today.note if today else ""
    opens = next_opening(hours, wall)
    return OpensAgain(opens, note) if opens else ClosedForLong(note)


def _stretches(hours: Hours, today: date) -> list[tuple[datetime, datetime]]:
    """List the opening stretches from yesterday's, which may last past midnight, two weeks ahead, in order."""
    days = (today + timedelta(days=ahead) for ahead in range(-1, LOOK_AHEAD_DAYS))
    return sorted(
        (at_minutes(day, span.opens), at_minutes(day, span.closes)) for day in days for span in spans_on(hours, day)
    )
