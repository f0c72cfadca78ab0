"""A kiosk's state to break, and what must hold of it whatever happens: all of it or the one before, never a third."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeAlias

from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.device import Device
from kiosk.edition.durable import TEMPORARY
from kiosk.edition.journal import Journal, read_journal, read_pin, worth_showing, write_journal, write_pin
from kiosk.edition.manifest import HashedFile, Origin, is_hash
from kiosk.edition.model import (
    Article,
    Contact,
    Edition,
    Look,
    Organisation,
    Palette,
    Paragraph,
    Picture,
    QrCode,
    Run,
    Takeaway,
)
from kiosk.edition.sealed import write_sealed
from kiosk.edition.store import Reading, Verified, editions_newest_first, read, read_first
from kiosk.paths import device_settings_in, store_in

MONDAY = Origin(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), "1.0", (HashedFile("contact.toml", "ab"),))
TUESDAY = Origin(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), "1.1", ())
LONGEST_CHOICE_SECONDS = 2.0
PICTURES = {"logo.png": bytes(range(256))}
YEAR_2000 = 946_684_800

Files: TypeAlias = dict[str, bytes]
Signs: TypeAlias = dict[Path, tuple[int, ...]]


def edition_called(name: str) -> Edition:
    card = Takeaway("BEGIN:VCARD", "", QrCode(1, ("1",)))
    paper = Palette(*(["#ffffff"] * 10))
    return Edition(
        Organisation(name, "ZW", "Africa/Harare", logo=Picture("logo.png", 16, 16)),
        Contact((), (), (), (), card),
        (Article("Welcome", (Paragraph((Run("Come in."),)),)),),
        Look("light", "full", paper, paper, paper),
    )


def put(state: Path, name: str, origin: Origin = MONDAY) -> str:
    outcome = deposit(store_in(state), edition_called(name), PICTURES, origin)
    assert isinstance(outcome, Deposited)
    return outcome.hash


def fill(state: Path) -> dict[str, str]:
    """Deposit editions a second apart, and give their hashes by name.

    The good one and the one before it are the oldest: neither is among those that are kept for being new.
    """
    names = ("before", "good", "third", "second", "current")
    hashes = {name: put(state, name) for name in names[:2]}
    write_journal(store_in(state), Journal(current=hashes["good"], good=hashes["good"], previous=hashes["before"]))
    hashes |= {name: put(state, name) for name in names[2:]}
    for number, name in enumerate(names):
        made = YEAR_2000 + number
        os.utime(store_in(state) / hashes[name] / "manifest.json", (made, made))
    write_journal(store_in(state), Journal(current=hashes["current"], good=hashes["good"], previous=hashes["before"]))
    write_pin(store_in(state), "")
    write_sealed(device_settings_in(state), Device(screen="HDMI-1"))
    return hashes


def files_in(state: Path) -> Files:
    return {str(path.relative_to(state)): path.read_bytes() for path in sorted(state.rglob("*")) if path.is_file()}


class Anew:
    """The same state for every trial: called, it puts `state` back to what `fill` makes, as far as it has changed."""

    def __init__(self, folder: Path) -> None:
        self.state = folder / "state"
        self.store = store_in(self.state)
        self._pristine = folder / "pristine"
        self.hashes = fill(self._pristine)
        self.before = files_in(self._pristine)
        self._signs: Signs = {}

    def __call__(self) -> None:
        if not self._signs or _signs(self.state) != self._signs:
            shutil.rmtree(self.state, ignore_errors=True)
            shutil.copytree(self._pristine, self.state)
            self._signs = _signs(self.state)


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """Give a folder whose fsync does not wait: what a real disk does at a power cut is not what is tried here."""
    in_memory = Path("/dev/shm")  # noqa: S108  # TemporaryDirectory makes a name of its own
    with TemporaryDirectory(dir=in_memory if in_memory.is_dir() else None) as folder:
        yield Path(folder).resolve()


def _signs(folder: Path) -> Signs:
    """Give what changes whenever something is written in the folder."""
    status = {path: path.lstat() for path in (folder, *folder.rglob("*"))}
    return {path: (of.st_ino, of.st_mtime_ns, of.st_ctime_ns, of.st_size) for path, of in status.items()}


def is_temporary(path: str) -> bool:
    return any(part.startswith(TEMPORARY) for part in Path(path).parts)


def temporary_in(state: Path) -> list[str]:
    return [str(path.relative_to(state)) for path in state.rglob(f"{TEMPORARY}*")]


def choice(state: Path) -> Reading:
    """Choose what to show as the display does, from what the supervisor would name."""
    store = store_in(state)
    return read_first(store, worth_showing(read_journal(store), read_pin(store), editions_newest_first(store)))


def third_contents(state: Path, *allowed: Files) -> list[str]:
    """Say which files are as in none of the allowed states: torn, gone, or from nowhere."""
    now = {path: content for path, content in files_in(state).items() if not is_temporary(path)}
    paths = sorted({*now, *(path for files in allowed for path in files)})
    return [
        f"{path} is {_told(now.get(path))}"
        for path in paths
        if all(now.get(path) != files.get(path) for files in allowed)
    ]


def half_editions(state: Path, before: Files, after: Files) -> list[str]:
    """Say which editions are neither whole nor absent; one that is being removed may be half gone."""
    store = store_in(state)
    going = _editions(before) - _editions(after)
    readings = {name: read(store, name) for name in editions_newest_first(store) if name not in going}
    return [f"{name} is {reading}" for name, reading in readings.items() if not isinstance(reading, Verified)]


def no_choice(state: Path) -> list[str]:
    """Say what is wrong with the choice, if anything."""
    begin = perf_counter()
    reading = choice(state)
    seconds = perf_counter() - begin
    slow = [f"choosing took {seconds:.1f} s"] if seconds > LONGEST_CHOICE_SECONDS else []
    return slow if isinstance(reading, Verified) else [*slow, f"nothing to show: {reading}"]


def _editions(files: Files) -> set[str]:
    return {part for path in files for part in Path(path).parts if is_hash(part)}


def _told(content: bytes | None) -> str:
    return "gone" if content is None else f"of {len(content)} bytes, neither the old nor the new ones"
