"""Schedules on the days on which the clocks are put forward or back: real moments, in the zones of the world."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.edition.model import Article, Schedule
from kiosk.edition.schedule import next_moment, shown
from kiosk.edition.wall import wall_time
from tests.edition.turns import BACK, FORWARD, UNTURNED, Jump

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

forward = pytest.mark.parametrize("jump", FORWARD, ids=lambda jump: jump.zone)
back = pytest.mark.parametrize("jump", BACK, ids=lambda jump: jump.zone)
both = pytest.mark.parametrize("jump", FORWARD + BACK, ids=lambda jump: f"{jump.zone} {jump.before}")


def minute_of_day(wall: datetime) -> int:
    return wall.hour * 60 + wall.minute


def daily(begins: datetime, ends: datetime) -> Article:
    return Article("Welcome", (), schedule=Schedule(start=minute_of_day(begins), end=minute_of_day(ends)))


def changes(article: Article, zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """Give the moments at which a timer would be woken."""
    found: list[datetime] = []
    now = start
    while (due := next_moment([article], now, zone)) is not None and due < end:
        found.append(due)
        now = due
    return found


def changes_around(article: Article, jump: Jump) -> list[datetime]:
    return changes(article, jump.info, jump.utc - 4 * HOUR, jump.utc + 4 * HOUR)


@forward
def test_a_window_around_the_gap_is_shorter(jump: Jump) -> None:
    article = daily(jump.before - HOUR, jump.after + HOUR)

    assert changes_around(article, jump) == [jump.utc - HOUR, jump.utc + HOUR]


@forward
def test_a_window_that_begins_in_the_gap_begins_with_its_end(jump: Jump) -> None:
    article = daily(jump.before + 10 * MINUTE, jump.after + HOUR)

    assert changes_around(article, jump) == [jump.utc, jump.utc + HOUR]


@forward
def test_a_window_that_ends_in_the_gap_ends_with_its_beginning(jump: Jump) -> None:
    article = daily(jump.before - HOUR, jump.before + 10 * MINUTE)

    assert changes_around(article, jump) == [jump.utc - HOUR, jump.utc]


@forward
def test_a_window_in_the_gap_does_not_come_on_that_day(jump: Jump) -> None:
    article = daily(jump.before + 10 * MINUTE, jump.before + 20 * MINUTE)

    (begins, ends) = changes(article, jump.info, jump.utc - HOUR, jump.utc + DAY)

    assert wall_time(begins, jump.info) == jump.before + DAY + 10 * MINUTE
    assert ends - begins == 10 * MINUTE


@forward
def test_a_date_in_the_gap_is_reached_with_its_end(jump: Jump) -> None:
    article = Article("Welcome", (), schedule=Schedule(since=jump.before + 10 * MINUTE))

    assert changes_around(article, jump) == [jump.utc]


@back
def test_a_window_around_the_hour_that_comes_twice_is_longer(jump: Jump) -> None:
    repeated = jump.before - jump.after
    article = daily(jump.after - HOUR, jump.before + HOUR)

    assert changes_around(article, jump) == [jump.utc - repeated - HOUR, jump.utc + repeated + HOUR]


@back
def test_a_window_in_the_hour_that_comes_twice_comes_twice(jump: Jump) -> None:
    repeated = jump.before - jump.after
    article = daily(jump.after + 10 * MINUTE, jump.after + 20 * MINUTE)

    first, second = jump.utc - repeated, jump.utc
    assert changes_around(article, jump) == [
        first + 10 * MINUTE,
        first + 20 * MINUTE,
        second + 10 * MINUTE,
        second + 20 * MINUTE,
    ]


@back
def test_a_window_that_ends_in_the_hour_that_comes_twice_comes_back_with_it(jump: Jump) -> None:
    repeated = jump.before - jump.after
    article = daily(jump.after - HOUR, jump.after + 10 * MINUTE)

    first, second = jump.utc - repeated, jump.utc
    assert changes_around(article, jump) == [first - HOUR, first + 10 * MINUTE, second, second + 10 * MINUTE]


@back
def test_a_window_that_begins_in_the_hour_that_comes_twice_pauses(jump: Jump) -> None:
    repeated = jump.before - jump.after
    article = daily(jump.after + 10 * MINUTE, jump.before + HOUR)

    first, second = jump.utc - repeated, jump.utc
    assert changes_around(article, jump) == [
        first + 10 * MINUTE,
        second,
        second + 10 * MINUTE,
        second + repeated + HOUR,
    ]


@both
def test_a_night_belongs_to_the_day_on_which_it_began(jump: Jump) -> None:
    evening = jump.before - DAY
    starts_at = Schedule(days=(evening.weekday(),), start=20 * 60, end=6 * 60)
    article = Article("Welcome", (), schedule=starts_at)

    (begins, ends) = changes(article, jump.info, jump.utc - 2 * DAY, jump.utc + DAY)

    assert wall_time(begins, jump.info) == evening.replace(hour=20, minute=0)
    assert wall_time(ends, jump.info) == (evening + DAY).replace(hour=6, minute=0)


@both
def test_every_minute_of_four_days_is_as_the_timers_have_it(jump: Jump) -> None:
    article = daily(jump.before - 25 * MINUTE, jump.before + 25 * MINUTE)
    start, zone = jump.utc - 2 * DAY, jump.info
    minutes = [start + n * MINUTE for n in range(4 * 24 * 60)]
    on = [shown([article], wall_time(minute, zone)) for minute in minutes]

    seen = [now for now, before, after in zip(minutes[1:], on, on[1:], strict=False) if before != after]

    assert len(seen) >= 8
    assert changes(article, zone, start, minutes[-1]) == seen


@pytest.mark.parametrize("name", UNTURNED)
def test_without_a_turn_every_day_is_alike(name: str) -> None:
    zone, start = ZoneInfo(name), datetime(2026, 3, 29, tzinfo=UTC)
    article = Article("Welcome", (), schedule=Schedule(start=8 * 60, end=9 * 60))

    found = changes(article, zone, start, start + 2 * DAY)

    assert [wall_time(moment, zone).hour for moment in found] == [8, 9, 8, 9]
