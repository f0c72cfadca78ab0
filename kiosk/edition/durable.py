"""Files that survive a power cut: whole or not there at all."""

import os
import shutil
import tempfile
import time
from pathlib import Path

TEMPORARY = ".new-"
ORPHANED_AFTER_SECONDS = 3600


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the file at once: a reader sees the old content or the new one."""
    descriptor, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _write_through(file.fileno(), content)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write a file into a folder that nobody reads yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        _write_through(file.fileno(), content)


def remove_orphans(folder: Path) -> None:
    """Remove the temporary files and folders that a power cut left behind; one that is new may be another job's."""
    for orphan in folder.glob(f"{TEMPORARY}*"):
        try:
            if time.time() - orphan.stat().st_mtime <= ORPHANED_AFTER_SECONDS:
                continue
            if orphan.is_dir():
                shutil.rmtree(orphan)
            else:
                orphan.unlink()
        except OSError:  # gone meanwhile, or not ours to remove
            continue


def sync_folder(folder: Path) -> None:
    """Make the names inside the folder durable; Windows does this by itself and refuses to open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_through(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)
