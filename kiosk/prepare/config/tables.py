"""Which keys each table of a shape knows, by the shape's own fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, get_args, get_origin

from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.shape import Shape

Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A table by its name, e.g. ("hours", "exception"); a repeated one is written in double brackets."""

    name: Names
    keys: Names
    repeated: bool = False

    @property
    def spot(self) -> str:
        name = ".".join(self.name)
        if not name:
            return "at the top of the file, above the first line in brackets"
        return f"below [[{name}]]" if self.repeated else f"below [{name}]"


def tables_of(shape: type[Shape]) -> tuple[KnownTable, ...]:
    return tuple(_tables(shape, (), repeated=False))


def keys_of(path: KeyPath, tables: tuple[KnownTable, ...]) -> Names:
    """Give the keys that the table at a path of the file knows."""
    name = tuple(step for step in path if isinstance(step, str))
    return next((table.keys for table in tables if table.name == name), ())


def _tables(shape: type[Shape], name: Names, *, repeated: bool) -> Iterator[KnownTable]:
    named = {field.alias or key: field for key, field in shape.model_fields.items()}
    yield KnownTable(name, tuple(named), repeated)
    for key, field in named.items():
        for inner in _shapes_in(field.annotation):
            yield from _tables(inner, (*name, key), repeated=get_origin(field.annotation) is list)


def _shapes_in(annotation: object) -> list[type[Shape]]:
    candidates = (annotation, *get_args(annotation))
    return [kind for kind in candidates if isinstance(kind, type) and issubclass(kind, Shape)]
