"""Asks shell32 whether this process has an administrator's rights: IsUserAnAdmin of MSDN."""

import ctypes
import sys
from typing import Protocol, cast


class Shell32(Protocol):
    def IsUserAnAdmin(self, /) -> int: ...


def is_administrator(shell32: Shell32 | None = None) -> bool:
    return bool((shell32 or _shell32()).IsUserAnAdmin())


def _shell32() -> Shell32:
    if sys.platform == "win32":
        return cast("Shell32", ctypes.WinDLL("shell32"))
    raise OSError("shell32 is of Windows")
