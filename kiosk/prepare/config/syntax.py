"""From text to tables by tomllib; where the text is no TOML, every slip that can be told apart, in plain words."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from kiosk.prepare.config.keys import spelled
from kiosk.prepare.config.slips import NEVER_CLOSED, diagnosis_of, is_whole_header, opening_line
from kiosk.prepare.config.source import Source, Unreadable, place_at
from kiosk.prepare.problem import Place, Problem

MOST_SLIPS = 10

_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
_ENDLESS_NUMBER = re.compile(r"\d{1000}")
_REPEATED = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Cannot redefine", "Duplicate")


@dataclass(frozen=True, slots=True)
class Document:
    """The tables of a file, as tomllib gives them."""

    tables: dict[str, Any]


def parse(source: Source) -> Document | Unreadable:
    try:
        return Document(tomllib.loads(source.text))
    except tomllib.TOMLDecodeError as error:
        return Unreadable(_slips(source, str(error)))
    except RecursionError:
        what, cure = "brackets are nested too deep", "Write it as the starter file does"
        return Unreadable((Problem(Place(source.file), "", what, cure),))
    except ValueError:  # Python refuses to read an integer of more than 4300 digits
        found = _ENDLESS_NUMBER.search(source.text)
        place = place_at(source.file, source.text, found.start()) if found else Place(source.file)
        return Unreadable((Problem(place, "", "this number has thousands of digits", "Write a number that you need"),))


def _slips(source: Source, message: str) -> tuple[Problem, ...]:
    """Name the first slip, then read on without its line: tomllib stops at every one."""
    lines = source.text.split("\n")
    problems: dict[int, Problem] = {}
    while len(problems) < MOST_SLIPS:
        if message.startswith(_REPEATED):
            return tuple(problems.values()) or _repetitions(source, message)
        place = _place(source, lines, message)
        if place is None:
            return (*problems.values(), _never_closed(source, lines))
        if place.line in problems:
            break
        diagnosis = diagnosis_of(lines[place.line - 1], _AT.sub("", message).strip())
        problems[place.line] = Problem(place, "", diagnosis.what, diagnosis.cure)
        lines[place.line - 1] = ""
        message = _first_message("\n".join(lines))
        if not message:
            break
    return tuple(problems[line] for line in sorted(problems))


def _first_message(text: str) -> str:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return str(error)
    return ""


def _place(source: Source, lines: list[str], message: str) -> Place | None:
    """Read the place from tomllib's message; None where the slip must lie on an earlier line."""
    found = _AT.search(message)
    if found is None or int(found[1]) > len(lines):
        return None
    line = lines[int(found[1]) - 1]
    opened_before = not line.strip() or (is_whole_header(line) and opening_line(lines[: int(found[1]) - 1]))
    return None if opened_before else Place(source.file, int(found[1]), int(found[2]))


def _never_closed(source: Source, lines: list[str]) -> Problem:
    opened = opening_line(lines)
    last = max((number for number, line in enumerate(lines, start=1) if line.strip()), default=1)
    fault = NEVER_CLOSED if opened else diagnosis_of(lines[last - 1], "the file ends too early")
    return Problem(Place(source.file, opened or last, 1), "", fault.what, fault.cure)


def _repetitions(source: Source, message: str) -> tuple[Problem, ...]:
    from kiosk.prepare.config.positions import positions_of  # noqa: PLC0415  # 40 ms that a sound file saves

    return tuple(
        Problem(
            Place(source.file, twice.second.line, twice.second.column),
            spelled(twice.path, None),
            f"stands here a second time, first in line {twice.first.line}",
            "Delete one of them; for a further entry of a list, write its name in double brackets, like [[phone]]",
        )
        for twice in positions_of(source.text).twice[:MOST_SLIPS]
    ) or (_slip_of_names(source, message),)


def _slip_of_names(source: Source, message: str) -> Problem:
    """Answer for what tomllib calls repeated and the positions do not, such as a table under a key with a value."""
    place = _place(source, source.text.split("\n"), message) or Place(source.file)
    return Problem(place, "", "a name stands here that means something else already", "Delete one of the two")
