"""Which part each file and each module of the program belongs to."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from built_tree import Tree, place_of
from debian_packages import DebianPackage
from known import Known, KnownPart
from parts import Part, Problem, Text
from python_packages import Crate, Package

PYTHON = "Python"
COMPILED = ".pyc"
ADD = "Add it to packaging/licences/known.toml."


@dataclass(frozen=True, slots=True)
class Sources:
    """Whoever can say whose something is."""

    known: Known
    packages: tuple[Package, ...]
    debian: Callable[[str], DebianPackage | None]
    python_version: str
    python_texts: tuple[Text, ...]


def parts_of(tree: Tree, sources: Sources) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """Give the parts by name, and whatever has no owner, no licence or no text."""
    of_files = [(file, _owner_of_file(place_of(file), sources)) for file in tree.files]
    of_modules = [(module, _owner_of_module(module, sources)) for module in tree.modules]
    owners = [owner for _, owner in (*of_files, *of_modules)]
    parts = {owner.name: owner for owner in owners if isinstance(owner, Part)}
    complete = tuple(
        replace(part, files=_owned(part, of_files), modules=len(_owned(part, of_modules)))
        for _, part in sorted(parts.items())
    )
    return complete, (*(owner for owner in owners if isinstance(owner, Problem)), *lacking(complete))


def _owned(part: Part, owned: Iterable[tuple[str, Part | Problem]]) -> tuple[str, ...]:
    return tuple(name for name, owner in owned if isinstance(owner, Part) and owner.name == part.name)


def lacking(parts: Iterable[Part]) -> Iterable[Problem]:
    """Tell of each that has no licence or no text, and of those inside it."""
    for part in parts:
        if not part.licence:
            yield Problem(f"{part.name} says no licence that a program understands. {ADD}")
        if not any(text.content.strip() for text in part.texts):
            yield Problem(f"{part.name} has no text of its licence, {part.licence or 'unknown'}. {ADD}")
        yield from lacking(part.inside)


def _owner_of_file(place: str, sources: Sources) -> Part | Problem:
    for known in sources.known.parts:
        if known.has(place):
            return _of_known(known, sources)
    for package in sources.packages:
        if place in package.files:
            return _of_package(package, sources)
    if place.endswith(COMPILED):
        return _owner_of_module(place.removesuffix(COMPILED).replace("/", "."), sources)
    return _owner_of_library(place, sources)


def _owner_of_library(place: str, sources: Sources) -> Part | Problem:
    package = sources.debian(place)
    if package is None:
        return Problem(f"Nothing says whose the file {place} is. {ADD}")
    licence = sources.known.debian.get(package.name, "")
    return Part(package.name, licence, package.texts, package.version, package.purl)


def _owner_of_module(module: str, sources: Sources) -> Part | Problem:
    top = module.split(".", maxsplit=1)[0]
    for known in sources.known.parts:
        if top in known.modules or (known.part.name == PYTHON and _is_of_python(top)):
            return _of_known(known, sources)
    for package in sources.packages:
        if top in package.modules:
            return _of_package(package, sources)
    return Problem(f"Nothing says whose the module {module} is. {ADD}")


def _is_of_python(top: str) -> bool:
    return top in sys.stdlib_module_names or top.startswith("_sysconfigdata_")


def _of_known(known: KnownPart, sources: Sources) -> Part:
    packages = {package.name: package for package in sources.packages}
    part = known.part
    if known.version_of in packages:
        part = replace(part, version=packages[known.version_of].version)
    if known.package in packages:
        of_package = packages[known.package]
        part = replace(part, texts=(*part.texts, *of_package.texts), purl=of_package.purl)
    if part.name == PYTHON:
        part = replace(part, version=sources.python_version, texts=(*sources.python_texts, *part.texts))
    return replace(part, purl=f"{part.purl}@{part.version}") if part.purl and "@" not in part.purl else part


def _of_package(package: Package, sources: Sources) -> Part:
    override = sources.known.packages.get(package.name)
    inside = tuple(_of_crate(crate, sources) for crate in package.crates)
    texts, licence, source = package.texts, package.licence, ""
    if override is not None:
        texts, licence, source = (*texts, *override.texts), override.licence, override.source
        inside = (*inside, *override.inside)
    return Part(package.name, licence, texts, package.version, package.purl, source, inside=inside)


def _of_crate(crate: Crate, sources: Sources) -> Part:
    texts = sources.known.crates.get(crate.licence, ())
    purl = f"pkg:cargo/{crate.name}@{crate.version}"
    return Part(crate.name, crate.licence, texts, crate.version, purl, _source_of_crate(crate))


def _source_of_crate(crate: Crate) -> str:
    """Say where they are, as section 3.2 of the Mozilla licence asks for."""
    return f"crates.io, {crate.name} {crate.version}" if "MPL" in crate.licence else ""
