"""Which of the collected libraries the program needs, whatever else the computer has that builds it.

PyInstaller collects what each plugin of Qt asks for, those that are left out included: where GTK is installed, GTK's.
"""

from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import PurePath

Entry = tuple[str, str, str]
"""A name below the program's folder, the file that is taken, and its kind in PyInstaller's words."""

PYTHON = "libpython*"
"""The bootloader opens it by its name."""


def without_unneeded(entries: Iterable[Entry], names_in: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Leave out the libraries that nothing else asks for; `names_in` gives the libraries that a file asks for."""
    entries = list(entries)
    libraries = {_file(entry): entry for entry in entries if _is_real_library(entry)}
    waiting = [entry for entry in entries if entry[2] in {"BINARY", "EXTENSION"} and not _is_real_library(entry)]
    needed = set[str]()
    while waiting:
        new = {name for name in names_in(waiting.pop()[1]) if name in libraries} - needed
        waiting += (libraries[name] for name in new)
        needed |= new
    return [entry for entry in entries if not _has_library_name(entry) or _file(entry) in needed]


def _is_real_library(entry: Entry) -> bool:
    return entry[2] == "BINARY" and _has_library_name(entry)


def _has_library_name(entry: Entry) -> bool:
    """Tell a library, or a link to one, from plugins and modules; Python itself is none."""
    name = _file(entry)
    return fnmatch(name, "lib*.so.*") and not fnmatch(name, PYTHON)


def _file(entry: Entry) -> str:
    return PurePath(entry[0]).name
