"""Opening hours on the days on which the clocks are put forward or back, in the zones of the world."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.display.page.opening import Opening, OpensAgain, OpenUntil, next_opening, opening
from kiosk.edition.model import Hours, Span
from tests.edition.turns import BACK, FORWARD, UNTURNED, Jump, wall

SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

forward = pytest.mark.parametrize("jump", FORWARD, ids=lambda jump: jump.zone)
back = pytest.mark.parametrize("jump", BACK, ids=lambda jump: jump.zone)
both = pytest.mark.parametrize("jump", FORWARD + BACK, ids=lambda jump: f"{jump.zone} {jump.before}")


def daily(opens: datetime, closes: datetime) -> Hours:
    start = opens.hour * 60 + opens.minute
    return Hours(week=((Span(start, start + int((closes - opens) / MINUTE)),),) * 7)


def at(jump: Jump, moment: datetime, hours: Hours) -> Opening:
    return opening(hours, moment.astimezone(jump.info))


@forward
def test_what_closes_in_the_gap_is_closed_at_its_end(jump: Jump) -> None:
    hours = daily(jump.before - HOUR, jump.before + 10 * MINUTE)

    assert at(jump, jump.utc - SECOND, hours) == OpenUntil(jump.before + 10 * MINUTE)
    assert at(jump, jump.utc, hours) == OpensAgain(jump.before - HOUR + DAY)


@forward
def test_what_opens_in_the_gap_is_open_at_its_end(jump: Jump) -> None:
    hours = daily(jump.before + 10 * MINUTE, jump.after + HOUR)

    assert at(jump, jump.utc - SECOND, hours) == OpensAgain(jump.before + 10 * MINUTE)
    assert at(jump, jump.utc, hours) == OpenUntil(jump.after + HOUR)


@forward
def test_what_is_open_over_the_gap_closes_by_the_clock(jump: Jump) -> None:
    hours = daily(jump.before - HOUR, jump.after + HOUR)

    assert at(jump, jump.utc - SECOND, hours) == OpenUntil(jump.after + HOUR)
    assert at(jump, jump.utc + HOUR - SECOND, hours) == OpenUntil(jump.after + HOUR)
    assert at(jump, jump.utc + HOUR, hours) == OpensAgain(jump.before - HOUR + DAY)


@back
def test_what_closes_in_the_hour_that_comes_twice_is_open_again_with_it(jump: Jump) -> None:
    hours = daily(jump.after - HOUR, jump.after + 10 * MINUTE)

    assert at(jump, jump.utc - SECOND, hours) == OpensAgain(jump.after - HOUR + DAY)
    assert at(jump, jump.utc, hours) == OpenUntil(jump.after + 10 * MINUTE)
    assert at(jump, jump.utc + 10 * MINUTE, hours) == OpensAgain(jump.after - HOUR + DAY)


@back
def test_what_is_open_over_the_hour_that_comes_twice_closes_by_the_clock(jump: Jump) -> None:
    repeated, hours = jump.before - jump.after, daily(jump.after - HOUR, jump.before + HOUR)

    for moment in (jump.utc - SECOND, jump.utc, jump.utc + repeated + HOUR - SECOND):
        assert at(jump, moment, hours) == OpenUntil(jump.before + HOUR)
    assert at(jump, jump.utc + repeated + HOUR, hours) == OpensAgain(jump.after - HOUR + DAY)


@both
def test_the_next_opening_is_by_the_clock_on_both_sides_of_a_turn(jump: Jump) -> None:
    noon = jump.before.replace(hour=12, minute=0)
    hours = daily(noon, noon + HOUR)
    expected = noon if noon > jump.before else noon + DAY

    assert next_opening(hours, (jump.utc - SECOND).astimezone(jump.info)) == expected
    assert next_opening(hours, jump.utc.astimezone(jump.info)) == expected


@pytest.mark.parametrize("zone", UNTURNED)
def test_where_clocks_are_never_turned_hours_are_the_same_all_year(zone: str) -> None:
    hours = daily(wall("2026-01-01 08:00"), wall("2026-01-01 17:00"))

    for day in ("2026-03-29", "2026-07-01", "2026-10-25"):
        now = wall(f"{day} 16:59").replace(tzinfo=ZoneInfo(zone))
        assert opening(hours, now) == OpenUntil(wall(f"{day} 17:00"))
        assert opening(hours, now + MINUTE) == OpensAgain(wall(f"{day} 08:00") + DAY)
