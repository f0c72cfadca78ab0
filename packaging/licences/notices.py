"""The folder licences/ of the program: the texts, a list of them for people and one for programs, and Qt's notice."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from string import Template

from built_tree import place_of
from parts import Part, Text

HERE = Path(__file__).parent
QT = "Qt"
BINDINGS = ("pyside6-essentials", "shiboken6")
LIBRARY_ENDINGS = (".so", ".dll", ".dylib")
INTRODUCTION = """LICENCES
========

Kiosk is put together from the parts below. Each is under the licence that stands behind it, as an SPDX expression; where there
is a choice, the text given is that of the licence chosen. All texts are in this folder. QT.txt says what you may do with Qt,
and how. The same goes for the other parts under the LGPL: the modules of chardet, and lxml with libiconv inside, are files of
their own below _internal, and yours may take their place. index.json is the same list for programs, and sbom.cdx.json, one
folder up, tells of every file.
"""


def write_notices(parts: tuple[Part, ...], folder: Path) -> None:
    """Write it anew, whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    for text in _texts(parts):
        path = folder / text.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.content)
    (folder / "LICENCES.txt").write_text("\n".join(lines_of(parts)) + "\n", encoding="utf-8")
    (folder / "index.json").write_text(index_of(parts), encoding="utf-8")
    if any(part.name == QT for part in parts):
        (folder / "QT.txt").write_text(qt_notice(parts), encoding="utf-8")


def lines_of(parts: Iterable[Part]) -> Iterator[str]:
    yield INTRODUCTION
    for part in parts:
        yield from _entry(part, "")
        for one in part.inside:
            yield from _entry(one, "    ")
        yield ""


def index_of(parts: Iterable[Part]) -> str:
    return json.dumps([_index_entry(part) for part in parts], indent=1, ensure_ascii=False) + "\n"


def qt_notice(parts: tuple[Part, ...]) -> str:
    of_name = {part.name: part for part in parts}
    version = of_name[QT].version
    return Template((HERE / "QT.txt").read_text(encoding="utf-8")).substitute(
        qt=version,
        minor=".".join(version.split(".")[:2]),
        pyside=of_name[BINDINGS[0]].version,
        libraries="\n".join(f"    {file}" for name in (QT, *BINDINGS) for file in _libraries(of_name[name])),
    )


def _libraries(part: Part) -> list[str]:
    outside_plugins = (file for file in part.files if "/plugins/" not in file)
    return [file for file in outside_plugins if _is_library(PurePosixPath(place_of(file)).name)]


def _is_library(name: str) -> bool:
    """Tell a library from a module of Python, which PySide6 calls QtGui.abi3.so."""
    return any(ending in name for ending in LIBRARY_ENDINGS) and (name.startswith(("lib", "Qt6")))


def _entry(part: Part, indent: str) -> Iterator[str]:
    yield f"{indent}{part.name} {part.version}".rstrip() + f": {part.licence}"
    if part.source:
        yield f"{indent}    sources: {part.source}"
    yield f"{indent}    {', '.join(sorted(text.path for text in part.texts))}"


def _index_entry(part: Part) -> dict[str, object]:
    entry: dict[str, object] = {
        "part": part.name,
        "version": part.version,
        "licence": part.licence,
        "texts": sorted(text.path for text in part.texts),
        "files": len(part.files),
        "modules": part.modules,
    }
    return entry | ({"inside": [_index_entry(one) for one in part.inside]} if part.inside else {})


def _texts(parts: Iterable[Part]) -> Iterator[Text]:
    for part in parts:
        yield from part.texts
        yield from _texts(part.inside)
