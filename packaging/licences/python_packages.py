"""The Python packages of an environment: what each is licensed under, its texts, and which files and modules are its."""

import json
import re
import sysconfig
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath
from typing import TypedDict

from parts import Text

TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
BUILD_ONLY = "excluded"


@dataclass(frozen=True, slots=True)
class Crate:
    """A piece of Rust that is compiled into a package, as its own list of parts names it."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Package:
    name: str
    """As pip compares it: in small letters, with dashes."""

    version: str
    licence: str
    """An SPDX expression, or "" where it tells none that a program understands."""

    texts: tuple[Text, ...]
    files: frozenset[str]
    """Below the folder of the packages."""

    modules: frozenset[str]
    """The names that it can be imported by."""

    crates: tuple[Crate, ...]

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def packages_in(venv: Path) -> tuple[Package, ...]:
    base = {"base": str(venv), "platbase": str(venv)}
    folders = {sysconfig.get_path(kind, "venv", base) for kind in ("purelib", "platlib")}
    found = (_package(one) for one in distributions(path=sorted(folders)))
    return tuple(sorted(found, key=lambda package: package.name))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _package(one: Distribution) -> Package:
    files = [PurePosixPath(file.as_posix()) for file in one.files or ()]
    name = canonical(one.metadata["Name"])
    return Package(
        name,
        one.version,
        _told(one, "License-Expression") or _plain(_told(one, "License")),
        tuple(_text(one, name, file) for file in files if _is_text(file)),
        frozenset(file.as_posix() for file in files),
        frozenset(
            top.split(".")[0] for top in {file.parts[0] for file in files} if not top.endswith((".dist-info", ".."))
        ),
        tuple(crate for file in files if _is_list_of_parts(file) for crate in _crates(one, name, file)),
    )


def _told(one: Distribution, field: str) -> str:
    return one.metadata[field] if field in one.metadata else ""  # noqa: SIM401  # its type promises no get


def _plain(licence: str) -> str:
    """Give what old metadata says only where it is one SPDX expression for sure."""
    return licence if licence in {"MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PSF-2.0"} else ""


def _is_text(file: PurePosixPath) -> bool:
    top = file.parts[0]
    return top.endswith(".dist-info") and bool(TEXT.search(file.name)) and file.suffix not in {".py", ".json"}


def _is_list_of_parts(file: PurePosixPath) -> bool:
    return file.parts[0].endswith(".dist-info") and "sboms" in file.parts and file.name.endswith(".json")


def _text(one: Distribution, name: str, file: PurePosixPath) -> Text:
    below = [part for part in file.parts[1:] if part.lower() != "licenses"]
    return Text(f"{name}/{'-'.join(below)}", Path(str(one.locate_file(file))).read_bytes())


def _crates(one: Distribution, name: str, file: PurePosixPath) -> list[Crate]:
    """Read a list of parts in CycloneDX's format; what it names for the build alone is not inside."""
    listed: _Listed = json.loads(Path(str(one.locate_file(file))).read_bytes())
    inside = (part for part in listed.get("components", []) if part.get("scope") != BUILD_ONLY)
    others = (part for part in inside if canonical(part["name"]) != name)
    return [Crate(part["name"], part.get("version", ""), _licence(part)) for part in others]


def _licence(part: "_ListedPart") -> str:
    told = (one.get("expression") or one.get("license", {}).get("id", "") for one in part.get("licenses", []))
    return " AND ".join(filter(None, told))


class _ListedLicence(TypedDict, total=False):
    expression: str
    license: dict[str, str]


class _ListedPart(TypedDict, total=False):
    name: str
    version: str
    scope: str
    licenses: list[_ListedLicence]


class _Listed(TypedDict, total=False):
    components: list[_ListedPart]
