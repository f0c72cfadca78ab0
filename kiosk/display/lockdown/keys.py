"""Which keys pass: a list of those that move the focus, scroll and press a button. All others are eaten."""

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
HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Verdict(Enum):
    PASSES = "passes"
    EATEN = "eaten"
    CALLS_STAFF = "calls staff"


def judge(key: int, modifiers: Qt.KeyboardModifier, *, pad_is_open: bool) -> Verdict:
    """Judge a key by its Qt.Key and what is held down with it; digits may need Shift, as on French keyboards."""
    if key == STAFFS and modifiers == STAFFS_CHORD:
        return Verdict.CALLS_STAFF
    if modifiers & ~HARMLESS:
        return Verdict.EATEN
    return Verdict.PASSES if key in VISITORS or (pad_is_open and key in PAD) else Verdict.EATEN
