"""What is left of a document without its malformed parts, so that the rest can still be checked in the same pass."""

from typing import Any

from kiosk.prepare.config.keys import KeyPath


class Salvage:
    """Takes parts out of `tables`, and remembers which entry of the file an entry of a list once was, and which key."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.tables = tables
        self._originals: dict[KeyPath, list[int]] = {}
        self._slips: dict[KeyPath, str] = {}

    def take_out(self, path: KeyPath) -> None:
        """Take out what stands at a path of the document as it is now."""
        parent, step = self._at(path[:-1]), path[-1]
        if isinstance(parent, dict):
            parent.pop(step, None)
        if isinstance(parent, list) and isinstance(step, int) and step < len(parent):
            self._originals.setdefault(path[:-1], list(range(len(parent)))).pop(step)
            parent.pop(step)

    def rename(self, path: KeyPath, name: str) -> None:
        parent, step = self._at(path[:-1]), path[-1]
        if isinstance(parent, dict) and step in parent:
            parent.setdefault(name, parent.pop(step))
            self._slips[(*self.original(path[:-1]), name)] = str(step)

    def original(self, path: KeyPath) -> KeyPath:
        """Give the path that a part had in the file."""
        return tuple(self._step(path[:depth], step) for depth, step in enumerate(path))

    def _step(self, parent: KeyPath, step: str | int) -> str | int:
        if isinstance(step, str):
            return self._slips.get((*self.original(parent), step), step) if self._slips else step
        indexes = self._originals.get(parent)
        return indexes[step] if indexes is not None and step < len(indexes) else step

    def _at(self, path: KeyPath) -> object:
        here: object = self.tables
        for step in path:
            if isinstance(here, dict):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return None
        return here
