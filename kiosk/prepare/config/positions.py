"""Where each key and value of a TOML text stands, by tree-sitter: tomllib keeps no lines.

Imported only when somebody needs a place: most files have no problem.
"""

from dataclasses import dataclass, field

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from kiosk.prepare.config.keys import KeyPath

_KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Line and column, both counted from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Twice:
    """A key or table that is written a second time."""

    path: KeyPath
    first: Spot
    second: Spot


@dataclass(slots=True)
class Positions:
    """`keys` and `values` by their path, e.g. ("phone", 0, "number")."""

    keys: dict[KeyPath, Spot] = field(default_factory=dict)
    values: dict[KeyPath, Spot] = field(default_factory=dict)
    twice: list[Twice] = field(default_factory=list)


def positions_of(text: str) -> Positions:
    tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode())
    walk = _Walk(text)
    walk.document(tree.root_node)
    return walk.found


class _Walk:
    """One pass over a tree; it counts the elements of arrays of tables as TOML does."""

    def __init__(self, text: str) -> None:
        self.found = Positions()
        self._lines = text.split("\n")
        self._elements: dict[KeyPath, int] = {}

    def document(self, root: Node) -> None:
        for node in root.children:
            match node.type:
                case "pair":
                    self._pair(node, ())
                case "table" | "table_array_element":
                    self._table(node)

    def _table(self, node: Node) -> None:
        header = next((child for child in node.children if child.type in _KEYS), None)
        if header is None:
            return
        repeated = node.type == "table_array_element"
        path = self._header_path(_names(header), repeated=repeated)
        if repeated:
            self.found.keys.setdefault(path[:-1], self._spot(header))
        self._key(path, self._spot(header), once=not repeated)
        for child in node.children:
            if child.type == "pair":
                self._pair(child, path)

    def _header_path(self, names: list[str], *, repeated: bool) -> KeyPath:
        path: KeyPath = ()
        for name in names[:-1]:
            path = self._latest((*path, name))
        path = (*path, names[-1])
        if not repeated:
            return self._latest(path)
        self._elements[path] = self._elements.get(path, -1) + 1
        return self._latest(path)

    def _latest(self, path: KeyPath) -> KeyPath:
        return (*path, self._elements[path]) if path in self._elements else path

    def _pair(self, node: Node, parent: KeyPath) -> None:
        key = next((child for child in node.children if child.type in _KEYS), None)
        if key is None or not node.named_children:
            return
        path = (*parent, *_names(key))
        self._key(path, self._spot(key), once=True)
        self._value(node.named_children[-1], path)

    def _value(self, node: Node, path: KeyPath) -> None:
        self.found.values.setdefault(path, self._spot(node))
        if node.type == "inline_table":
            for child in node.children:
                if child.type == "pair":
                    self._pair(child, path)
        if node.type == "array":
            elements = [child for child in node.named_children if child.type not in {"comment", "ERROR"}]
            for index, element in enumerate(elements):
                self._value(element, (*path, index))

    def _key(self, path: KeyPath, spot: Spot, *, once: bool) -> None:
        if once and path in self.found.keys:
            self.found.twice.append(Twice(path, self.found.keys[path], spot))
        self.found.keys.setdefault(path, spot)

    def _spot(self, node: Node) -> Spot:
        row, octets = node.start_point
        line = self._lines[row] if row < len(self._lines) else ""
        return Spot(row + 1, len(line.encode()[:octets].decode(errors="ignore")) + 1)


def _names(key: Node) -> list[str]:
    if key.type == "dotted_key":
        return [name for child in key.children if child.type in _KEYS for name in _names(child)]
    text = (key.text or b"").decode()
    return [text[1:-1] if key.type == "quoted_key" else text]
