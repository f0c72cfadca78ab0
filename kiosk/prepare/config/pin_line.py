"""What is wrong with a line about the PIN, told without the PIN: a problem goes to the log and the screen."""

from dataclasses import replace

from kiosk.edition.device import Access
from kiosk.prepare.config.line import assignment_in
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.problem import Problem
from kiosk.staff.pin import is_pin_hash

KEY = "pin_hash"
_CURE = "Delete this line, and run kiosk set-pin"
_NO_HASH = Fault("", "is not as kiosk set-pin writes it", _CURE)
_BY_HAND = Fault("", "a PIN cannot be set by hand", _CURE)


def access_of(pin_hash: str | None) -> Access | Fault:
    """Give what is set, or what is wrong with it."""
    if pin_hash is None:
        return Access()
    return Access(pin_hash) if is_pin_hash(pin_hash) else _NO_HASH


def without_pins(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Give the same problems of this file, none of which repeats what is written where a PIN might be."""
    lines = text.split("\n")
    return tuple(_without_pin(problem, lines) for problem in problems)


def _without_pin(problem: Problem, lines: list[str]) -> Problem:
    if problem.key == KEY:
        return replace(problem, what=_NO_HASH.what, cure=_NO_HASH.cure)
    if _speaks_of_pin(problem.key) or _speaks_of_pin(_key_in(problem, lines)):
        return replace(problem, key="", what=_BY_HAND.what, cure=_BY_HAND.cure)
    return problem


def _key_in(problem: Problem, lines: list[str]) -> str:
    line = lines[problem.place.line - 1] if problem.place.line else ""
    assignment = assignment_in(line)
    return assignment.key if assignment else ""


def _speaks_of_pin(key: str) -> bool:
    return "pin" in key.lower()
