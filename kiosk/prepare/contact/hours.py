"""Opening hours: "08:00-12:00, 13:00-17:00" becomes spans of minutes; "22:00-02:00" runs past midnight."""

import re
from itertools import pairwise

from kiosk.edition.model import Span
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.time_of_day import DAY_MINUTES, NOON, clock, loose_minutes, minutes_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED = "closed"

_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-\u2010-\u2015]\s*(\d{1,2}):(\d{2})")
_TWELVE_HOURS = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)
_LOOSE_SPAN = re.compile(
    r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap]\.?m\.?)?\s*(?:[-\u2010-\u2015]|to|till|until)\s*"
    r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap]\.?m\.?)?",
    re.IGNORECASE,
)
_LONGEST_NIGHT = 12 * 60
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


def hours_meant(text: str) -> str | None:
    """Read hours that are written in another way, such as 8-17 or "08.00 to 17.00", and give them as they should be."""
    spans = [_loose_span(piece) for piece in re.split(r"\s*(?:[,;&]|\band\b)\s*", text.strip())]
    return ", ".join(span for span in spans if span) if all(spans) else None


def long_night(key: str, spans: tuple[Span, ...]) -> Fault | None:
    """Warn of hours from an afternoon to the next morning, which are more often a day's hours the wrong way round."""
    for span in spans:
        if span.opens >= NOON and span.closes - span.opens > _LONGEST_NIGHT and span.closes > DAY_MINUTES:
            what = f"is open through the night, from {clock(span.opens)} to {clock(span.closes)}"
            day = f"{clock(span.closes)}-{clock(span.opens)}"
            return Fault(key, what, f'It is shown so. If you mean the day, write "{day}"', "warning")
    return None


def _span(key: str, text: str) -> Span | Fault:
    found = _SPAN.fullmatch(text)
    if found is None:
        return Fault(key, f'"{text}" cannot be read as hours', _cure(text))
    opens, closes = (minutes_of(int(found[place]), int(found[place + 1])) for place in (1, 3))
    if opens is None or closes is None or opens == DAY_MINUTES:
        return Fault(key, f'"{text}" has a time that does not exist', "Hours go from 00:00 to 24:00")
    if opens == closes:
        return Fault(key, f'"{text}" opens and closes at the same time', 'Write "00:00-24:00" for all day, or "closed"')
    return Span(opens, closes if closes > opens else closes + DAY_MINUTES)


def _cure(text: str) -> str:
    meant = hours_meant(text)
    if _TWELVE_HOURS.search(text):
        return f'Use the 24-hour clock, like "{meant or "08:00-17:00"}"'
    return f'Write "{meant}"' if meant else _WRITE_IT_LIKE


def _loose_span(text: str) -> str | None:
    found = _LOOSE_SPAN.fullmatch(text)
    if found is None:
        return None
    opens, closes = (loose_minutes(*found.group(place, place + 1, place + 2)) for place in (1, 4))
    return None if opens is None or closes is None else f"{clock(opens)}-{clock(closes)}"


def _in_order(key: str, spans: list[Span]) -> tuple[Span, ...] | Fault:
    ordered = tuple(sorted(spans, key=lambda span: span.opens))
    if any(later.opens < earlier.closes for earlier, later in pairwise(ordered)):
        return Fault(key, "has hours that overlap", "Let each begin after the one before it ends")
    return ordered


def _runs_into(spans: tuple[Span, ...], next_day: tuple[Span, ...]) -> bool:
    return bool(spans and next_day) and spans[-1].closes - DAY_MINUTES > next_day[0].opens
