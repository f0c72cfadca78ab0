"""The libraries that PyInstaller copies from Debian: which package each is of, and what that says of its licence."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from parts import Text

COMMON = Path("/usr/share/common-licenses")
DOCUMENTATION = Path("/usr/share/doc")


@dataclass(frozen=True, slots=True)
class DebianPackage:
    name: str
    version: str
    architecture: str
    texts: tuple[Text, ...]
    """Its copyright file, and the common licences that it refers to."""

    @property
    def purl(self) -> str:
        return f"pkg:deb/debian/{self.name}@{self.version}?arch={self.architecture}"


def package_of(library: str) -> DebianPackage | None:
    """Give the package that has a library of this name, such as libz.so.1; None where there is none, or no Debian."""
    if shutil.which("dpkg-query") is None or (path := _path_of(library)) is None:
        return None
    owner = _owner_of(path) or _owner_of(path.resolve())
    return None if owner is None else _package(owner)


def texts_of(name: str, copyright_file: bytes) -> tuple[Text, ...]:
    named = re.findall(rb"/usr/share/common-licenses/([A-Za-z]+(?:-[0-9.]*[0-9])?)", copyright_file)
    common = sorted({found.decode() for found in named} & {path.name for path in COMMON.glob("*")})
    referred = (Text(f"common-licenses/{one}", (COMMON / one).read_bytes()) for one in common)
    return Text(f"{name}/copyright", copyright_file), *referred


def _path_of(library: str) -> Path | None:
    cache = shutil.which("ldconfig", path="/sbin:/usr/sbin") or "ldconfig"
    told = subprocess.run([cache, "-p"], check=True, capture_output=True, text=True).stdout
    found = re.search(rf"^\s*{re.escape(library)} \(.*\) => (\S+)$", told, re.MULTILINE)
    return None if found is None else Path(found[1])


def _owner_of(path: Path) -> str | None:
    done = subprocess.run(["dpkg-query", "--search", path], check=False, capture_output=True, text=True)
    return done.stdout.partition(": ")[0] if done.returncode == 0 else None


def _package(owner: str) -> DebianPackage | None:
    order = ["dpkg-query", "--show", "--showformat", "${Package} ${Version} ${Architecture}", owner]
    name, version, architecture = subprocess.run(order, check=True, capture_output=True, text=True).stdout.split()
    file = DOCUMENTATION / name / "copyright"
    return DebianPackage(name, version, architecture, texts_of(name, file.read_bytes()) if file.is_file() else ())
