"""Which keys pass: a list of those that move the focus, scroll and press a button. All others are eaten."""

import sys
from enum import Enum

from PySide6.QtCore import Qt

VISITORS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    }
)
PAD = frozenset({*(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)), Qt.Key.Key_Backspace})
"""They pass while the PIN pad is open."""

STAFFS = Qt.Key.Key_K
STAFFS_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
SCAN_CODE_OF_K = 45
"""Of X11 and Wayland: the kernel's number and eight."""
VIRTUAL_KEYS_OF_K = {"win32": 0x4B, "darwin": 0x28}
"""Of Windows and macOS, where scan codes are not told or mean something else."""
HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Verdict(Enum):
    PASSES = "passes"
    EATEN = "eaten"
    CALLS_STAFF = "calls staff"


def is_where_k_is(scan_code: int, virtual_key: int, platform: str = sys.platform) -> bool:
    """Tell by its native codes whether a key is the K of an English keyboard, whatever letter it types."""
    if platform in VIRTUAL_KEYS_OF_K:
        return virtual_key == VIRTUAL_KEYS_OF_K[platform]
    return scan_code == SCAN_CODE_OF_K


def judge(
    key: int, modifiers: Qt.KeyboardModifier, *, pad_is_open: bool, text: str = "", is_where_k_is: bool = False
) -> Verdict:
    """Judge a key by its Qt.Key, what is held down with it, what it types, and whether it is in the place of K.

    Digits may be of any script, and may need Shift, as on French keyboards.
    """
    if (key == STAFFS or is_where_k_is) and modifiers == STAFFS_CHORD:
        return Verdict.CALLS_STAFF
    if modifiers & ~HARMLESS:
        return Verdict.EATEN
    return Verdict.PASSES if key in VISITORS or (pad_is_open and (key in PAD or text.isdecimal())) else Verdict.EATEN
