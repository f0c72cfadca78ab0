"""What staff write behind an = without quotation marks, and how it is written."""

import re

from kiosk.prepare.config.colours import COLOUR_KEYS, colour_meant
from kiosk.prepare.config.dates import date_fault
from kiosk.prepare.config.line import Assignment, in_quotes
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.hours import hours_meant

_DEGREES = frozenset({"latitude", "longitude"})
_COUNTS = frozenset({"schema", "sheet_seconds"})
_DATES = frozenset({"date", "since", "until"})
_YES = frozenset({"true", "yes", "on"})
_YES_OR_NO = _YES | {"false", "no", "off"}
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{4,}(?:(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)


def fault_of_unquoted(assignment: Assignment) -> Fault:
    key, value = assignment.key, assignment.value
    if key in COLOUR_KEYS and (colour := colour_meant(assignment.written)):
        return Fault("", "the colour has no quotation marks", f'Write "{colour}"')
    if not value:
        return Fault("", "there is nothing behind the =", "Write a text in quotes, or delete the line")
    if value.lower() in _YES_OR_NO:
        meant = "true" if value.lower() in _YES else "false"
        return Fault("", "yes and no are written in another way here", f"Write {meant}, in small letters")
    return date_fault(value, timed=key != "date") or _figures(key, value) or _words(value)


def _figures(key: str, value: str) -> Fault | None:
    if re.fullmatch(r"-?\d+,\d+", value):
        return Fault("", "this number has a comma", f"Write a dot: {value.replace(',', '.')}")
    if key in _DEGREES:
        return Fault("", "this is not a number", "Write digits only, with a dot, like -17.784")
    if key in _COUNTS:
        return Fault("", "this is not a whole number", "Write digits only, without quotes")
    if key in _DATES:
        example = "2026-12-25" if key == "date" else "2026-12-24T18:00:00"
        return Fault("", "this cannot be read as a date", f"Write it in figures, the year first, like {example}")
    if hours := hours_meant(value):
        return Fault("", "the hours have no quotation marks", f'Write "{hours}"')
    if _PHONE.fullmatch(value):
        return Fault("", "the number has no quotation marks", f"Write it in quotes: {in_quotes(value)}")
    return None


def _words(value: str) -> Fault:
    if listed := re.fullmatch(r"\[([^\[\]\"']*)\]", value):
        words = ", ".join(f'"{word.strip()}"' for word in listed[1].split(",") if word.strip())
        return Fault("", "the texts in the list have no quotation marks", f"Write [{words[:60]}]")
    if value[0] in "\"'[{":
        return Fault("", "this line cannot be read", "Compare it with the same line of the starter file")
    return Fault("", "the text behind the = has no quotation marks", f"Write {in_quotes(value)}")
