"""Keeps Windows awake by MSDN's SetThreadExecutionState, which does not stop the screen saver: that is turned off."""

import ctypes
import sys
from ctypes import c_int, c_uint32, c_void_p
from typing import Protocol, cast

ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED, ES_CONTINUOUS = 0x1, 0x2, 0x80000000
SPI_GETSCREENSAVEACTIVE, SPI_SETSCREENSAVEACTIVE = 0x10, 0x11

_FOR_THIS_SESSION = c_uint32(0)
"""Neither SPIF_UPDATEINIFILE nor a broadcast: what the user has chosen comes back with the next session."""


class Kernel32(Protocol):
    """What is called of kernel32.dll; it gives the former state, 0 for a refusal."""

    def SetThreadExecutionState(self, state: c_uint32, /) -> int: ...


class User32(Protocol):
    """What is called of user32.dll; 0 stands for a refusal."""

    def SystemParametersInfoW(self, action: c_uint32, number: c_uint32, place: c_void_p, how: c_uint32, /) -> int: ...


class ExecutionState:
    """The state is of the thread that asks and lasts as long, so nothing can lose it: it is asked for once.

    Asking again could switch on a screen that was switched off on purpose.
    """

    def __init__(self, kernel32: Kernel32) -> None:
        self._kernel32 = kernel32
        self._holds = False

    def hold(self) -> tuple[str, ...]:
        if not self._holds:
            self._holds = self._set(ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED)
        return ("Windows power management",) if self._holds else ()

    def release(self) -> None:
        self._set(ES_CONTINUOUS)

    def _set(self, state: int) -> bool:
        return self._kernel32.SetThreadExecutionState(c_uint32(state)) != 0


class ScreenSaver:
    """Kept off for this session, or until released; a policy may turn it on again."""

    def __init__(self, user32: User32) -> None:
        self._user32 = user32
        self._was_on = False

    def hold(self) -> tuple[str, ...]:
        if self._is_on():
            self._was_on = True
            self._turn(on=False)
        return () if self._is_on() else ("Windows screen saver",)

    def release(self) -> None:
        if self._was_on:
            self._turn(on=True)

    def _is_on(self) -> bool:
        """Tell whether it would come; where Windows does not say so, it might."""
        on = c_int(1)
        place = c_void_p(ctypes.addressof(on))
        self._user32.SystemParametersInfoW(c_uint32(SPI_GETSCREENSAVEACTIVE), c_uint32(0), place, _FOR_THIS_SESSION)
        return on.value != 0

    def _turn(self, *, on: bool) -> None:
        action, nowhere = c_uint32(SPI_SETSCREENSAVEACTIVE), c_void_p(None)
        self._user32.SystemParametersInfoW(action, c_uint32(on), nowhere, _FOR_THIS_SESSION)


def holders() -> tuple[ExecutionState, ScreenSaver]:
    if sys.platform == "win32":
        kernel32 = cast("Kernel32", ctypes.WinDLL("kernel32"))
        return (ExecutionState(kernel32), ScreenSaver(cast("User32", ctypes.WinDLL("user32"))))
    raise OSError("kernel32 is of Windows")
