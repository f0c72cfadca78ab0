"""The hand-kept table of known.toml, read and with its texts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TypedDict, cast

from parts import Part, Text

HERE = Path(__file__).parent


class _Entry(TypedDict, total=False):
    name: str
    version: str
    version_of: str
    purl: str
    package: str
    licence: str
    texts: list[str]
    files: list[str]
    modules: list[str]
    source: str


class _Table(TypedDict, total=False):
    part: list[_Entry]
    package: dict[str, _Entry]
    debian: dict[str, str]
    crates: dict[str, list[str]]
    inside: dict[str, dict[str, _Entry]]


@dataclass(frozen=True, slots=True)
class KnownPart:
    part: Part
    version_of: str
    """The Python package whose version is its own; "" where it has one itself, or none."""

    package: str
    """The Python package whose texts are its own."""

    files: tuple[str, ...]
    modules: frozenset[str]

    def has(self, place: str) -> bool:
        return any(fnmatchcase(place, pattern) for pattern in self.files)


@dataclass(frozen=True, slots=True)
class Override:
    licence: str
    texts: tuple[Text, ...]
    source: str
    inside: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Known:
    parts: tuple[KnownPart, ...]
    packages: Mapping[str, Override]
    debian: Mapping[str, str]
    crates: Mapping[str, tuple[Text, ...]]


def read_known(folder: Path = HERE) -> Known:
    """Raise FileNotFoundError where the table names a text that is not there."""
    table = cast("_Table", tomllib.loads((folder / "known.toml").read_text(encoding="utf-8")))
    inside = {name: _inside(folder, parts) for name, parts in table.get("inside", {}).items()}
    return Known(
        tuple(_known_part(folder, entry, inside.get(entry["name"], ())) for entry in table.get("part", [])),
        {name: _override(folder, entry, inside.get(name, ())) for name, entry in table.get("package", {}).items()},
        table.get("debian", {}),
        {expression: _texts(folder, names) for expression, names in table.get("crates", {}).items()},
    )


def _known_part(folder: Path, entry: _Entry, inside: tuple[Part, ...]) -> KnownPart:
    part = Part(
        entry["name"],
        entry["licence"],
        _texts(folder, entry.get("texts", [])),
        version=entry.get("version", ""),
        purl=entry.get("purl", ""),
        source=entry.get("source", ""),
        inside=inside,
    )
    files, modules = tuple(entry.get("files", [])), frozenset(entry.get("modules", []))
    return KnownPart(part, entry.get("version_of", ""), entry.get("package", ""), files, modules)


def _inside(folder: Path, parts: dict[str, _Entry]) -> tuple[Part, ...]:
    return tuple(
        Part(name, entry["licence"], _texts(folder, entry["texts"]), source=entry.get("source", ""))
        for name, entry in parts.items()
    )


def _override(folder: Path, entry: _Entry, inside: tuple[Part, ...]) -> Override:
    return Override(entry["licence"], _texts(folder, entry.get("texts", [])), entry.get("source", ""), inside)


def _texts(folder: Path, names: list[str]) -> tuple[Text, ...]:
    paths = [(folder / "texts" / name).resolve() for name in names]
    return tuple(Text(f"texts/{_short(folder, path)}", path.read_bytes()) for path in paths)


def _short(folder: Path, path: Path) -> str:
    texts = (folder / "texts").resolve()
    return path.relative_to(texts).as_posix() if path.is_relative_to(texts) else path.name
