"""Files that survive a power cut: whole or not there at all."""

import os
import sys
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

TEMPORARY = ".new-"
ORPHANED_AFTER_SECONDS = 3600
PAUSES_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0) if sys.platform == "win32" else ()
"""Elsewhere a refusal is final."""

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
        replace_patiently(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if is_precious:
        sync_folder(path.parent)


def replace_patiently(source: Path, target: Path, pauses: tuple[float, ...] = PAUSES_SECONDS) -> None:
    """Rename over a file, or raise OSError; on Windows a virus scanner or an indexer may hold it for a moment."""
    for pause in pauses:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


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
