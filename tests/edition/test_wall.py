"""The clock on the wall of ten places, and what it means."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.edition.wall import Turn, at_minutes, moment_of, next_turn, wall_time
from tests.edition.turns import BACK, FORWARD, UNTURNED, Jump, wall

SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
YEAR = timedelta(days=366)

forward = pytest.mark.parametrize("jump", FORWARD, ids=lambda jump: jump.zone)
back = pytest.mark.parametrize("jump", BACK, ids=lambda jump: jump.zone)
both = pytest.mark.parametrize("jump", FORWARD + BACK, ids=lambda jump: f"{jump.zone} {jump.before}")
unturned = pytest.mark.parametrize("zone", UNTURNED)


@both
def test_the_wall_clock_jumps_at_its_moment(jump: Jump) -> None:
    assert wall_time(jump.utc - SECOND, jump.info) == jump.before - SECOND
    assert wall_time(jump.utc, jump.info) == jump.after


@both
def test_a_turn_is_found_to_the_second(jump: Jump) -> None:
    turn = Turn(jump.utc, jump.before, jump.after)

    assert next_turn(jump.utc - 3 * DAY, jump.info, 4 * DAY) == turn
    assert next_turn(jump.utc - timedelta(microseconds=1), jump.info, DAY) == turn


@both
def test_a_turn_that_is_past_or_too_far_ahead_is_none(jump: Jump) -> None:
    assert next_turn(jump.utc, jump.info, DAY) is None
    assert next_turn(jump.utc - DAY - SECOND, jump.info, DAY) is None
    assert next_turn(jump.utc - HOUR - SECOND, jump.info, HOUR) is None


@both
def test_a_turn_at_the_very_end_of_the_time_is_found(jump: Jump) -> None:
    assert next_turn(jump.utc - HOUR, jump.info, HOUR) == Turn(jump.utc, jump.before, jump.after)


@unturned
def test_some_clocks_are_never_turned(zone: str) -> None:
    assert next_turn(datetime(2026, 1, 1, tzinfo=UTC), ZoneInfo(zone), YEAR) is None


@forward
def test_a_time_that_is_skipped_means_the_first_moment_after_the_gap(jump: Jump) -> None:
    assert moment_of(jump.before - MINUTE, jump.info) == jump.utc - MINUTE
    assert moment_of(jump.before, jump.info) == jump.utc
    assert moment_of(jump.before + 17 * MINUTE, jump.info) == jump.utc
    assert moment_of(jump.after - SECOND, jump.info) == jump.utc
    assert moment_of(jump.after, jump.info) == jump.utc
    assert moment_of(jump.after + MINUTE, jump.info) == jump.utc + MINUTE


@back
def test_a_time_that_comes_twice_means_the_first_of_the_two(jump: Jump) -> None:
    repeated = jump.before - jump.after

    assert moment_of(jump.after, jump.info) == jump.utc - repeated
    assert moment_of(jump.before - MINUTE, jump.info) == jump.utc - MINUTE
    assert moment_of(jump.before, jump.info) == jump.utc + repeated


@unturned
def test_without_a_turn_each_time_is_one_moment(zone: str) -> None:
    noon = datetime(2026, 3, 29, 12, tzinfo=ZoneInfo(zone))

    assert moment_of(wall("2026-03-29 12:00"), ZoneInfo(zone)) == noon
    assert wall_time(noon.astimezone(UTC), ZoneInfo(zone)) == wall("2026-03-29 12:00")


def test_a_day_that_a_country_left_out_is_a_gap() -> None:
    apia, moment = ZoneInfo("Pacific/Apia"), datetime(2011, 12, 30, 10, tzinfo=UTC)

    assert moment_of(wall("2011-12-30 12:00"), apia) == moment
    assert wall_time(moment, apia) == wall("2011-12-31 00:00")


def test_minutes_may_lie_in_the_next_day() -> None:
    assert at_minutes(wall("2026-12-31").date(), 26 * 60) == wall("2027-01-01 02:00")
