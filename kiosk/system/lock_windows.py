"""Locks a byte far beyond the text by _locking() of the C runtime: what is locked, others could not read."""

import os
import sys
from collections.abc import Callable
from typing import TypeAlias

PLACE = 1 << 30
"""The offset of the locked byte; the file does not grow by it."""

LK_UNLCK, LK_NBLCK = 0, 2

Locking: TypeAlias = Callable[[int, int, int], None]
"""msvcrt.locking(descriptor, mode, bytes), from where the descriptor stands; it raises PermissionError when taken."""


def try_lock(descriptor: int, locking: Locking | None = None) -> bool:
    """Tell whether the lock is ours now; raise OSError where the file system has none."""
    try:
        _at_place(descriptor, LK_NBLCK, locking or _locking())
    except PermissionError:
        return False
    return True


def unlock(descriptor: int, locking: Locking | None = None) -> None:
    _at_place(descriptor, LK_UNLCK, locking or _locking())


def _at_place(descriptor: int, mode: int, locking: Locking) -> None:
    """Lock or unlock the byte and leave the descriptor at the text."""
    os.lseek(descriptor, PLACE, os.SEEK_SET)
    try:
        locking(descriptor, mode, 1)
    finally:
        os.lseek(descriptor, 0, os.SEEK_SET)


def _locking() -> Locking:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  # only Windows has it

        return msvcrt.locking
    raise OSError("msvcrt is of Windows")
