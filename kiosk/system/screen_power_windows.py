"""Switches the screen's power on Windows by the message SC_MONITORPOWER, where that does not put the computer to sleep."""

import ctypes
import sys
from ctypes import c_int32, c_size_t, c_ssize_t, c_uint8, c_uint32, c_void_p
from typing import ClassVar, Protocol, cast

from kiosk.system.screen_power_outcome import OnlyDark, SwitchedOff

WM_SYSCOMMAND, SC_MONITORPOWER, HWND_BROADCAST = 0x112, 0xF170, 0xFFFF
POWER_ON, POWER_OFF = -1, 2
MOUSEEVENTF_MOVE = 0x1


class Capabilities(ctypes.Structure):
    """SYSTEM_POWER_CAPABILITIES; `AoAc` tells of a computer that sleeps ("Modern Standby") whenever its screen is off."""

    _fields_: ClassVar = [("Before", c_uint8 * 20), ("AoAc", c_uint8), ("After", c_uint8 * 55)]
    AoAc: int


class User32(Protocol):
    def PostMessageW(self, window: c_void_p, message: c_uint32, word: c_size_t, number: c_ssize_t, /) -> int: ...
    def mouse_event(self, what: c_uint32, x: c_int32, y: c_int32, data: c_uint32, more: c_void_p, /) -> object: ...


class PowrProf(Protocol):
    """Powrprof.dll; its result is a BOOLEAN, of which only the lowest byte counts."""

    def GetPwrCapabilities(self, capabilities: c_void_p, /) -> int: ...


def switch_off(user32: User32 | None = None, powrprof: PowrProf | None = None) -> SwitchedOff | OnlyDark:
    """Believe Windows: nothing tells a program without a window whether the screen is off."""
    if _sleeps_with_its_screen(powrprof or _powrprof()):
        return OnlyDark("this computer would sleep with its screen off, and nothing would wake it")
    if not _post(user32 or _user32(), POWER_OFF):
        return OnlyDark("Windows refuses SC_MONITORPOWER")
    return SwitchedOff("SC_MONITORPOWER")


def switch_on(user32: User32 | None = None) -> None:
    """Move the mouse there and back, too: since Windows 8 the message alone lights the screen for a moment only."""
    system = user32 or _user32()
    _post(system, POWER_ON)
    for step in (1, -1):
        system.mouse_event(c_uint32(MOUSEEVENTF_MOVE), c_int32(0), c_int32(step), c_uint32(0), c_void_p(None))


def _sleeps_with_its_screen(powrprof: PowrProf) -> bool:
    """Tell it of computers that do not say so, too."""
    capabilities = Capabilities()
    told = powrprof.GetPwrCapabilities(c_void_p(ctypes.addressof(capabilities))) & 0xFF
    return not told or capabilities.AoAc != 0


def _post(user32: User32, power: int) -> int:
    """Let every window know, without waiting for any: those that leave it to Windows do it."""
    window, word = c_void_p(HWND_BROADCAST), c_size_t(SC_MONITORPOWER)
    return user32.PostMessageW(window, c_uint32(WM_SYSCOMMAND), word, c_ssize_t(power))


def _user32() -> User32:
    if sys.platform == "win32":
        return cast("User32", ctypes.WinDLL("user32"))
    raise OSError("user32 is of Windows")


def _powrprof() -> PowrProf:
    if sys.platform == "win32":
        return cast("PowrProf", ctypes.WinDLL("powrprof"))
    raise OSError("powrprof is of Windows")
