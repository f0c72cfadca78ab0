"""Which articles are on: weekdays, ends, nights, dates, priorities."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.edition.model import Article, Schedule
from kiosk.edition.schedule import next_change, shown

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
MINUTE = timedelta(minutes=1)
TWO_WEEKS = timedelta(days=14)


def at(day: int, hour: int = 0, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    """Give a time on the wall; 23 November 2026 is a Monday."""
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001  # a wall clock has no zone


def article(schedule: Schedule | None = None, priority: int = 0) -> Article:
    return Article("Welcome", (), schedule=schedule, priority=priority)


ALWAYS = article()
FRIDAYS = Schedule(days=(FRIDAY,))
MORNINGS = Schedule(start=8 * 60, end=12 * 60)
FRIDAY_NIGHTS = Schedule(days=(FRIDAY,), start=22 * 60, end=2 * 60)
SUNDAY_NIGHTS = Schedule(days=(SUNDAY,), start=22 * 60, end=2 * 60)
NIGHTS = Schedule(start=22 * 60, end=2 * 60)
FROM_FRIDAY_TEN = Schedule(days=(FRIDAY,), start=22 * 60)
MONDAYS_UNTIL_NINE = Schedule(days=(MONDAY,), end=9 * 60)
ROUND_THE_CLOCK = Schedule(days=(FRIDAY,), start=9 * 60, end=9 * 60)
UNTIL_MIDNIGHT = Schedule(days=(FRIDAY,), start=18 * 60, end=24 * 60)
UNTIL_ZERO = Schedule(days=(FRIDAY,), start=18 * 60, end=0)
DECEMBER = Schedule(since=at(1, month=12), until=at(1, month=1, year=2027))
NIGHTS_OF_DECEMBER = Schedule(since=DECEMBER.since, until=DECEMBER.until, start=22 * 60, end=2 * 60)
LEAP_NIGHTS = Schedule(since=at(28, month=2, year=2028), start=22 * 60, end=2 * 60)

IS_ON = {
    "always, without a schedule": (None, at(27, 3), True),
    "the day before": (FRIDAYS, at(26, 23, 59), False),
    "the first minute of its day": (FRIDAYS, at(27), True),
    "the last minute of its day": (FRIDAYS, at(27, 23, 59), True),
    "the next midnight": (FRIDAYS, at(28), False),
    "before the start": (MORNINGS, at(23, 7, 59), False),
    "the start itself": (MORNINGS, at(23, 8), True),
    "before the end": (MORNINGS, at(23, 11, 59), True),
    "the end itself": (MORNINGS, at(23, 12), False),
    "a night, before it": (FRIDAY_NIGHTS, at(27, 21, 59), False),
    "a night, its start": (FRIDAY_NIGHTS, at(27, 22), True),
    "a night, at midnight": (FRIDAY_NIGHTS, at(28), True),
    "a night, its last minute": (FRIDAY_NIGHTS, at(28, 1, 59), True),
    "a night, its end": (FRIDAY_NIGHTS, at(28, 2), False),
    "a night, the evening of the day on which it ends": (FRIDAY_NIGHTS, at(28, 22), False),
    "a night, the small hours of the day on which it begins": (FRIDAY_NIGHTS, at(27, 1), False),
    "a night from Sunday to Monday": (SUNDAY_NIGHTS, at(23, 1, 59), True),
    "a night from Sunday to Monday is over": (SUNDAY_NIGHTS, at(23, 2), False),
    "a night across the end of a month": (NIGHTS, at(1, 1, month=12), True),
    "a night across the end of a year": (NIGHTS, at(1, 1, month=1, year=2027), True),
    "a start alone lasts until midnight": (FROM_FRIDAY_TEN, at(27, 23, 59), True),
    "a start alone ends at midnight": (FROM_FRIDAY_TEN, at(28), False),
    "an end alone begins at midnight": (MONDAYS_UNTIL_NINE, at(23), True),
    "an end alone ends": (MONDAYS_UNTIL_NINE, at(23, 9), False),
    "the same start and end last a day": (ROUND_THE_CLOCK, at(28, 8, 59), True),
    "the same start and end end after a day": (ROUND_THE_CLOCK, at(28, 9), False),
    "until 24:00": (UNTIL_MIDNIGHT, at(27, 23, 59), True),
    "until 24:00 is not the next day": (UNTIL_MIDNIGHT, at(28), False),
    "until 00:00 is until midnight": (UNTIL_ZERO, at(27, 23, 59), True),
    "until 00:00 is not the next day": (UNTIL_ZERO, at(28), False),
    "before the first date": (DECEMBER, at(30, 23, 59), False),
    "the first moment of the first date": (DECEMBER, at(1, month=12), True),
    "the last moment before the last date": (DECEMBER, at(31, 23, 59, month=12), True),
    "the last date itself": (DECEMBER, at(1, month=1, year=2027), False),
    "a night that the first date cuts": (NIGHTS_OF_DECEMBER, at(30, 23), False),
    "what is left of a night on the first date": (NIGHTS_OF_DECEMBER, at(1, 1, month=12), True),
    "a night that the last date cuts": (NIGHTS_OF_DECEMBER, at(1, 1, month=1, year=2027), False),
    "a night into 29 February": (LEAP_NIGHTS, at(29, 1, month=2, year=2028), True),
    "a night out of 29 February": (LEAP_NIGHTS, at(1, 1, month=3, year=2028), True),
}

NEXT = {
    "always": ((ALWAYS,), at(23), None),
    "no article at all": ((), at(23), None),
    "its day comes": ((article(FRIDAYS),), at(23, 9), at(27)),
    "its day ends": ((article(FRIDAYS),), at(27, 9), at(28)),
    "exactly at an edge, the next one": ((article(FRIDAYS),), at(27), at(28)),
    "a week later": ((article(FRIDAYS),), at(28), at(4, month=12)),
    "almost a whole week later": (
        (article(Schedule(days=(FRIDAY,), start=22 * 60, end=22 * 60 + 1)),),
        at(27, 22, 1),
        at(4, 22, month=12),
    ),
    "every day of the week is no change": ((article(Schedule(days=tuple(range(7)))),), at(23), None),
    "nights that touch are no change": ((article(Schedule(start=9 * 60, end=9 * 60)),), at(23), None),
    "a date in a year": ((article(Schedule(since=at(1, 8, year=2027))),), at(23), at(1, 8, year=2027)),
    "its week after a date in a year": (
        (article(Schedule(days=(FRIDAY,), since=at(1, 8, year=2027), start=9 * 60)),),
        at(23),
        at(5, 9, year=2027),
    ),
    "a date that has passed": ((article(Schedule(until=at(1))),), at(23), None),
    "the last year there is": ((article(Schedule(until=at(31, month=12, year=9999))),), at(23), None),
    "another article joins": ((ALWAYS, article(MORNINGS)), at(23, 7), at(23, 8)),
    "what is outranked changes nothing": ((article(priority=1), article(MORNINGS)), at(23, 7), None),
    "what goes before begins": ((ALWAYS, article(MORNINGS, priority=1)), at(23, 7), at(23, 8)),
    "one night ends as another article's morning begins": (
        (article(NIGHTS), article(Schedule(start=2 * 60, end=3 * 60))),
        at(23, 1),
        at(23, 2),
    ),
}

wall_times = st.datetimes(at(1), at(31, month=12))
whole_minutes = wall_times.map(lambda time: time.replace(second=0, microsecond=0))
schedules = st.builds(
    Schedule,
    days=st.sets(st.integers(0, 6), max_size=4).map(lambda days: tuple(sorted(days))),
    since=st.none() | whole_minutes,
    until=st.none() | whole_minutes,
    start=st.none() | st.integers(0, 1439),
    end=st.none() | st.integers(0, 1440),
)
line_ups = st.lists(st.builds(article, st.none() | schedules, st.integers(0, 2)), max_size=4)


@pytest.mark.parametrize(("schedule", "wall", "is_on"), IS_ON.values(), ids=IS_ON)
def test_an_article_is_on(schedule: Schedule | None, wall: datetime, is_on: bool) -> None:  # noqa: FBT001  # a table's column
    assert shown([article(schedule)], wall) == ((0,) if is_on else ())


def test_articles_keep_the_order_of_the_file() -> None:
    assert shown([ALWAYS, article(FRIDAYS), ALWAYS, article(MORNINGS)], at(27, 13)) == (0, 1, 2)


def test_those_of_the_highest_priority_go_alone() -> None:
    assert shown([ALWAYS, article(priority=2), article(priority=1), article(priority=2)], at(27)) == (1, 3)


def test_a_priority_counts_only_while_its_article_is_on() -> None:
    assert shown([ALWAYS, article(FRIDAYS, priority=5)], at(26)) == (0,)


def test_seconds_count() -> None:
    ends = Schedule(until=at(27, 9) + timedelta(seconds=30))

    assert shown([article(ends)], at(27, 9) + timedelta(seconds=29)) == (0,)
    assert shown([article(ends)], at(27, 9) + timedelta(seconds=30)) == ()


@pytest.mark.parametrize(("articles", "wall", "change"), NEXT.values(), ids=NEXT)
def test_the_next_change_is(articles: tuple[Article, ...], wall: datetime, change: datetime | None) -> None:
    assert next_change(articles, wall) == change


@settings(max_examples=40, deadline=None)
@given(line_ups, whole_minutes)
def test_no_minute_of_two_weeks_changes_but_the_one_that_is_told(articles: list[Article], wall: datetime) -> None:
    before = shown(articles, wall)
    minutes = (wall + n * MINUTE for n in range(1, int(TWO_WEEKS / MINUTE)))
    seen = next((minute for minute in minutes if shown(articles, minute) != before), None)

    told = next_change(articles, wall)

    assert seen == (told if told is None or told < wall + TWO_WEEKS else None)


@settings(max_examples=40, deadline=None)
@given(line_ups, wall_times)
def test_what_is_told_is_a_change(articles: list[Article], wall: datetime) -> None:
    told = next_change(articles, wall)

    assert told is None or (told > wall and shown(articles, told) != shown(articles, wall))
