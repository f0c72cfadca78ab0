"""From text to tables by tomllib; where the text is no TOML, its slips in plain words and what can be read besides."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from kiosk.prepare.config.mending import mended
from kiosk.prepare.config.slips import NEVER_CLOSED, column_of, diagnosis_of, is_whole_header, opening_line
from kiosk.prepare.config.source import Source, Unreadable, place_at
from kiosk.prepare.problem import Place, Problem

MOST_SLIPS = 10

_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
_ENDLESS_NUMBER = re.compile(r"\d{1000}")
_REPEATED = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Cannot redefine", "Duplicate")


@dataclass(frozen=True, slots=True)
class Document:
    """The tables of a file, as tomllib gives them; with `slips`, of `source` after its bad lines were mended."""

    source: Source
    tables: dict[str, Any]
    slips: tuple[Problem, ...] = ()


def parse(source: Source) -> Document | Unreadable:
    try:
        return Document(source, tomllib.loads(source.text))
    except tomllib.TOMLDecodeError as error:
        return _ReadingOn(source).past(str(error))
    except RecursionError:
        what, cure = "brackets are nested too deep", "Write it as the starter file does"
        return Unreadable((Problem(Place(source.file), "", what, cure),))
    except ValueError:  # Python refuses to read an integer of more than 4300 digits
        found = _ENDLESS_NUMBER.search(source.text)
        place = place_at(source.file, source.text, found.start()) if found else Place(source.file)
        return Unreadable((Problem(place, "", "this number has thousands of digits", "Write a number that you need"),))


class _ReadingOn:
    """Names one slip, mends its line and reads again, for tomllib stops at every one."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines = source.text.split("\n")
        self._problems: dict[int, Problem] = {}

    def past(self, message: str) -> Document | Unreadable:
        while message and not message.startswith(_REPEATED):
            place = _place(self._source, self._lines, message)
            if place is None:
                return self._unreadable(_never_closed(self._source, self._lines))
            if len(self._problems) == MOST_SLIPS or not self._mend(place):
                return self._unreadable()
            message = _first_message(self._lines)
        return self._without_repetitions(message) if message else self._document()

    def _mend(self, place: Place) -> bool:
        """Tell whether there was something to do: a line that is bad even when it is mended is left out."""
        line = self._lines[place.line - 1]
        if place.line not in self._problems:
            fault = diagnosis_of(line)
            self._problems[place.line] = Problem(place, "", fault.what, fault.cure)
            self._lines[place.line - 1] = mended(line)
            return True
        self._lines[place.line - 1] = ""
        return bool(line)

    def _without_repetitions(self, message: str) -> Document | Unreadable:
        from kiosk.prepare.config.repetitions import repetitions_in  # noqa: PLC0415  # 40 ms that a sound file saves

        found = repetitions_in(self._source, self._lines)
        if not found.problems:
            return self._unreadable(_slip_of_names(self._source, self._lines, message))
        self._lines = found.lines
        self._problems = {problem.place.line: problem for problem in found.problems} | self._problems
        return self._unreadable() if _first_message(self._lines) else self._document()

    def _document(self) -> Document:
        text = "\n".join(self._lines)
        return Document(Source(self._source.file, text), tomllib.loads(text), self._told())

    def _unreadable(self, *last: Problem) -> Unreadable:
        return Unreadable((*self._told(), *last))

    def _told(self) -> tuple[Problem, ...]:
        return tuple(self._problems[line] for line in sorted(self._problems))


def _first_message(lines: list[str]) -> str:
    try:
        tomllib.loads("\n".join(lines))
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
    return None if opened_before else Place(source.file, int(found[1]), column_of(line, int(found[2])))


def _never_closed(source: Source, lines: list[str]) -> Problem:
    opened = opening_line(lines)
    last = max((number for number, line in enumerate(lines, start=1) if line.strip()), default=1)
    if opened:
        return Problem(Place(source.file, opened, 1), "", NEVER_CLOSED.what, NEVER_CLOSED.cure)
    fault = diagnosis_of(lines[last - 1])
    return Problem(Place(source.file, last, column_of(lines[last - 1], 1)), "", fault.what, fault.cure)


def _slip_of_names(source: Source, lines: list[str], message: str) -> Problem:
    """Answer for what tomllib calls repeated and the positions do not, such as a table under a key with a value."""
    place = _place(source, lines, message) or Place(source.file)
    return Problem(place, "", "a name stands here that means something else already", "Delete one of the two")
