from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.display.page.opening import (
    AlwaysOpen,
    ClosedForLong,
    Opening,
    OpensAgain,
    OpenUntil,
    next_opening,
    opening,
)
from kiosk.edition.model import DatedHours, Hours, Span

HARARE = ZoneInfo("Africa/Harare")
BERLIN = ZoneInfo("Europe/Berlin")
CHRISTMAS = date(2026, 12, 25)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """Give a time of 2026 on the wall; 23 November is a Monday."""
    return datetime(2026, month, day, hour, minute)  # noqa: DTZ001  # a wall clock has no zone


def span(opens: int, closes: int) -> Span:
    return Span(opens * 60, closes * 60)


OFFICE = Hours(week=((span(8, 12), span(13, 17)),) * 5 + ((span(8, 12),), ()))
BAR = Hours(week=((), (), (), (), (span(20, 26),), (span(20, 26),), ()))
ALWAYS = Hours(week=((span(0, 24),),) * 7)
WEEKDAYS_ROUND_THE_CLOCK = Hours(week=((span(0, 24),),) * 5 + ((), ()))
NEVER = Hours(week=((),) * 7)
CHRISTMAS_CLOSED = Hours(OFFICE.week, (DatedHours(CHRISTMAS, (), "Christmas Day"),))
CHRISTMAS_SHORT = Hours(OFFICE.week, (DatedHours(CHRISTMAS, (span(10, 12),), "Christmas Day"),))
HOLIDAYS = Hours(
    OFFICE.week, tuple(DatedHours(date(2026, 12, 21) + timedelta(days=n), (), "Holidays") for n in range(21))
)


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        pytest.param(OFFICE, at(23, 8), OpenUntil(at(23, 12)), id="the minute of opening"),
        pytest.param(OFFICE, at(23, 11, 59), OpenUntil(at(23, 12)), id="the last minute"),
        pytest.param(OFFICE, at(23, 12), OpensAgain(at(23, 13)), id="the minute of closing"),
        pytest.param(OFFICE, at(23, 7, 59), OpensAgain(at(23, 8)), id="before the first span"),
        pytest.param(OFFICE, at(23, 14), OpenUntil(at(23, 17)), id="the second span"),
        pytest.param(OFFICE, at(23, 17), OpensAgain(at(24, 8)), id="after the last span"),
        pytest.param(OFFICE, at(28, 12), OpensAgain(at(30, 8)), id="Saturday afternoon"),
        pytest.param(BAR, at(27, 23), OpenUntil(at(28, 2)), id="before midnight"),
        pytest.param(BAR, at(28, 1, 59), OpenUntil(at(28, 2)), id="past midnight"),
        pytest.param(BAR, at(28, 2), OpensAgain(at(28, 20)), id="the night is over"),
        pytest.param(BAR, at(29, 2), OpensAgain(at(4, 20, month=12)), id="the week is over"),
        pytest.param(ALWAYS, at(23, 0), AlwaysOpen(), id="always open, at midnight"),
        pytest.param(ALWAYS, at(23, 23, 59), AlwaysOpen(), id="always open, before midnight"),
        pytest.param(WEEKDAYS_ROUND_THE_CLOCK, at(23, 9), OpenUntil(at(28, 0)), id="open for days"),
        pytest.param(NEVER, at(23, 9), ClosedForLong(), id="never open"),
        pytest.param(
            CHRISTMAS_CLOSED,
            at(25, 9, month=12),
            OpensAgain(at(26, 8, month=12), "Christmas Day"),
            id="a holiday",
        ),
        pytest.param(CHRISTMAS_CLOSED, at(24, 18, month=12), OpensAgain(at(26, 8, month=12)), id="before a holiday"),
        pytest.param(CHRISTMAS_SHORT, at(25, 10, month=12), OpenUntil(at(25, 12, month=12)), id="a short day"),
        pytest.param(
            CHRISTMAS_SHORT,
            at(25, 9, month=12),
            OpensAgain(at(25, 10, month=12), "Christmas Day"),
            id="a late day",
        ),
        pytest.param(HOLIDAYS, at(21, 9, month=12), ClosedForLong("Holidays"), id="closed for three weeks"),
    ],
)
def test_the_office_is(hours: Hours, now: datetime, expected: Opening) -> None:
    assert opening(hours, now) == expected


def test_a_night_that_began_before_a_closed_date_is_not_cut_short() -> None:
    hours = Hours(BAR.week, (DatedHours(date(2026, 11, 28), (), "Holiday"),))

    assert opening(hours, at(28, 1)) == OpenUntil(at(28, 2))


def test_stretches_that_overlap_count_as_one() -> None:
    hours = Hours(week=((span(8, 14), span(12, 18)), *((),) * 6))

    assert opening(hours, at(23, 13)) == OpenUntil(at(23, 18))


def test_one_closed_hour_in_a_week_is_the_end_of_always() -> None:
    hours = Hours(week=(*((span(0, 24),),) * 6, (span(0, 23),)))

    assert opening(hours, at(23, 9)) == OpenUntil(at(29, 23))


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(datetime(2026, 11, 23, 9, 30, 59, 999, tzinfo=HARARE), id="seconds do not count"),
        pytest.param(datetime(2026, 3, 30, 9, 30, tzinfo=BERLIN), id="the day after the clocks went forward"),
        pytest.param(datetime(2026, 10, 26, 9, 30, tzinfo=BERLIN), id="the day after the clocks went back"),
    ],
)
def test_only_the_wall_clock_counts(now: datetime) -> None:
    assert opening(OFFICE, now) == OpenUntil(now.replace(hour=12, minute=0, second=0, microsecond=0, tzinfo=None))


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        pytest.param(OFFICE, at(23, 7, 59), at(23, 8), id="before the first span"),
        pytest.param(OFFICE, at(23, 8), at(23, 13), id="the minute of opening"),
        pytest.param(OFFICE, at(23, 9), at(23, 13), id="while open, after the break"),
        pytest.param(OFFICE, at(23, 12), at(23, 13), id="within the break"),
        pytest.param(OFFICE, at(23, 14), at(24, 8), id="while open, tomorrow"),
        pytest.param(OFFICE, at(28, 12), at(30, 8), id="Saturday afternoon"),
        pytest.param(BAR, at(28, 1), at(28, 20), id="past midnight"),
        pytest.param(Hours(week=((span(8, 12), span(12, 17)),) * 7), at(23, 9), at(24, 8), id="no break at all"),
        pytest.param(WEEKDAYS_ROUND_THE_CLOCK, at(23, 9), at(30, 0), id="open for days"),
        pytest.param(ALWAYS, at(23, 9), None, id="always open"),
        pytest.param(NEVER, at(23, 9), None, id="never open"),
        pytest.param(HOLIDAYS, at(21, 9, month=12), None, id="closed for three weeks"),
        pytest.param(CHRISTMAS_CLOSED, at(24, 18, month=12), at(26, 8, month=12), id="before a holiday"),
    ],
)
def test_the_office_opens_next(hours: Hours, now: datetime, expected: datetime | None) -> None:
    assert next_opening(hours, now) == expected


@given(
    st.lists(
        st.tuples(st.integers(0, 1439), st.integers(1, 1800)).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
        max_size=3,
    ),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001  # a wall clock has no zone
)
def test_the_next_change_is_always_ahead(spans: list[Span], now: datetime) -> None:
    match opening(Hours(week=(tuple(spans),) * 7), now):
        case OpenUntil(change) | OpensAgain(change):
            assert now < change <= now + timedelta(days=15)
        case AlwaysOpen():
            assert spans
        case ClosedForLong():
            assert not spans
