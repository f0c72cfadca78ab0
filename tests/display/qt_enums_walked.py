"""Tells all there is to know of Qt's enumerations, as JSON, and how many members Python itself has made.

python qt_enums_walked.py [quick]
"""

import enum
import importlib
import json
import pickle
import sys
from collections.abc import Iterator
from typing import Any

from kiosk.display.qt_enums import quicken

MODULES = ("QtCore", "QtGui", "QtWidgets")
ODD: tuple[list[tuple[str, Any]], ...] = (
    [("A", 1), ("B", 2), ("C", 1), ("D", -5)],
    [("name", 1), ("value", 2), ("real", 3)],
    [("A", "a"), ("B", (1, 2))],
    [("A", True), ("B", 1)],
    [("_A", 1), ("__B", 2)],
    [("mro", 1)],
    [],
)
"""What Qt has none of: its own are given to Python, or come out the same."""


def main() -> None:
    made_by_python = counted()
    if sys.argv[1:] == ["quick"]:
        quicken()
    of_qt = {f"{found.__module__}.{found.__qualname__}": told(found) for name in MODULES for found in enums_in(name)}
    sys.stdout.write(
        json.dumps({"of Qt": of_qt, "odd": [odd(*wish) for wish in wishes()], "by Python": len(made_by_python)})
    )


def counted() -> list[str]:
    """Have each member that Python makes the usual way put its name into a list."""
    names: list[str] = []
    maker: Any = enum._proto_member  # type: ignore[attr-defined]  # where Python makes them
    usual = maker.__set_name__

    def count(member: Any, owner: Any, name: str) -> None:  # noqa: ANN401  # Python's own
        names.append(name)
        usual(member, owner, name)

    maker.__set_name__ = count
    return names


def enums_in(module: str) -> Iterator[type[enum.Enum]]:
    seen: set[type] = set()
    waiting: list[Any] = [importlib.import_module(f"PySide6.{module}")]
    while waiting:
        place = waiting.pop()
        for thing in (getattr(place, name, None) for name in dir(place)):
            if not isinstance(thing, type) or thing in seen or not thing.__module__.startswith("PySide6"):
                continue
            seen.add(thing)
            waiting.append(thing)
            if issubclass(thing, enum.Enum):
                yield thing


def told(found: type[enum.Enum]) -> Any:  # noqa: ANN401  # JSON
    members = {name: [repr(member), str(member), repr(vars(member))] for name, member in found.__members__.items()}
    return [
        [base.__name__ for base in found.__mro__],
        {name: repr(value) for name, value in sorted(vars(found).items()) if " at 0x" not in repr(value)},
        sorted(vars(found)),
        members,
        [repr(member) for member in found],
        [repr(found(member.value)) for member in found],
        [repr(pickle.loads(pickle.dumps(member))) for member in found],  # noqa: S301  # our own
    ]


def wishes() -> Iterator[tuple[Any, Any, Any]]:
    for items in ODD:
        for kind in (enum.Enum, enum.IntEnum):
            for boundary in (enum.KEEP, None):
                yield kind, items, boundary


def odd(kind: Any, items: Any, boundary: Any) -> Any:  # noqa: ANN401  # JSON
    try:
        made = kind("Made", items, boundary=boundary, module="made")
    except (TypeError, ValueError) as error:
        return repr(error)
    return [repr(list(made)), repr(made.__members__), sorted(vars(made)), repr([vars(member) for member in made])]


if __name__ == "__main__":
    main()
