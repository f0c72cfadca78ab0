"""Asks user32 how many screens Windows has: GetSystemMetrics of MSDN."""

import ctypes
import sys
from ctypes import c_int
from typing import Protocol, cast

SM_CMONITORS = 80


class User32(Protocol):
    def GetSystemMetrics(self, which: c_int, /) -> int: ...


def count_of_monitors(user32: User32 | None = None) -> int:
    return (user32 or _user32()).GetSystemMetrics(c_int(SM_CMONITORS))


def _user32() -> User32:
    if sys.platform == "win32":
        return cast("User32", ctypes.WinDLL("user32"))
    raise OSError("user32 is of Windows")
