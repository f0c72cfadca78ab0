"""Names that stand a second time, which TOML forbids: told once each, and left out so that the rest can be checked."""

from dataclasses import dataclass

from kiosk.prepare.config.keys import KeyPath, spelled
from kiosk.prepare.config.mending import without_section
from kiosk.prepare.config.positions import Twice, positions_of
from kiosk.prepare.config.shape import ContactShape
from kiosk.prepare.config.source import Source
from kiosk.prepare.config.tables import tables_of
from kiosk.prepare.problem import Place, Problem

MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Repetitions:
    """`lines` are the file's without what stands there for the second time."""

    problems: tuple[Problem, ...]
    lines: list[str]


def repetitions_in(source: Source, lines: list[str]) -> Repetitions:
    twice = _outermost(positions_of("\n".join(lines)).twice)
    rest = lines
    for one in twice[:MOST_TOLD]:
        rest = _without(rest, one)
    return Repetitions(tuple(_problem(source, lines, one) for one in twice[:MOST_TOLD]), rest)


def _outermost(twice: list[Twice]) -> list[Twice]:
    """Leave out what is repeated only because the part around it is."""
    paths = {one.path for one in twice}
    return [one for one in twice if not any(one.path[:depth] in paths for depth in range(1, len(one.path)))]


def _without(lines: list[str], one: Twice) -> list[str]:
    number = one.second.line
    return without_section(lines, number) if _is_part(lines, one) else [*lines[: number - 1], "", *lines[number:]]


def _problem(source: Source, lines: list[str], one: Twice) -> Problem:
    place = Place(source.file, one.second.line, one.second.column)
    what = f"stands here a second time, first in line {one.first.line}"
    return Problem(place, spelled(one.path, None), what, _cure(one.path, part=_is_part(lines, one)))


def _cure(path: KeyPath, *, part: bool) -> str:
    lists = {table.name for table in tables_of(ContactShape) if table.repeated}
    if path in lists or any(isinstance(step, int) for step in path):
        return "Delete one of them; for a further entry of a list, write its name in double brackets, like [[phone]]"
    return "Put the lines of both parts below the first, and delete the second" if part else "Delete one of them"


def _is_part(lines: list[str], one: Twice) -> bool:
    return lines[one.second.line - 1].lstrip().startswith("[")
