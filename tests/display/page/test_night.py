"""Night by the hours of an office, as lists of wall-clock times; 23 November 2026 is a Monday."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from kiosk.display.page.night import GRACE, Night, light_by, night_at
from kiosk.display.page.opening import AlwaysOpen, OpenUntil, opening
from kiosk.edition.device import Light
from kiosk.edition.model import DatedHours, Hours, Span
from kiosk.edition.wall import moment_of, wall_time
from tests.edition.turns import BACK, FORWARD, UNTURNED, Jump

HARARE = ZoneInfo("Africa/Harare")
ANY_NIGHT = Night(None)
MINUTE = timedelta(minutes=1)


def span(opens: float, closes: float) -> Span:
    return Span(round(opens * 60), round(closes * 60))


OFFICE = Hours(week=((span(8, 12), span(13, 17)),) * 5 + ((span(8, 12),), ()))
BAR = Hours(week=((), (), (), (), (span(20, 26),), (span(20, 26),), ()))
ALWAYS = Hours(week=((span(0, 24),),) * 7)
NEVER = Hours(week=((),) * 7)
COFFEE = Hours(week=((span(8, 10), span(10.25, 17)),) * 7)
GLIMPSE = Hours(week=((Span(8 * 60, 8 * 60 + 2),),) * 7)
CHRISTMAS = Hours(OFFICE.week, (DatedHours(date(2026, 12, 25), (), "Christmas Day"),))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=HARARE)


@pytest.mark.parametrize(
    ("hours", "now", "ends"),
    [
        pytest.param(OFFICE, "11-23 17:10", "11-24 07:50", id="ten minutes after closing"),
        pytest.param(OFFICE, "11-23 23:59:59", "11-24 07:50", id="before midnight"),
        pytest.param(OFFICE, "11-24 07:49:59", "11-24 07:50", id="the last second"),
        pytest.param(OFFICE, "11-23 12:30", "11-23 12:50", id="a long lunch"),
        pytest.param(OFFICE, "11-28 12:10", "11-30 07:50", id="the weekend"),
        pytest.param(BAR, "11-28 02:10", "11-28 19:50", id="past midnight"),
        pytest.param(CHRISTMAS, "12-24 17:10", "12-26 07:50", id="before a holiday"),
        pytest.param(CHRISTMAS, "12-25 10:00", "12-26 07:50", id="a holiday"),
        pytest.param(NEVER, "11-23 10:00", None, id="never open"),
        pytest.param(GLIMPSE, "11-23 08:12", "11-24 07:50", id="open for two minutes only"),
    ],
)
def test_it_is_night_until(hours: Hours, now: str, ends: str | None) -> None:
    assert night_at(hours, at(now), HARARE) == Night(at(ends).astimezone(UTC) if ends else None)


@pytest.mark.parametrize(
    ("hours", "now"),
    [
        pytest.param(OFFICE, "11-23 08:00", id="open"),
        pytest.param(OFFICE, "11-23 07:50", id="ten minutes before opening"),
        pytest.param(OFFICE, "11-23 17:09:59", id="just closed"),
        pytest.param(BAR, "11-28 00:30", id="a night out"),
        pytest.param(BAR, "11-28 02:09", id="the last are leaving"),
        pytest.param(ALWAYS, "11-23 00:00", id="always open"),
        pytest.param(COFFEE, "11-23 10:10", id="a break shorter than the grace around it"),
        pytest.param(GLIMPSE, "11-23 08:06", id="after two minutes"),
        pytest.param(None, "11-23 03:00", id="no hours"),
    ],
)
def test_it_is_no_night(hours: Hours | None, now: str) -> None:
    assert night_at(hours, at(now), HARARE) is None


@pytest.mark.parametrize(
    ("setting", "night", "is_wanted", "light"),
    [
        pytest.param("on", ANY_NIGHT, False, "lit", id="it stays on"),
        pytest.param("dim", ANY_NIGHT, False, "dimmed", id="dimmed"),
        pytest.param("off", ANY_NIGHT, False, "off", id="off"),
        pytest.param("dim", ANY_NIGHT, True, "lit", id="not dimmed before somebody"),
        pytest.param("off", ANY_NIGHT, True, "lit", id="not off before somebody"),
        pytest.param("dim", None, False, "lit", id="not dimmed by day"),
        pytest.param("off", None, False, "lit", id="not off by day"),
    ],
)
def test_the_screen_is(
    setting: Literal["on", "dim", "off"],
    night: Night | None,
    is_wanted: bool,  # noqa: FBT001  # a column of the table
    light: Light,
) -> None:
    assert light_by(setting, night, is_wanted=is_wanted) == light


def around(jump: Jump) -> list[tuple[str, Hours]]:
    """Give hours whose edges lie before, in and after the time that is skipped or comes twice."""
    first, last = sorted((jump.before, jump.after))
    middle = first + (last - first) / 2
    edges = [at - first.replace(hour=0, minute=0) for at in (first - timedelta(hours=1), middle, last)]
    minutes = [edge // MINUTE % 1440 for edge in edges]
    return [
        *((f"opens {minute}", Hours(week=((Span(minute, minute + 300),),) * 7)) for minute in minutes),
        *((f"closes {minute}", Hours(week=((Span(minute + 1140, minute + 1440),),) * 7)) for minute in minutes),
    ]


@pytest.mark.parametrize("jump", FORWARD + BACK, ids=lambda jump: f"{jump.zone} {jump.before:%m}")
def test_a_night_ends_when_it_says_whatever_the_clock_does(jump: Jump) -> None:
    for name, hours in around(jump):
        moments = [jump.utc + n * MINUTE for n in range(-5 * 60, 5 * 60)]
        nights = [night_at(hours, moment, jump.info) for moment in moments]
        for (now, after), moment in zip(pairwise(nights), moments[1:], strict=False):
            if now is not None:
                assert (after is None) == (now.ends == moment), (name, moment)
                assert after in {None, now}, (name, moment)


@pytest.mark.parametrize("jump", FORWARD + BACK, ids=lambda jump: f"{jump.zone} {jump.before:%m}")
def test_it_is_never_night_while_the_panel_says_that_the_office_is_open(jump: Jump) -> None:
    for name, hours in around(jump):
        for moment in (jump.utc + n * MINUTE for n in range(-5 * 60, 5 * 60)):
            if isinstance(opening(hours, moment.astimezone(jump.info)), OpenUntil | AlwaysOpen):
                assert night_at(hours, moment, jump.info) is None, (name, moment)


@pytest.mark.parametrize("zone", [*{jump.zone for jump in FORWARD}, *UNTURNED])
def test_the_day_begins_ten_minutes_before_the_hours_in_every_zone(zone: str) -> None:
    evening = moment_of(datetime.fromisoformat("2026-06-15 20:00"), ZoneInfo(zone))
    night = night_at(OFFICE, evening, ZoneInfo(zone))

    assert night is not None
    assert night.ends is not None
    assert wall_time(night.ends, ZoneInfo(zone)) == datetime.fromisoformat("2026-06-16 08:00") - GRACE
