"""The manifest of an edition: the hash of every file, which together are the edition's name, and how it was made."""

import re
from collections.abc import Mapping
from datetime import datetime

import msgspec

from kiosk.edition.codec import decode, encode
from kiosk.edition.digest import sha256
from kiosk.edition.model import SCHEMA
from kiosk.edition.value import Value

_FILE_NAME = re.compile(r"edition\.json|pictures/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


class HashedFile(Value, frozen=True):
    """A file by its path and the SHA-256 of its content, in hexadecimal."""

    path: str
    sha256: str


class Origin(Value, frozen=True):
    """When, by which version of the program and from which of staff's files an edition was made."""

    made_at: datetime
    made_by: str
    made_from: tuple[HashedFile, ...]


class Manifest(Value, frozen=True):
    schema: int
    files: tuple[HashedFile, ...]
    origin: Origin


def manifest_of(contents: Mapping[str, bytes], origin: Origin) -> Manifest:
    """Hash the contents by their names inside the folder; a name that leaves the folder is a ValueError."""
    for name in contents:
        if not is_file_name(name):
            raise ValueError(f"an edition holds no file called {name!r}")
    files = tuple(HashedFile(name, sha256(contents[name])) for name in sorted(contents))
    return Manifest(SCHEMA, files, origin)


def edition_hash(manifest: Manifest) -> str:
    """Name the edition by its content alone: the same input gives the same name at any time and place."""
    files = {file.path: file.sha256 for file in manifest.files}
    return sha256(msgspec.json.encode({"schema": manifest.schema, "files": files}, order="sorted"))


def is_file_name(name: str) -> bool:
    return _FILE_NAME.fullmatch(name) is not None


def is_hash(text: str) -> bool:
    return _HASH.fullmatch(text) is not None


def to_bytes(manifest: Manifest) -> bytes:
    return encode(manifest)


def from_bytes(content: bytes) -> Manifest:
    """Read a manifest, or raise ValueError."""
    return decode(Manifest, content)
