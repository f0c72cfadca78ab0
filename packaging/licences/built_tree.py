"""What really lies in the built program: its files, and the Python modules in its executable."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LIBRARIES = "_internal"
OURS = ("licences", "sbom.cdx.json")
"""What is written afterwards, and tells of the rest."""

VIEWER = ("-m", "PyInstaller.utils.cliutils.archive_viewer", "--list", "--recursive", "--brief")
NO_MODULES = ("PYZ.pyz", "pyi-contents-directory _internal")


@dataclass(frozen=True, slots=True)
class Tree:
    folder: Path
    files: tuple[str, ...]
    """All but links, below the folder."""

    modules: tuple[str, ...]


def read_tree(folder: Path) -> Tree:
    """Raise CalledProcessError where the executable is none of PyInstaller's."""
    return Tree(folder, tuple(files_in(folder)), modules_in(_executable(folder)))


def files_in(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    names = (path.relative_to(folder).as_posix() for path in paths)
    return sorted(name for name in names if name.split("/")[0] not in OURS)


def modules_in(executable: Path) -> tuple[str, ...]:
    order = [sys.executable, *VIEWER, str(executable)]
    told = subprocess.run(order, check=True, capture_output=True, text=True).stdout
    return modules_of(told)


def modules_of(listing: str) -> tuple[str, ...]:
    """Read what PyInstaller's viewer lists: names, each indented by a blank, under headings that are not."""
    names = {line.strip() for line in listing.splitlines() if line.startswith(" ")}
    return tuple(sorted(names.difference(NO_MODULES)))


def place_of(file: str) -> str:
    """Give the name below the folder of the libraries, which is what it is called where it was copied from."""
    path = PurePosixPath(file)
    return path.relative_to(LIBRARIES).as_posix() if path.parts[0] == LIBRARIES else file


def _executable(folder: Path) -> Path:
    return folder / ("kiosk.exe" if sys.platform == "win32" else "kiosk")
