"""Dates in the ways of many countries."""

import datetime as dt
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.config.dates import date_fault, date_or_moment_fault

NO_DAY: Final = "this day does not exist"

DAYS = {
    "with dots": ("25.12.2026", "Write 2026-12-25, without quotes"),
    "with a short year": ("25.12.26", "Write 2026-12-25, without quotes"),
    "of America": ("12/25/2026", "Write 2026-12-25, without quotes"),
    "of Britain": ("25/12/2026", "Write 2026-12-25, without quotes"),
    "that may be either": ("5/6/2026", "Write 2026-06-05 or 2026-05-06, without quotes"),
    "with the same day and month": ("6/6/2026", "Write 2026-06-06, without quotes"),
    "without zeros": ("2026-1-5", "Write 2026-01-05, without quotes"),
    "with the day in the middle": ("2026-25-12", "Write 2026-12-25, without quotes"),
}

TIMES = {
    "with a space": ("2026-12-18 17:00", "Write 2026-12-18T17:00:00, without quotes"),
    "with dots": ("18.12.2026 17.00", "Write 2026-12-18T17:00:00, without quotes"),
    "with an offset": ("2026-12-18 17:00+02:00", "Write 2026-12-18T17:00:00+02:00, without quotes"),
    "without a time": ("2026-12-18", "Write 2026-12-18T17:00:00"),
    "of hour 25": ("2026-12-18T25:00:00", "Write a time of the 24-hour clock, like 2026-12-18T17:00:00"),
}


@pytest.mark.parametrize(("text", "cure"), DAYS.values(), ids=DAYS)
def test_a_date_is_given_back_as_the_file_wants_it(text: str, cure: str) -> None:
    fault = date_fault(text, timed=False)

    assert fault is not None
    assert fault.cure == cure


@pytest.mark.parametrize(("text", "cure"), TIMES.values(), ids=TIMES)
def test_a_date_with_its_time_is_given_back_as_the_file_wants_it(text: str, cure: str) -> None:
    fault = date_fault(text, timed=True)

    assert fault is not None
    assert fault.cure == cure


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("25.12.2026", "Write 2026-12-25, without quotes"),
        ("25.12.2026 17:00", "Write 2026-12-25T17:00:00, without quotes"),
    ],
)
def test_where_a_date_may_have_a_time_neither_is_asked_for(text: str, cure: str) -> None:
    fault = date_or_moment_fault(text)

    assert fault is not None
    assert fault.cure == cure


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-25", "31.11.2026", "0/0/2026"])
def test_a_day_that_is_in_no_calendar_is_named(text: str) -> None:
    fault = date_fault(text, timed=False)

    assert fault is not None
    assert fault.what == NO_DAY


@pytest.mark.parametrize("text", ["+263 775 679 494", "08.00-17.00", "25 December", "1.2", "775-679-494"])
def test_what_is_no_date_is_left_to_others(text: str) -> None:
    assert date_fault(text, timed=False) is None


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_is_understood_with_dots(day: dt.date) -> None:
    fault = date_fault(f"{day.day}.{day.month}.{day.year}", timed=False)

    assert fault is not None
    assert fault.cure == f"Write {day}, without quotes"
