"""Dates as people write them, and how the file wants them: 25.12.2026 is 2026-12-25."""

import datetime as dt
import re

from kiosk.prepare.contact.fault import Fault

_MOMENT = re.compile(
    r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:(?:[T,\s]|at)+(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?",
    re.IGNORECASE,
)
_CENTURY = 100


def date_fault(text: str, *, timed: bool) -> Fault | None:
    """Say how to write a date, or why it is none; None where the text does not look like one."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    days = _days(found[1], found[2], int(found[3]), found[4])
    if not days:
        return Fault("", "this day does not exist", "Write a day of the calendar as year-month-day, like 2026-12-25")
    if not timed:
        return _written_otherwise("date", [str(day) for day in days])
    if found[5] is None:
        return Fault("", "the time is missing behind the date", f"Write {_choice([f'{day}T17:00:00' for day in days])}")
    time = _time(int(found[5]), int(found[6]), int(found[7] or 0))
    if time is None:
        return Fault("", "this time does not exist", f"Write a time of the 24-hour clock, like {days[0]}T17:00:00")
    return _written_otherwise("date and time", [f"{day}T{time}{(found[8] or '').upper()}" for day in days])


def date_or_moment_fault(text: str) -> Fault | None:
    """Say how to write what may be a date, alone or with a time."""
    found = _MOMENT.fullmatch(text)
    return date_fault(text, timed=found is not None and found[5] is not None)


def _days(first: str, sign: str, middle: int, last: str) -> tuple[dt.date, ...]:
    """Give the days that can be meant: with a slash, the month stands first in some countries."""
    if len(first) > 2:  # noqa: PLR2004  # digits of a day or month
        return _existing((int(first), middle, int(last))) or _existing((int(first), int(last), middle))
    year = int(last) if int(last) >= _CENTURY else 2000 + int(last)
    day_first, month_first = (year, middle, int(first)), (year, int(first), middle)
    return _existing(day_first) if sign == "." else _existing(day_first, month_first)


def _existing(*candidates: tuple[int, int, int]) -> tuple[dt.date, ...]:
    days = []
    for candidate in dict.fromkeys(candidates):
        try:
            days.append(dt.date(*candidate))
        except ValueError:
            continue
    return tuple(days)


def _time(hour: int, minute: int, second: int) -> dt.time | None:
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return None


def _written_otherwise(kind: str, meant: list[str]) -> Fault:
    return Fault("", f"a {kind} is written in another way here", f"Write {_choice(meant)}, without quotes")


def _choice(meant: list[str]) -> str:
    return " or ".join(dict.fromkeys(meant))
