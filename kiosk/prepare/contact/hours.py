"""Opening hours: "08:00-12:00, 13:00-17:00" becomes spans of minutes; "22:00-02:00" runs past midnight."""

import re
from itertools import pairwise

from kiosk.edition.model import Span
from kiosk.prepare.contact.fault import Fault

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED = "closed"
DAY_MINUTES = 24 * 60

_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-\u2010-\u2015]\s*(\d{1,2}):(\d{2})")
_TWELVE_HOURS = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)
_WRITE_IT_LIKE = 'Write it like "08:00-17:00", "08:00-12:00, 13:00-17:00" or "closed"'


def spans_of(key: str, text: str) -> tuple[Span, ...] | Fault:
    """Read one day's hours, earliest first."""
    if text.casefold() == CLOSED:
        return ()
    spans = []
    for piece in re.split(r"\s*[,;]\s*", text):
        span = _span(key, piece)
        if isinstance(span, Fault):
            return span
        spans.append(span)
    return _in_order(key, spans)


def overlaps(week: tuple[tuple[Span, ...], ...]) -> tuple[Fault, ...]:
    """Find the nights that run into the next day's hours; Monday follows Sunday."""
    return tuple(
        Fault(
            WEEKDAYS[day], f"runs into the hours of {WEEKDAYS[(day + 1) % 7]}", "Let it close before, or join the two"
        )
        for day, spans in enumerate(week)
        if _runs_into(spans, week[(day + 1) % 7])
    )


def _span(key: str, text: str) -> Span | Fault:
    found = _SPAN.fullmatch(text)
    if found is None:
        cure = 'Use the 24-hour clock, like "08:00-17:00"' if _TWELVE_HOURS.search(text) else _WRITE_IT_LIKE
        return Fault(key, f'"{text}" cannot be read as hours', cure)
    opens, closes = (_minutes(int(found[place]), int(found[place + 1])) for place in (1, 3))
    if opens is None or closes is None or opens == DAY_MINUTES:
        return Fault(key, f'"{text}" has a time that does not exist', "Hours go from 00:00 to 24:00")
    if opens == closes:
        return Fault(key, f'"{text}" opens and closes at the same time', 'Write "00:00-24:00" for all day, or "closed"')
    return Span(opens, closes if closes > opens else closes + DAY_MINUTES)


def _minutes(hour: int, minute: int) -> int | None:
    total = hour * 60 + minute
    return total if minute < 60 and total <= DAY_MINUTES else None  # noqa: PLR2004  # minutes of an hour


def _in_order(key: str, spans: list[Span]) -> tuple[Span, ...] | Fault:
    ordered = tuple(sorted(spans, key=lambda span: span.opens))
    if any(later.opens < earlier.closes for earlier, later in pairwise(ordered)):
        return Fault(key, "has hours that overlap", "Let each begin after the one before it ends")
    return ordered


def _runs_into(spans: tuple[Span, ...], next_day: tuple[Span, ...]) -> bool:
    return bool(spans and next_day) and spans[-1].closes - DAY_MINUTES > next_day[0].opens
