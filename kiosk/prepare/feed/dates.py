"""Dates of feeds: RFC 822 as RSS wants it, ISO 8601 as Atom and JSON do, and what programs make of them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

_EARLIEST_YEAR, _LATEST_YEAR = 1990, 2199
"""Before the first web page nothing was published on one: 1601 and 1970 are programs' ways to say that they don't know."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2}
_CENTURY_TURN = 70

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
_ZONE = r"(?P<zone>Z|[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[+-]\d{2})?"
_RFC_822 = re.compile(
    rf"(?:\w{{2,12}}\.?,?\s+)?(?P<day>\d{{1,2}})[\s-](?P<name>[A-Za-z]{{3}})[a-z]{{0,6}}\.?[\s-](?P<year>\d{{4}}|\d{{2}})"
    rf"(?:,?\s+{_TIME}\s*{_ZONE})?(?:\s*\([^()]{{0,40}}\))?"
)
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}})(?:[Tt]|\s+)?(?:{_TIME}\s*{_ZONE})?)?)?", re.ASCII
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z)?)?"
)
_ENGLISH = re.compile(
    rf"(?:\w{{3,9}},?\s+)?(?P<name>[A-Za-z]{{3}})[a-z]{{0,6}}\.?\s+(?P<day>\d{{1,2}}),?\s+(?:{_TIME}\s+)?(?P<year>\d{{4}})"
)
_PATTERNS = (_RFC_822, _ISO, _COMPACT, _ENGLISH)
_LONGEST = 60


def first_date(texts: Iterable[str]) -> datetime | None:
    """Give the first that is a date, in UTC."""
    return next((found for found in map(read_date, texts) if found is not None), None)


def read_date(text: str) -> datetime | None:
    """Read one date; a time without zone is UTC. None where it cannot be read, or cannot be true of a web page."""
    written = text.strip()
    if len(written) > _LONGEST or not written.isascii():
        return None
    for pattern in _PATTERNS:
        found = pattern.fullmatch(written)
        if found:
            return _date(found.groupdict())
    return None


def _date(parts: dict[str, str | None]) -> datetime | None:
    year = _year(parts["year"] or "")
    month = _month(parts)
    zone = _offset(parts.get("zone") or "")
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR or zone is None:
        return None
    second = min(int(parts.get("second") or 0), 59)  # a leap second is the one before
    try:
        local = datetime(
            year,
            month,
            int(parts.get("day") or 1),
            int(parts.get("hour") or 0),
            int(parts.get("minute") or 0),
            second,
            tzinfo=zone,
        )
    except ValueError:
        return None
    return local.astimezone(UTC)


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > len("26"):
        return year
    return year + (1900 if year >= _CENTURY_TURN else 2000)


def _month(parts: dict[str, str | None]) -> int:
    """Give the month's number, 0 for none that exists; a date that gives no month means January."""
    name = parts.get("name")
    if name is None:
        return int(parts.get("month") or 1)
    return _MONTHS.index(name.lower()) + 1 if name.lower() in _MONTHS else 0


def _offset(zone: str) -> timezone | None:
    """Give the zone; an unknown name means UTC, for a few hours do not matter to a reader."""
    signed = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})?", zone, re.IGNORECASE)
    if not signed:
        return timezone(timedelta(hours=_ZONES.get(zone.lower(), 0)))
    minutes = int(signed[2]) * 60 + int(signed[3] or 0)
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if signed[1] == "-" else minutes))
