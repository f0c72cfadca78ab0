import pytest
from PySide6.QtCore import Qt

from kiosk.display.lockdown.keys import Verdict, judge

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
