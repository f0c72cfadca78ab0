"""The problems found in one article file, gathered while it is read."""

from pathlib import Path

from kiosk.prepare.problem import Place, Problem, has_errors

MOST_WARNINGS = 50


class Findings:
    """Keeps each finding once, and only counts the warnings beyond MOST_WARNINGS; line 0 means the whole file."""

    def __init__(self, file: Path, text: str = "") -> None:
        self._file = file
        self._lines = text.split("\n")
        self._problems: dict[Problem, None] = {}
        self._beyond = 0

    def column_of(self, wanted: str, line: int) -> int:
        """Give the column where these words of the file begin in that line, 1 where they stand there otherwise."""
        known = 0 < line <= len(self._lines)
        return max(self._lines[line - 1].find(wanted) + 1, 1) if known else 1

    @property
    def has_errors(self) -> bool:
        return has_errors(tuple(self._problems))

    def fault(self, line: int, key: str, what: str, cure: str, *, column: int = 1) -> None:
        """Note what keeps the article from the screen."""
        self._problems[Problem(self._place(line, column), key, what, cure)] = None

    def warn(self, line: int, key: str, what: str, cure: str, *, column: int = 1) -> None:
        problem = Problem(self._place(line, column), key, what, cure, "warning")
        if problem in self._problems:
            return
        if len(self._problems) < MOST_WARNINGS:
            self._problems[problem] = None
        else:
            self._beyond += 1

    def problems(self) -> tuple[Problem, ...]:
        """Give the findings in the order of the file."""
        found = sorted(self._problems, key=lambda problem: (problem.place.line, problem.place.column))
        return (*found, self._rest()) if self._beyond else tuple(found)

    def _place(self, line: int, column: int) -> Place:
        return Place(self._file, line, column if line else 0)

    def _rest(self) -> Problem:
        what = f"there are {self._beyond} more faults in this file"
        return Problem(self._place(0, 0), "", what, "Mend the first ones, then the others are named", "warning")
