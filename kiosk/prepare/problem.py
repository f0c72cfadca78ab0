"""What staff can mend: a place, a fault and its cure. Problems are collected, never raised."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """A place in one of staff's files; line and column count from 1 and are 0 where the whole file is meant."""

    file: Path
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault at a place; `key` names what is meant there, e.g. "phone.number".

    An error keeps the file from the screen. A warning does not: `cure` then says what the kiosk did instead.
    """

    place: Place
    key: str
    what: str
    cure: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        spot = self.place
        place = f"{spot.file}:{spot.line}:{spot.column}" if spot.line else str(spot.file)
        key = f"{self.key}: " if self.key else ""
        mark = "warning: " if self.severity == "warning" else ""
        return f"{place}: {mark}{key}{self.what}. {self.cure}" if self.cure else f"{place}: {mark}{key}{self.what}."


def has_errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)
