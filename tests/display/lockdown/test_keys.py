import pytest
from PySide6.QtCore import Qt

from kiosk.display.lockdown.keys import Verdict, is_where_k_is, judge

K, M = Qt.Key, Qt.KeyboardModifier
NONE = M.NoModifier
CHORD = M.ControlModifier | M.AltModifier | M.ShiftModifier


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        pytest.param(K.Key_Tab, NONE, id="tab"),
        pytest.param(K.Key_Backtab, M.ShiftModifier, id="shift tab"),
        pytest.param(K.Key_Up, NONE, id="up"),
        pytest.param(K.Key_Down, M.KeypadModifier, id="down of the keypad"),
        pytest.param(K.Key_Left, NONE, id="left"),
        pytest.param(K.Key_Right, NONE, id="right"),
        pytest.param(K.Key_PageUp, NONE, id="page up"),
        pytest.param(K.Key_PageDown, NONE, id="page down"),
        pytest.param(K.Key_Home, NONE, id="home"),
        pytest.param(K.Key_End, NONE, id="end"),
        pytest.param(K.Key_Space, M.ShiftModifier, id="shift space"),
        pytest.param(K.Key_Return, NONE, id="return"),
        pytest.param(K.Key_Enter, M.KeypadModifier, id="enter"),
        pytest.param(K.Key_Escape, NONE, id="escape"),
    ],
)
def test_a_key_that_moves_about_passes(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    assert judge(key, modifiers, pad_is_open=False) is Verdict.PASSES


@pytest.mark.parametrize("held", [M.ControlModifier, M.AltModifier, M.MetaModifier, M.GroupSwitchModifier])
@pytest.mark.parametrize("key", [K.Key_Tab, K.Key_Escape, K.Key_Space, K.Key_F4, K.Key_C, K.Key_Home])
def test_nothing_passes_that_is_pressed_with_a_command_key(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    assert judge(key, held, pad_is_open=True) is Verdict.EATEN


@pytest.mark.parametrize("key", [key for key in Qt.Key if key.name not in {"Key_Any", "Key_unknown"}])
def test_of_all_keys_only_fourteen_pass(key: Qt.Key) -> None:
    passing = {"Tab", "Backtab", "Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End", "Space"}
    passing |= {"Return", "Enter", "Escape"}

    passes = judge(key, NONE, pad_is_open=False) is Verdict.PASSES

    assert passes == (key.name.removeprefix("Key_") in passing)


@pytest.mark.parametrize("key", [K.Key_0, K.Key_5, K.Key_9, K.Key_Backspace])
@pytest.mark.parametrize("held", [NONE, M.ShiftModifier, M.KeypadModifier])
def test_digits_pass_while_the_pad_is_open(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    assert judge(key, held, pad_is_open=True) is Verdict.PASSES
    assert judge(key, held, pad_is_open=False) is Verdict.EATEN


def test_a_letter_is_no_digit() -> None:
    assert judge(K.Key_A, NONE, pad_is_open=True) is Verdict.EATEN


@pytest.mark.parametrize("digit", ["\u0663", "\u06f3", "\u0969", "\u0e53"], ids=["Arabic", "Persian", "Hindi", "Thai"])
def test_digits_of_any_script_pass_while_the_pad_is_open(digit: str) -> None:
    assert judge(ord(digit), NONE, pad_is_open=True, text=digit) is Verdict.PASSES
    assert judge(ord(digit), NONE, pad_is_open=False, text=digit) is Verdict.EATEN
    assert judge(ord(digit), M.ControlModifier, pad_is_open=True, text=digit) is Verdict.EATEN


@pytest.mark.parametrize("text", ["", "\u0644", "\u00b2", "\u2460", "x"])
def test_what_is_no_digit_in_any_script_does_not_pass(text: str) -> None:
    assert judge(K.Key_F1, NONE, pad_is_open=True, text=text) is Verdict.EATEN


def test_the_chord_is_in_the_place_of_k_whatever_that_key_types() -> None:
    cyrillic_el = 0x041B

    assert judge(cyrillic_el, CHORD, pad_is_open=False, is_where_k_is=True) is Verdict.CALLS_STAFF
    assert judge(cyrillic_el, CHORD, pad_is_open=False) is Verdict.EATEN
    assert judge(cyrillic_el, M.ControlModifier, pad_is_open=False, is_where_k_is=True) is Verdict.EATEN


@pytest.mark.parametrize(
    ("scan_code", "virtual_key", "platform", "is_there"),
    [
        pytest.param(45, 0x06CC, "linux", True, id="Linux, a Cyrillic keyboard"),
        pytest.param(45, 0x4B, "linux", True, id="Linux, an English keyboard"),
        pytest.param(46, 0x4B, "linux", False, id="Linux, the K of another layout"),
        pytest.param(44, 0x28, "linux", False, id="Linux, a parenthesis"),
        pytest.param(0, 0, "linux", False, id="Linux, a key that was made up"),
        pytest.param(0x25, 0x4B, "win32", True, id="Windows"),
        pytest.param(45, 0x58, "win32", False, id="Windows, the X"),
        pytest.param(1, 0x28, "darwin", True, id="macOS"),
        pytest.param(45, 0x2D, "darwin", False, id="macOS, the N"),
    ],
)
def test_the_place_of_k(scan_code: int, virtual_key: int, platform: str, is_there: bool) -> None:  # noqa: FBT001  # a table's column
    assert is_where_k_is(scan_code, virtual_key, platform) == is_there


def test_staff_have_a_chord() -> None:
    assert judge(K.Key_K, CHORD, pad_is_open=False) is Verdict.CALLS_STAFF


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(M.ControlModifier | M.AltModifier, id="without Shift"),
        pytest.param(M.ControlModifier | M.ShiftModifier, id="without Alt"),
        pytest.param(M.AltModifier | M.ShiftModifier, id="without Ctrl"),
        pytest.param(CHORD | M.MetaModifier, id="with one too many"),
        pytest.param(NONE, id="alone"),
    ],
)
def test_the_chord_is_exact(held: Qt.KeyboardModifier) -> None:
    assert judge(K.Key_K, held, pad_is_open=True) is Verdict.EATEN
