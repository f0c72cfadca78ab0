"""Whose a file is, and who may read it, by the owner and the mode of POSIX."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def private_files() -> Iterator[None]:
    """Set the mask of this process, which has no other thread that makes files for others."""
    before = os.umask(stat.S_IRWXG | stat.S_IRWXO)
    try:
        yield
    finally:
        os.umask(before)


def replace_privately(file: Path, write: Callable[[], None]) -> None:
    before = _status(file)
    with private_files():
        write()
    if sys.platform != "win32" and before.st_uid != os.geteuid():
        _give(file, before.st_uid, before.st_gid)
        if stat.S_ISREG(before.st_mode):
            file.chmod(stat.S_IMODE(before.st_mode))


def _status(file: Path) -> os.stat_result:
    """Give that of the file, or of its folder where there is none yet."""
    try:
        return file.stat()
    except FileNotFoundError:
        return file.parent.stat()


def _give(file: Path, owner: int, group: int) -> None:
    """Give it to its owner, which root alone may do, or else to its group, as far as we are in it."""
    if sys.platform != "win32":
        for whose in (owner, -1):
            with suppress(PermissionError):
                os.chown(file, whose, group)
                return
