"""Turns the accessibility hot keys of Windows off and on, for this session only: SystemParametersInfo of MSDN.

Only the two flags of the hot key and of its question are touched: who works with StickyKeys on keeps them on.
"""

import ctypes
import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from ctypes import c_uint32, c_void_p
from pathlib import Path
from typing import Final, NamedTuple, Protocol, cast

HOTKEY_ACTIVE, CONFIRM_HOTKEY = 0x4, 0x8
QUIETENED: Final = HOTKEY_ACTIVE | CONFIRM_HOTKEY
"""The same in all four structures."""

_SIZE, _FLAGS = 0, 1
_FOR_THIS_SESSION = c_uint32(0)
"""Not SPIF_UPDATEINIFILE: the next session begins with what the user has chosen."""


class Feature(NamedTuple):
    """A structure of 32-bit numbers, first its size in bytes, then its flags; and the actions that get and set it."""

    name: str
    get: int
    set: int
    numbers: int


FEATURES: Final = (
    Feature("StickyKeys", 0x3A, 0x3B, 2),
    Feature("ToggleKeys", 0x34, 0x35, 2),
    Feature("FilterKeys", 0x32, 0x33, 6),
    Feature("MouseKeys", 0x36, 0x37, 7),
)


class User32(Protocol):
    """What is called of user32.dll; 0 stands for a refusal."""

    def SystemParametersInfoW(self, action: c_uint32, size: c_uint32, place: c_void_p, how: c_uint32, /) -> int: ...


def quieten(memory: Path, user32: User32 | None = None) -> None:
    """Quieten even where the file cannot be written: the session's end restores as well."""
    system = user32 or _user32()
    if not _remembered(memory):
        flags = {feature.name: now[_FLAGS] for feature in FEATURES if (now := _get(system, feature)) is not None}
        with suppress(OSError):
            _remember(memory, flags)
    for feature in FEATURES:
        _change(system, feature, 0)


def restore(memory: Path, user32: User32 | None = None) -> None:
    """Keep the file where Windows refuses, for the next start."""
    system = user32 or _user32()
    remembered = _remembered(memory)
    changed = [_change(system, feature, remembered[feature.name]) for feature in FEATURES if feature.name in remembered]
    if all(changed):
        with suppress(OSError):
            memory.unlink(missing_ok=True)


def _change(user32: User32, feature: Feature, flags: int) -> bool:
    """Take the two flags from `flags` and leave everything else as it is now."""
    numbers = _get(user32, feature)
    if numbers is None:
        return False
    numbers[_FLAGS] = (numbers[_FLAGS] & ~QUIETENED) | (flags & QUIETENED)
    return _call(user32, feature.set, numbers)


def _get(user32: User32, feature: Feature) -> "ctypes.Array[c_uint32] | None":
    numbers = (c_uint32 * feature.numbers)()
    numbers[_SIZE] = ctypes.sizeof(numbers)
    return numbers if _call(user32, feature.get, numbers) else None


def _call(user32: User32, action: int, numbers: "ctypes.Array[c_uint32]") -> bool:
    size, place = c_uint32(ctypes.sizeof(numbers)), c_void_p(ctypes.addressof(numbers))
    return user32.SystemParametersInfoW(c_uint32(action), size, place, _FOR_THIS_SESSION) != 0


def _remembered(memory: Path) -> Mapping[str, int]:
    """Read the flags by feature; a file that makes no sense says nothing."""
    try:
        told = json.loads(memory.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {name: flags for name, flags in told.items() if isinstance(flags, int)}


def _remember(memory: Path, flags: Mapping[str, int]) -> None:
    """Write it whole or not at all."""
    memory.parent.mkdir(parents=True, exist_ok=True)
    part = memory.with_name(f"{memory.name}.part")
    part.write_text(json.dumps(flags), "utf-8")
    part.replace(memory)


def _user32() -> User32:
    if sys.platform == "win32":
        return cast("User32", ctypes.WinDLL("user32"))
    raise OSError("user32 is of Windows")
