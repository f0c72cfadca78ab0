"""Collects the problems of one file, all of them, and finds the line and column of each."""

from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.prepare.config.keys import KeyPath, spelled
from kiosk.prepare.config.source import Source
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.prepare.config.positions import Positions, Spot


class Report:
    """`document` is the file as tomllib gives it: it tells how many entries a list has.

    A line among the `slips` has been told: what stands there in its place is not judged again.
    `original` turns a path of what was checked into the path of the file, where parts were left out before.
    """

    def __init__(self, source: Source, document: object, slips: tuple[Problem, ...] = ()) -> None:
        self.original: Callable[[KeyPath], KeyPath] = tuple
        self._source = source
        self._document = document
        self._problems = list(slips)
        self._slipped = {slip.place.line for slip in slips}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give them in the order of the file."""
        return tuple(sorted(self._problems, key=lambda problem: (problem.place.line, problem.place.column)))

    def add(self, path: KeyPath, fault: Fault) -> None:
        """Report a fault of the value at `path`, or of the fault's key below it."""
        whole = (*path, *fault.key.split(".")) if fault.key else path
        self._append(whole, self.place(whole), fault)

    def add_to_key(self, path: KeyPath, fault: Fault) -> None:
        """Report a fault of the key itself, not of what is written behind it."""
        spot = self._positions.keys.get(self.original(path))
        self._append(path, self._at(spot) if spot else self.place(path), fault)

    def place(self, path: KeyPath) -> Place:
        """Find the value at `path`, or else the nearest table around it, or else the whole file."""
        whole = self.original(path)
        for length in range(len(whole), 0, -1):
            part = whole[:length]
            spot = self._positions.values.get(part) or self._positions.keys.get(part)
            if spot is not None:
                return self._at(spot)
        return Place(self._source.file)

    def _append(self, path: KeyPath, place: Place, fault: Fault) -> None:
        if place.line in self._slipped:
            return
        key = spelled(self.original(path), self._document)
        self._problems.append(Problem(place, key, fault.what, fault.cure, fault.severity))

    def _at(self, spot: "Spot") -> Place:
        return Place(self._source.file, spot.line, spot.column)

    @cached_property
    def _positions(self) -> "Positions":
        from kiosk.prepare.config.positions import positions_of  # noqa: PLC0415  # 40 ms that a sound file saves

        return positions_of(self._source.text)
