"""Weekdays by one convention: their English names in small letters. Whatever else people write is answered with those."""

import re
from difflib import get_close_matches

from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.hours import WEEKDAYS

_SHORTEST = 2
_SEVERAL = {
    "weekday": WEEKDAYS[:5],
    "weekdays": WEEKDAYS[:5],
    "workdays": WEEKDAYS[:5],
    "weekend": WEEKDAYS[5:],
    "weekends": WEEKDAYS[5:],
}
_BY_NAME = 'Write the day by its name, like "monday", for weeks do not begin alike everywhere'
_ALL = frozenset({"all", "always", "any day", "daily", "every day", "everyday"})


def weekday_of(text: str) -> int | Fault:
    """Give 0 for "monday" to 6 for "sunday"."""
    if text in WEEKDAYS:
        return WEEKDAYS.index(text)
    small = text.casefold().strip(" .")
    if small.isdecimal():
        return Fault("", f'"{text}" is a number', _BY_NAME)
    what = "has capital letters" if small in WEEKDAYS else "is not the full name of a day"
    return Fault("", f'"{text}" {what}', _cure(small))


def _cure(text: str) -> str:
    if text in _ALL:
        return "Delete the line days: without it every day counts"
    if several := _several(text):
        return "Write " + ", ".join(f'"{day}"' for day in several)
    if meant := _meant(text):
        return f'Write "{meant}"'
    return "Write one of " + ", ".join(f'"{day}"' for day in WEEKDAYS)


def _several(text: str) -> tuple[str, ...]:
    ends = re.fullmatch(r"(\w+)\.?\s*(?:[-\u2010-\u2015]|to|till|until)\s*(\w+)", text)
    if ends is None:
        return _SEVERAL.get(text, ())
    first, last = _meant(ends[1]), _meant(ends[2])
    if first is None or last is None:
        return ()
    begin = WEEKDAYS.index(first)
    return tuple(WEEKDAYS[(begin + n) % 7] for n in range((WEEKDAYS.index(last) - begin) % 7 + 1))


def _meant(text: str) -> str | None:
    short = [day for day in WEEKDAYS if len(text) >= _SHORTEST and day.startswith(text)]
    near = short or get_close_matches(text.removesuffix("s"), WEEKDAYS, n=1, cutoff=0.8)
    return near[0] if len(near) == 1 else None
