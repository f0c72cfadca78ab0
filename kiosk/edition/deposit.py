"""Putting an edition into the store: whole or not at all, even when the power fails meanwhile."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.edition.codec import encode
from kiosk.edition.durable import (
    remove_orphans,
    replace_patiently,
    sync_folder,
    temporary_in,
    write_atomically,
    write_new,
)
from kiosk.edition.journal import named_in, read_journal, read_pin
from kiosk.edition.manifest import Manifest, Origin, edition_hash, manifest_of, to_bytes
from kiosk.edition.model import Edition
from kiosk.edition.pictures import pictures_of
from kiosk.edition.store import EDITION, MANIFEST, PICTURES, Verified, by_age, read
from kiosk.edition.value import Value

OTHERS_KEPT = 3


class Deposited(Value, frozen=True):
    """The edition of this hash lies in the store, a candidate for the screen."""

    hash: str


class NotWritten(Value, frozen=True):
    """The disk did not take it; every edition that was in the store still is."""

    why: str


def deposit(store: Path, edition: Edition, pictures: Mapping[str, bytes], origin: Origin) -> Deposited | NotWritten:
    """Put the edition into the store; when the very same is there already, only its manifest is renewed."""
    contents = _contents(edition, pictures)
    manifest = manifest_of(contents, origin)
    name = edition_hash(manifest)
    try:
        store.mkdir(parents=True, exist_ok=True)
        _place(store, name, manifest, contents)
    except OSError as error:
        return NotWritten(str(error))
    _remove_old(store, keep=name)
    return Deposited(name)


def _contents(edition: Edition, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    if lacking := {picture.file for picture in pictures_of(edition)} - pictures.keys():
        raise ValueError(f"the edition shows pictures that it does not have: {sorted(lacking)}")
    named = {f"{PICTURES}/{name}": content for name, content in pictures.items()}
    return {EDITION: encode(edition), **named}


def _place(store: Path, name: str, manifest: Manifest, contents: Mapping[str, bytes]) -> None:
    folder = store / name
    if isinstance(read(store, name), Verified):
        write_atomically(folder / MANIFEST, to_bytes(manifest), by=store)
        return
    shutil.rmtree(folder, ignore_errors=True)
    temporary = temporary_in(store)
    try:
        temporary.mkdir(mode=0o700)
        _fill(temporary, {**contents, MANIFEST: to_bytes(manifest)})
        replace_patiently(temporary, folder)
    except OSError:
        shutil.rmtree(temporary, ignore_errors=True)
        if not isinstance(read(store, name), Verified):  # another job has just put the very same there
            raise
    sync_folder(store)


def _fill(folder: Path, contents: Mapping[str, bytes]) -> None:
    (folder / PICTURES).mkdir()
    for name, content in contents.items():
        write_new(folder / name, content)
    sync_folder(folder / PICTURES)
    sync_folder(folder)


def _remove_old(store: Path, keep: str) -> None:
    """Keep the newest, and those that the supervisor may go back to; without knowing which they are, keep all."""
    remove_orphans(store)
    with suppress(OSError):
        needed = {keep, read_pin(store), *named_in(read_journal(store))}
        others = [name for name in by_age(store) if name not in needed]
        for name in others[OTHERS_KEPT:]:
            shutil.rmtree(store / name, ignore_errors=True)
