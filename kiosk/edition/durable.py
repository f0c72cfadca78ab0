"""Files that survive a power cut: whole or not there at all."""

import os
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

TEMPORARY = ".new-"
ORPHANED_AFTER_SECONDS = 3600

_COUNT = count()


def temporary_in(folder: Path) -> Path:
    """Give a name in the folder that nobody else uses; `tempfile` would cost the supervisor 0.7 MB for it."""
    return folder / f"{TEMPORARY}{os.getpid()}-{time.time_ns():x}-{next(_COUNT)}"


def write_atomically(path: Path, content: bytes, *, by: Path | None = None, is_precious: bool = True) -> None:
    """Replace the file at once: a reader sees the old content or the new one.

    A precious file also survives a power cut right afterwards, for which the disk is waited for. The temporary file lies
    beside it, or in the folder `by`.
    """
    temporary = temporary_in(by or path.parent)
    try:
        with temporary.open("xb") as file:
            _write_through(file.fileno(), content, is_precious=is_precious)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if is_precious:
        sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write a file into a folder that nobody reads yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        _write_through(file.fileno(), content)


def remove_orphans(folder: Path) -> None:
    """Remove the temporary files and folders that a power cut left behind; one that is new may be another job's."""
    import shutil  # noqa: PLC0415  # the supervisor writes files, and removes none

    with suppress(OSError):  # not ours to look into
        for orphan in list(folder.glob(f"{TEMPORARY}*")):
            with suppress(OSError):  # gone meanwhile, or not ours to remove
                if time.time() - orphan.stat().st_mtime <= ORPHANED_AFTER_SECONDS:
                    continue
                if orphan.is_dir():
                    shutil.rmtree(orphan)
                else:
                    orphan.unlink()


def sync_folder(folder: Path) -> None:
    """Make the names inside the folder durable; Windows does this by itself and refuses to open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_through(descriptor: int, content: bytes, *, is_precious: bool = True) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
    if is_precious:
        os.fsync(descriptor)
