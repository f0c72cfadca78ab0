"""What staff write behind an = without quotation marks, and how it is written."""

import re

from kiosk.prepare.config.colours import COLOUR_KEYS, colour_meant
from kiosk.prepare.config.dates import date_fault, date_or_moment_fault
from kiosk.prepare.config.line import Assignment, in_quotes
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.hours import hours_meant
from kiosk.prepare.contact.time_of_day import time_meant

_DEGREES = frozenset({"latitude", "longitude"})
_SECONDS = frozenset({"sheet_seconds", "idle_seconds", "shortest_seconds", "longest_seconds"})
_COUNTS = _SECONDS | {"schema", "priority", "limit", "max_age_days", "refresh_minutes"}
_DATES = frozenset({"date", "since", "until", "from", "to"})
_DATES_OR_MOMENTS = frozenset({"from", "to"})
_TIMES_OF_DAY = frozenset({"start", "end"})
_YES = frozenset({"true", "yes", "on"})
_YES_OR_NO = _YES | {"false", "no", "off"}
_WORDS = frozenset({"night"})
"""Keys for which on and off are words and no yes and no."""
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{4,}(?:(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)


def fault_of_unquoted(assignment: Assignment) -> Fault:
    key, value = assignment.key, assignment.value
    if key in COLOUR_KEYS and (colour := colour_meant(assignment.written)):
        return Fault("", "the colour has no quotation marks", f'Write "{colour}"')
    if not value:
        return Fault("", "there is nothing behind the =", "Write a text in quotes, or delete the line")
    if key in _WORDS and value.lower() in {"on", "off"}:
        return Fault("", "the text behind the = has no quotation marks", f'Write "{value.lower()}"')
    if value.lower() in _YES_OR_NO:
        meant = "true" if value.lower() in _YES else "false"
        return Fault("", "yes and no are written in another way here", f"Write {meant}, in small letters")
    return _time_of_day(key, value) or _date(key, value) or _figures(key, value) or _words(key, value)


def _time_of_day(key: str, value: str) -> Fault | None:
    if key in _TIMES_OF_DAY and (meant := time_meant(value)):
        return Fault("", "the time has no quotation marks", f'Write "{meant}"')
    return None


def _date(key: str, value: str) -> Fault | None:
    return date_or_moment_fault(value) if key in _DATES_OR_MOMENTS else date_fault(value, timed=key != "date")


def _figures(key: str, value: str) -> Fault | None:
    if re.fullmatch(r"-?\d+,\d+", value):
        return Fault("", "this number has a comma", f"Write a dot: {value.replace(',', '.')}")
    if key in _DEGREES:
        return Fault("", "this is not a number", "Write digits only, with a dot, like -17.784")
    if key in _COUNTS:
        return Fault("", "this is not a whole number", "Write digits only, without quotes")
    if key in _DATES:
        example = "2026-12-25" if key == "date" or key in _DATES_OR_MOMENTS else "2026-12-24T18:00:00"
        return Fault("", "this cannot be read as a date", f"Write it in figures, the year first, like {example}")
    if hours := hours_meant(value):
        return Fault("", "the hours have no quotation marks", f'Write "{hours}"')
    if _PHONE.fullmatch(value):
        return Fault("", "the number has no quotation marks", f"Write it in quotes: {in_quotes(value)}")
    return None


def _words(key: str, value: str) -> Fault:
    if listed := re.fullmatch(r"\[([^\[\]\"']*)\]", value):
        words = ", ".join(f'"{word.strip()}"' for word in listed[1].split(",") if word.strip())
        return Fault("", "the texts in the list have no quotation marks", f"Write [{words[:60]}]")
    if value[0] in "\"'[{":
        return Fault("", "this line cannot be read", "Compare it with the same line of the starter file")
    written = f"[{in_quotes(value)}]" if key == "days" else in_quotes(value)
    return Fault("", "the text behind the = has no quotation marks", f"Write {written}")
