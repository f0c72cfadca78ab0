"""What this program was built from: told by `kiosk --version`, by the log, and to whoever gives support.

`make package` writes it down as build.json among the resources; a checkout has none.
"""

import importlib.metadata
import json
import re
from dataclasses import dataclass
from pathlib import Path

from kiosk import __version__
from kiosk.paths import resources

BUILD = "build.json"


@dataclass(frozen=True, slots=True)
class Build:
    version: str
    commit: str
    """The first digits of it; "" in a checkout."""

    date: str
    """The day of the commit, as in 2026-11-27; "" in a checkout."""

    packages: tuple[tuple[str, str], ...]
    """Canonical name and version of each Python package inside, by name."""

    def __str__(self) -> str:
        origin = f"commit {self.commit}, {self.date}" if self.commit else "a checkout"
        return f"{self.version} ({origin})"

    def version_of(self, package: str) -> str:
        """Give "" where it is not inside."""
        return dict(self.packages).get(canonical(package), "")


def this_build(folder: Path | None = None) -> Build:
    """Read it from the program's resources, or from a folder."""
    try:
        told = json.loads(((folder or resources()) / BUILD).read_bytes())
    except FileNotFoundError:
        return Build(__version__, "", "", _installed())
    return Build(told["version"], told["commit"], told["date"], tuple(sorted(told["packages"].items())))


def canonical(name: str) -> str:
    """Give the name of a package as the specification of Python packaging normalises it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _installed() -> tuple[tuple[str, str], ...]:
    found = {canonical(package.name): package.version for package in importlib.metadata.distributions()}
    return tuple(sorted(found.items()))
