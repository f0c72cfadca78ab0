"""The folder of editions, read: nothing leaves it whose hash is wrong, and a damaged edition gives way to an older one."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from kiosk.edition.codec import decode
from kiosk.edition.digest import sha256
from kiosk.edition.manifest import Manifest, edition_hash, from_bytes, is_file_name, is_hash
from kiosk.edition.model import SCHEMA, Edition
from kiosk.edition.pictures import pictures_of
from kiosk.edition.value import Value

MANIFEST = "manifest.json"
EDITION = "edition.json"
PICTURES = "pictures"


class Verified(Value, frozen=True):
    """An edition whose every file is what it was when it was made; `pictures` are their files' contents by name."""

    hash: str
    edition: Edition
    pictures: dict[str, bytes]


class Corrupt(Value, frozen=True):
    hash: str
    why: str


class Missing(Value, frozen=True):
    """There is no edition."""


class Refused(Value, frozen=True):
    """The disk does not give it now; whether it is whole is another question."""

    hash: str
    why: str


Reading: TypeAlias = Verified | Corrupt | Refused | Missing


class _DamagedError(ValueError):
    pass


def read_first(store: Path, editions: Iterable[str]) -> Reading:
    """Read the first of these editions that is whole, or else say what is wrong with the first."""
    readings = (read(store, edition) for edition in editions)
    first = next(readings, Missing())
    whole = (reading for reading in chain((first,), readings) if isinstance(reading, Verified))
    return next(whole, first)


def read_newest(store: Path) -> Reading:
    """Read the newest edition that is whole."""
    return read_first(store, editions_newest_first(store))


def read(store: Path, edition: str) -> Reading:
    """Read the edition of this hash and verify all of it."""
    if not is_hash(edition):
        return Missing()
    folder = store / edition
    try:
        return _verified(folder, _verified_manifest(folder))
    except FileNotFoundError as error:
        return _half_or_missing(folder, error)
    except OSError as error:
        return Refused(edition, str(error))
    except (ValueError, RecursionError) as error:
        return Corrupt(edition, str(error))


def _half_or_missing(folder: Path, error: FileNotFoundError) -> Corrupt | Refused | Missing:
    try:
        is_there = folder.exists()
    except OSError as refusal:
        return Refused(folder.name, str(refusal))
    return Corrupt(folder.name, f"{error.filename} is gone") if is_there else Missing()


def read_manifest(store: Path, edition: str) -> Manifest | Corrupt | Refused | Missing:
    """Read how the edition was made, without its files."""
    if not is_hash(edition):
        return Missing()
    try:
        return _verified_manifest(store / edition)
    except FileNotFoundError as error:
        return _half_or_missing(store / edition, error)
    except OSError as error:
        return Refused(edition, str(error))
    except (ValueError, RecursionError) as error:
        return Corrupt(edition, str(error))


def editions_newest_first(store: Path) -> tuple[str, ...]:
    """Give what can be seen of them; one whose age cannot be told comes last."""
    try:
        folders = [entry for entry in store.iterdir() if is_hash(entry.name)]
    except OSError:
        return ()
    return tuple(folder.name for folder in sorted(folders, key=_seen_age, reverse=True))


def by_age(store: Path) -> tuple[str, ...]:
    """Give all of them, the newest first, or raise OSError where one of their ages cannot be told."""
    folders = [entry for entry in store.iterdir() if is_hash(entry.name)]
    return tuple(folder.name for folder in sorted(folders, key=_last_made, reverse=True))


def _seen_age(folder: Path) -> tuple[int, str]:
    try:
        return _last_made(folder)
    except OSError:
        return 0, folder.name


def _last_made(folder: Path) -> tuple[int, str]:
    try:
        return (folder / MANIFEST).stat().st_mtime_ns, folder.name
    except FileNotFoundError:  # half of an edition
        return 0, folder.name


def _verified_manifest(folder: Path) -> Manifest:
    manifest = from_bytes((folder / MANIFEST).read_bytes())
    if manifest.schema != SCHEMA:
        raise _DamagedError(f"it is of format {manifest.schema}, and this program reads format {SCHEMA}")
    if edition_hash(manifest) != folder.name:
        raise _DamagedError("its manifest is not the one it was named for")
    if strange := [file.path for file in manifest.files if not is_file_name(file.path)]:
        raise _DamagedError(f"an edition holds no file called {strange[0]!r}")
    return manifest


def _verified(folder: Path, manifest: Manifest) -> Verified:
    contents = {file.path: _verified_content(folder / file.path, file.sha256) for file in manifest.files}
    if EDITION not in contents:
        raise _DamagedError(f"it has no {EDITION}")
    edition = decode(Edition, contents.pop(EDITION))
    pictures = {path.removeprefix(f"{PICTURES}/"): content for path, content in contents.items()}
    if lacking := {picture.file for picture in pictures_of(edition)} - pictures.keys():
        raise _DamagedError(f"the picture {min(lacking)!r} is not part of it")
    return Verified(folder.name, edition, pictures)


def _verified_content(path: Path, expected: str) -> bytes:
    content = path.read_bytes()
    if sha256(content) != expected:
        raise _DamagedError(f"{path.name} has changed since it was made")
    return content
