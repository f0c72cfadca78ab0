"""When an article is shown: what its dates, days and times must not contradict. The rules are in `edition/schedule.py`."""

from datetime import datetime, time, timedelta

from kiosk.edition.model import Article, Schedule
from kiosk.edition.schedule import is_on, next_change
from kiosk.edition.value import replace
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.time_of_day import DAY_MINUTES

FIRST_YEAR, LAST_YEAR = 2000, 2999


def too_far(key: str, moment: datetime) -> Fault | None:
    if FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    cure = "Write a year with its four digits, or delete the line: without it there is no such limit"
    return Fault(key, f"the year {moment.year} is too far away", cure)


def contradiction(schedule: Schedule) -> Fault | None:
    """Find why the article would never be shown, or not when staff expect it."""
    if schedule.start == DAY_MINUTES:
        return Fault("start", "24:00 is the end of a day", 'Write "00:00" for its beginning')
    if schedule.start is not None and schedule.start == schedule.end:
        return Fault("end", "is the same time as start", "Give another time; for the whole day delete both lines")
    if schedule.since and schedule.until and schedule.until <= schedule.since:
        return _backwards(schedule.since, schedule.until)
    return None if _comes_on(schedule) else _never(schedule)


def has_passed(schedule: Schedule, wall: datetime) -> Fault | None:
    """Warn of an end that lies before this time of the wall clock."""
    if schedule.until is None or schedule.until > wall:
        return None
    cure = "The article is not shown any more. Give a later date, or delete the line to show it again"
    return Fault("to", "has passed", cure, "warning")


def ending(schedule: Schedule | None, until: datetime | None) -> Schedule | None:
    """Give the schedule with an end, unless it has an earlier one."""
    if until is None or (schedule and schedule.until and schedule.until <= until):
        return schedule
    return replace(schedule or Schedule(), until=until)


def _backwards(since: datetime, until: datetime) -> Fault:
    what = "is not after from: the article would never be shown"
    if until == since and since.time() == time():
        day = since.date()
        return Fault("to", what, f"For that one day write {day + timedelta(days=1)}, the first day without it")
    return Fault("to", what, "Give a later date")


def _comes_on(schedule: Schedule) -> bool:
    if schedule.since is None or schedule.until is None:
        return True
    alone = (Article("", (), schedule=schedule),)
    return is_on(schedule, schedule.since) or next_change(alone, schedule.since) is not None


def _never(schedule: Schedule) -> Fault:
    key, what = ("days", "none of these days") if schedule.days else ("start", "no such time of day")
    if schedule.start is None and not schedule.days:
        key = "end"
    return Fault(
        key, f"{what} lies between from and to: the article would never be shown", "Give others, or a later to"
    )
