"""From text to tables by tomllib; where the text is no TOML, every slip that can be told apart, in plain words."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from kiosk.prepare.config.keys import spelled
from kiosk.prepare.config.slips import diagnosis_of
from kiosk.prepare.config.source import Source, Unreadable, place_at
from kiosk.prepare.problem import Place, Problem

MOST_SLIPS = 20

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
    """Join what tomllib says of the first slip with what tree-sitter sees of all of them, one for each line."""
    from kiosk.prepare.config.positions import positions_of  # noqa: PLC0415  # 40 ms that a sound file saves

    positions = positions_of(source.text)
    problems = {}
    for twice in positions.twice:
        what = f"stands here a second time, first in line {twice.first.line}"
        place = Place(source.file, twice.second.line, twice.second.column)
        problems[place.line] = Problem(place, spelled(twice.path, None), what, _CURE_OF_TWICE)
    spots = [(spot.line, spot.column) for spot in positions.slips]
    if not (problems and message.startswith(_REPEATED)):
        spots = [_first_spot(source.text, message, spots), *spots]
    for line, column in spots:
        problems.setdefault(line, _slip(source, Place(source.file, line, column), message))
    return tuple(problems[line] for line in sorted(problems))[:MOST_SLIPS]


_CURE_OF_TWICE = "Delete one of them; for a further entry of a list, write its name in double brackets, like [[phone]]"


def _first_spot(text: str, message: str, slips: list[tuple[int, int]]) -> tuple[int, int]:
    """Read the place from tomllib's message; a text that ends too early began its slip earlier."""
    if found := _AT.search(message):
        line, column = int(found[1]), int(found[2])
        return (line, column) if line <= text.count("\n") + 1 else (line - 1, 1)
    return slips[0] if slips else (max(len(text.rstrip().split("\n")), 1), 1)


def _slip(source: Source, place: Place, message: str) -> Problem:
    line = source.text.split("\n")[place.line - 1]
    diagnosis = diagnosis_of(line, _AT.sub("", message).strip())
    return Problem(place, "", diagnosis.what, diagnosis.cure)
