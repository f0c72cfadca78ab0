"""In words, when an article is on, and why it is not on some days."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from kiosk.edition.model import Article, Schedule
from kiosk.edition.schedule import DAY_MINUTES
from kiosk.edition.value import Value
from kiosk.edition.wall import at_minutes

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = timedelta(days=1)


class Absence(Value, frozen=True):
    """An article that is not shown, and why."""

    article: int
    why: str


def rule_of(article: Article) -> str:
    schedule = article.schedule or Schedule()
    dates = dates_in_words(schedule.since, schedule.until)
    rule = ", ".join(part for part in (*_weekly(schedule), dates) if part) or "always"
    return f"{rule}; priority {article.priority}" if article.priority else rule


def why_absent(article: Article, first: date, last: date) -> str:
    """Say why an article is not on from the first day to the last, both included."""
    schedule = article.schedule or Schedule()
    if schedule.until and schedule.until <= at_minutes(first, 0):
        return f"its time was {_until(schedule.until)}"
    if schedule.since and schedule.since >= at_minutes(last + _DAY, 0):
        return f"its time begins on {in_words(schedule.since)}"
    return f"only {rule_of(article)}"


def dates_in_words(since: datetime | None, until: datetime | None) -> str:
    parts = (f"from {in_words(since)}" if since else "", _until(until) if until else "")
    return ", ".join(part for part in parts if part)


def weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def day_in_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_words(moment: datetime) -> str:
    """Give a time of the wall clock; a midnight goes by its day."""
    day = day_in_words(moment.date())
    return day if moment.time() == time() else f"{day} at {moment:%H:%M}"


def listed(words: tuple[str, ...]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def _weekly(schedule: Schedule) -> Iterator[str]:
    if schedule.days:
        yield f"on {listed(tuple(f'{_WEEKDAYS[day]}s' for day in schedule.days))}"
    if schedule.start is not None and schedule.end is not None:
        yield f"from {_clock(schedule.start)} to {_clock(schedule.end or DAY_MINUTES)}{_of_next_day(schedule)}"
    elif schedule.start is not None:
        yield f"from {_clock(schedule.start)}"
    elif schedule.end is not None:
        yield f"until {_clock(schedule.end or DAY_MINUTES)}"


def _of_next_day(schedule: Schedule) -> str:
    return " the next day" if 0 < (schedule.end or 0) <= (schedule.start or 0) else ""


def _until(until: datetime) -> str:
    """Name the last day, where the first moment without the article is a midnight."""
    if until.time() == time():
        return f"until the end of {day_in_words(until.date() - _DAY)}"
    return f"until {in_words(until)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
