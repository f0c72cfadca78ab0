"""Which articles are on at a time of the wall clock, and when that changes.

The rules, all of which must hold for an article to be on:
- `since` is the first moment at which it is on, `until` the first at which it is no longer. Ends are exclusive everywhere.
- On its `days`, which are all days where none is named, it is on from `start` (without it, midnight) until `end` (without
  it, the next midnight).
- Where `end` is not later than `start`, it is on past midnight, and that night belongs to the day on which it began:
  Fridays from 22:00 to 02:00 end on Saturday at 02:00.
- Only the wall clock counts. What lies in the hour that is skipped in spring does not come on that day; what lies in the
  hour that comes twice in autumn comes twice.

Of the articles that are on, those of the highest priority are shown, in the order of the file.
"""

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.edition.model import Article, Schedule
from kiosk.edition.wall import at_minutes, next_turn, wall_time

DAY_MINUTES = 24 * 60
WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def shown(articles: Sequence[Article], wall: datetime) -> tuple[int, ...]:
    """Count out the articles that are shown at a time of the wall clock."""
    on = [index for index, article in enumerate(articles) if is_on(article.schedule, wall)]
    highest = max((articles[index].priority for index in on), default=0)
    return tuple(index for index in on if articles[index].priority == highest)


def is_on(schedule: Schedule | None, wall: datetime) -> bool:
    if schedule is None:
        return True
    if (schedule.since and wall < schedule.since) or (schedule.until and wall >= schedule.until):
        return False
    days = (wall.date() - _DAY, wall.date())
    return any(begins <= wall < ends for day in days for begins, ends in windows(schedule, day))


def windows(schedule: Schedule, day: date) -> Iterator[tuple[datetime, datetime]]:
    """Give the window that begins on this day, if one does, as if there were no `since` and no `until`."""
    if schedule.days and day.weekday() not in schedule.days:
        return
    start = schedule.start or 0
    end = DAY_MINUTES if schedule.end is None else schedule.end
    yield at_minutes(day, start), at_minutes(day, end if end > start else end + DAY_MINUTES)


def next_change(articles: Sequence[Article], wall: datetime) -> datetime | None:
    """Give the time of the wall clock at which something else is shown, None where that never happens."""
    before = shown(articles, wall)
    return next((edge for edge in _edges(articles, wall) if shown(articles, edge) != before), None)


def next_moment(articles: Sequence[Article], now: datetime, zone: ZoneInfo) -> datetime | None:
    """Give the moment at which something else is shown, be it only because the clock is put forward or back.

    It is exact for the week to come; one further ahead is off by as much as the clock may be put until then.
    """
    wall = wall_time(now, zone)
    change = next_change(articles, wall)
    due = None if change is None else now + (change - wall)
    turn = next_turn(now, zone, WEEK)
    if turn is None or (due is not None and due < turn.moment):
        return due
    if shown(articles, turn.after) != shown(articles, wall):
        return turn.moment
    return next_moment(articles, turn.moment, zone)


def _edges(articles: Sequence[Article], wall: datetime) -> Iterator[datetime]:
    """Give, in order, the times after `wall` at which something may change.

    Between two dates that schedules name, every week is like the one before: a week after each date tells all.
    """
    schedules = [article.schedule for article in articles if article.schedule]
    dates = sorted({edge for schedule in schedules for edge in _dates(schedule) if edge > wall})
    for anchor in (wall, *dates):
        weekly = {edge for schedule in schedules for edge in _weekly(schedule, anchor)}
        yield from sorted(edge for edge in weekly.union(dates) if wall < edge <= anchor + WEEK)


def _dates(schedule: Schedule) -> Iterator[datetime]:
    """Give those it names; the last year there is has no week after it."""
    yield from (edge for edge in (schedule.since, schedule.until) if edge and edge.year < MAXYEAR)


def _weekly(schedule: Schedule, anchor: datetime) -> Iterator[datetime]:
    for ahead in range(-1, WEEK.days + 1):
        for window in windows(schedule, anchor.date() + timedelta(days=ahead)):
            yield from window
