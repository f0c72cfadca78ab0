"""Whether it is night for the screen, by the office's hours and the clock on its wall, and when that changes."""

from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.display.page.opening import LOOK_AHEAD_DAYS, spans_on
from kiosk.edition.device import Light
from kiosk.edition.model import Hours
from kiosk.edition.value import Value
from kiosk.edition.wall import at_minutes, next_turn, wall_time

GRACE = timedelta(minutes=10)
"""Before it opens and after it closes, for whoever comes early or is the last to leave."""

LOOK_AHEAD = timedelta(days=LOOK_AHEAD_DAYS - 1)


class Night(Value, frozen=True):
    """`ends` is a moment in UTC, None where that is not within two weeks."""

    ends: datetime | None


def night_at(hours: Hours | None, moment: datetime, zone: ZoneInfo) -> Night | None:
    """Tell whether it is night; without hours it never is."""
    if hours is None or _is_lit(hours, wall_time(moment, zone)):
        return None
    now = moment.astimezone(UTC)
    return Night(_first_light(hours, now, zone, now + LOOK_AHEAD))


def light_by(setting: Literal["on", "dim", "off"], night: Night | None, *, is_wanted: bool) -> Light:
    """Tell what the screen is by device.toml; where its light `is_wanted`, night is day."""
    if night is None or is_wanted or setting == "on":
        return "lit"
    return "dimmed" if setting == "dim" else "off"


def _first_light(hours: Hours, moment: datetime, zone: ZoneInfo, last: datetime) -> datetime | None:
    """Find the end of a night, be it only because the clock is put forward or back over an edge of the hours."""
    wall = wall_time(moment, zone)
    light = next((begins for begins, _ in _lit(hours, wall.date()) if begins > wall), None)
    due = None if light is None else moment + (light - wall)
    turn = next_turn(moment, zone, last - moment) if moment < last else None
    if turn is None or (due is not None and due < turn.moment):
        return due if due is not None and due <= last else None
    return turn.moment if _is_lit(hours, turn.after) else _first_light(hours, turn.moment, zone, last)


def _is_lit(hours: Hours, wall: datetime) -> bool:
    return any(begins <= wall < ends for begins, ends in _lit(hours, wall.date()))


def _lit(hours: Hours, today: date) -> list[tuple[datetime, datetime]]:
    """List the opening stretches from yesterday's on, in order, with the grace around them."""
    days = (today + timedelta(days=ahead) for ahead in range(-1, LOOK_AHEAD_DAYS))
    return sorted(
        (at_minutes(day, span.opens) - GRACE, at_minutes(day, span.closes) + GRACE)
        for day in days
        for span in spans_on(hours, day)
    )
