"""Times of day by the 24-hour clock, as minutes after midnight: "08:30" is 510, "24:00" the end of the day."""

import re

from kiosk.prepare.contact.fault import Fault

DAY_MINUTES = 24 * 60
NOON = 12 * 60

_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_LOOSE_TIME = re.compile(r"(\d{1,2})(?:\s?[:.h]?\s?(\d{2}))?(?::\d{2})?\s*(?:([ap]\.?m\.?)|h|o'clock)?", re.IGNORECASE)
_BY_NAME = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def time_of_day(key: str, text: str) -> int | Fault:
    found = _TIME.fullmatch(text)
    if found is None:
        return Fault(key, f'"{text}" cannot be read as a time', _cure(text))
    total = minutes_of(int(found[1]), int(found[2]))
    if total is None:
        return Fault(key, f'"{text}" is a time that does not exist', "Times go from 00:00 to 24:00")
    return total


def time_meant(text: str) -> str | None:
    """Read a time that is written in another way, such as 11, 11.30 or 5pm, and give it as it should be."""
    word = text.strip().casefold()
    if word in _BY_NAME:
        return _BY_NAME[word]
    found = _LOOSE_TIME.fullmatch(word)
    total = loose_minutes(*found.groups()) if found else None
    return None if total is None else clock(total)


def loose_minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    if half is None:
        return minutes_of(int(hour), int(minute or 0))
    noon = 12
    if not 1 <= int(hour) <= noon:
        return None
    return minutes_of(int(hour) % noon + (noon if half[0] in "pP" else 0), int(minute or 0))


def minutes_of(hour: int, minute: int) -> int | None:
    total = hour * 60 + minute
    return total if minute < 60 and total <= DAY_MINUTES else None  # noqa: PLR2004  # minutes of an hour


def clock(minutes: int) -> str:
    within = minutes if minutes == DAY_MINUTES else minutes % DAY_MINUTES
    return f"{within // 60:02}:{within % 60:02}"


def _cure(text: str) -> str:
    meant = time_meant(text)
    return f'Write "{meant}"' if meant else 'Write it by the 24-hour clock, like "08:00" or "17:30"'
