"""Which PINs others would guess first: they are refused when one is set, each with what to do instead.

A date is refused in every order in which people write it, with two digits for the year or with four: of all PINs that
people choose, dates are the most frequent. A year between other digits is not, for it leaves enough to guess.
"""

import re
from collections.abc import Collection
from datetime import datetime
from itertools import pairwise

from kiosk.staff.keypad import is_drawn

SHORTEST, LONGEST = 6, 12
_FEWEST_DIGITS = 3
_YEARS = range(1900, 2100)
_DATES = {6: ("%d%m%y", "%m%d%y", "%y%m%d", "%Y%m"), 8: ("%d%m%Y", "%m%d%Y", "%Y%m%d")}
"""By their length, for `strptime` would also take days and months of one digit. Month and year look like month and day."""
_INSTEAD = "Take digits without a pattern, such as the last ones of two receipts"


def why_weak(pin: str, common: Collection[str]) -> str:
    """Say why this PIN is refused, and what to take instead; "" for a good one. `common` are those that many people have."""
    if re.fullmatch(r"[0-9]*", pin) is None:
        return f"A PIN has digits only, 0 to 9. Take {SHORTEST} to {LONGEST} of them"
    if not SHORTEST <= len(pin) <= LONGEST:
        return f"This PIN has {len(pin)} digits. Take {SHORTEST} to {LONGEST}"
    pattern = _pattern(pin)
    if pattern:
        return f"{pattern}, and others would try it early. {_INSTEAD}"
    return f"This PIN is one of those that most people have. {_INSTEAD}" if pin in common else ""


def _pattern(pin: str) -> str:
    if len(set(pin)) < _FEWEST_DIGITS:
        return "This PIN has only one or two different digits"
    if _is_even(pin):
        return "The digits of this PIN go up or down in even steps"
    if _is_repeated(pin):
        return "This PIN is the same few digits again and again"
    if _is_stretched(pin):
        return "This PIN is a run with every digit doubled"
    if pin == pin[::-1]:
        return "This PIN is the same forwards and backwards"
    if is_drawn(pin):
        return "This PIN is a line on the keys"
    return "This PIN is a date" if _is_date(pin) else ""


def _is_even(pin: str) -> bool:
    """Tell whether every step is as large as the first, where 0 follows 9."""
    steps = {(int(digit) - int(before)) % 10 for before, digit in pairwise(pin)}
    return len(steps) == 1


def _is_repeated(pin: str) -> bool:
    """Tell whether it begins again before its middle or at it; the last time may be cut short."""
    return any(pin[size:] == pin[:-size] for size in range(_FEWEST_DIGITS, len(pin) // 2 + 1))


def _is_stretched(pin: str) -> bool:
    """Tell whether it is a run whose every digit stands there twice, or three times, and so on."""
    return any(
        len(pin) % times == 0 and pin == "".join(digit * times for digit in pin[::times]) and _is_even(pin[::times])
        for times in range(2, len(pin))
    )


def _is_date(pin: str) -> bool:
    return any(_is_of_form(pin, form) for form in _DATES.get(len(pin), ()))


def _is_of_form(pin: str, form: str) -> bool:
    try:
        day = datetime.strptime(pin, form)  # noqa: DTZ007  # a calendar day, at no place
    except ValueError:
        return False
    return day.year in _YEARS
