"""What a build is called: the version of its git tag, the commit, and when that was made."""

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

TAGS = "v[0-9]*"
DESCRIBED = re.compile(r"v(?P<version>[0-9][^-]*)-(?P<ahead>[0-9]+)-g[0-9a-f]+(?P<changed>-dirty)?")
DIGITS = 10


@dataclass(frozen=True, slots=True)
class Stamp:
    version: str
    """As in 1.2.0 at the commit that is tagged v1.2.0, and 1.2.0+7 at the seventh after it."""

    commit: str
    time: int
    """Seconds since 1970, of the commit."""

    @property
    def date(self) -> str:
        return datetime.fromtimestamp(self.time, UTC).date().isoformat()


def stamp(root: Path) -> Stamp:
    """Ask git; raise ValueError where the nearest tag and `kiosk.__version__` tell of different versions."""
    version = version_in(root)
    described = _git(root, "describe", "--tags", "--long", "--dirty", "--match", TAGS, "--always")
    return Stamp(
        version_of(described, version, int(_git(root, "rev-list", "--count", "HEAD"))),
        _git(root, "rev-parse", f"--short={DIGITS}", "HEAD"),
        int(_git(root, "show", "--no-patch", "--format=%ct", "HEAD")),
    )


def version_in(root: Path) -> str:
    """Give `__version__` of the package."""
    text = (root / "kiosk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("kiosk/__init__.py has no __version__")
    return found[1]


def version_of(described: str, version: str, commits: int) -> str:
    """Give the version of what `git describe --long --dirty` tells; without a tag the commits are counted from the first."""
    found = DESCRIBED.fullmatch(described)
    if found is None:
        return f"{version}+{commits}{'.changed' if described.endswith('-dirty') else ''}"
    if found["version"] != version:
        raise ValueError(f"The tag says v{found['version']} and kiosk/__init__.py says {version}: make them agree.")
    since = f"+{found['ahead']}" if int(found["ahead"]) or found["changed"] else ""
    return f"{version}{since}{'.changed' if found['changed'] else ''}"


def write_build(file: Path, made_from: Stamp, packages: Mapping[str, str]) -> None:
    """Write what kiosk/build.py reads."""
    told = {"version": made_from.version, "commit": made_from.commit, "date": made_from.date, "packages": packages}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True, text=True).stdout.strip()
