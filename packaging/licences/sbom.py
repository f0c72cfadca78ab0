"""The list of parts for programs: CycloneDX, made of the built tree, and the same for the same tree."""

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from built_tree import Tree
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from parts import Part

ROOT = "kiosk"
MODULE_OF_QT = re.compile(r"(?:lib)?(Qt6?[A-Z]\w*)(?:\.so\.6|\.dll|\.framework/.*)$")


def sbom_of(tree: Tree, parts: Iterable[Part], version: str, time: int) -> str:
    """Give it as JSON; `time` is in seconds since 1970."""
    digests = {file: hashlib.sha256((tree.folder / file).read_bytes()).hexdigest() for file in tree.files}
    program = Component(name=ROOT, version=version, type=ComponentType.APPLICATION, bom_ref=ROOT)
    program.licenses.add(LicenseExpression("MIT"))
    components = [_component(part, digests, part.name) for part in parts]
    bom = Bom(components=components, serial_number=uuid5(NAMESPACE_URL, _all_of(version, digests)), version=1)
    bom.metadata.component = program
    bom.metadata.timestamp = datetime.fromtimestamp(time, UTC)
    bom.register_dependency(program, components)
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def write_sbom(tree: Tree, parts: Iterable[Part], version: str, time: int) -> None:
    (tree.folder / "sbom.cdx.json").write_text(sbom_of(tree, parts, version, time), encoding="utf-8")


def _all_of(version: str, digests: dict[str, str]) -> str:
    lines = "\n".join(f"{digest} {file}" for file, digest in sorted(digests.items()))
    return f"kiosk@{version}?sha256={hashlib.sha256(lines.encode()).hexdigest()}"


def _component(part: Part, digests: dict[str, str], ref: str) -> Component:
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=f"{ref}@{part.version}" if part.version else ref,
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        licenses=[LicenseExpression(part.licence)],
        external_references=_sources(part),
        properties=[Property(name="kiosk:modules", value=str(part.modules))] if part.modules else (),
        components=[
            *(_file(file, digests[file], part) for file in part.files),
            *(_component(one, digests, f"{ref}/{one.name}") for one in part.inside),
        ],
    )


def _sources(part: Part) -> list[ExternalReference]:
    return (
        [ExternalReference(type=ExternalReferenceType.SOURCE_DISTRIBUTION, url=XsUri(part.source))]
        if part.source
        else []
    )


def _file(file: str, digest: str, part: Part) -> Component:
    """Give a file, and for one of Qt's own libraries the module that it is, with its version."""
    module = MODULE_OF_QT.search(file.rpartition("/")[2])
    return Component(
        name=module[1] if module else file,
        version=part.version if module else None,
        type=ComponentType.LIBRARY if module else ComponentType.FILE,
        bom_ref=f"file:{file}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        properties=[Property(name="kiosk:file", value=file)] if module else (),
    )
