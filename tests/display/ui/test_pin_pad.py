"""The PIN pad: a telephone's keys, dots that count, and nothing that tells the digits."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff_view import PadOpen
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.pin_key import Dots, PinKey
from kiosk.display.ui.pin_pad import PinPad
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Edition

ShowStaff: TypeAlias = Callable[..., KioskWindow]
LEFT = Qt.MouseButton.LeftButton


class Listener(QObject):
    def __init__(self, pad: PinPad) -> None:
        super().__init__()
        self.heard: list[str] = []
        pad.digit_typed.connect(self.heard.append)
        pad.delete_requested.connect(self._record_delete)
        pad.enter_requested.connect(self._record_enter)

    def _record_delete(self) -> None:
        self.heard.append("delete")

    def _record_enter(self) -> None:
        self.heard.append("enter")


@pytest.fixture
def pad(make_edition: Callable[..., Edition], show_page: Callable[..., KioskWindow], show_staff: ShowStaff) -> PinPad:
    show_page(make_edition())
    return show_staff(PadOpen()).staff.pad


@pytest.fixture
def listener(pad: PinPad) -> Listener:
    return Listener(pad)


def test_touches_type(pad: PinPad, listener: Listener) -> None:
    for key in keys(pad):
        QTest.mouseClick(key, LEFT)

    assert listener.heard == [*"123456789", "delete", "0", "enter"]


def test_keys_stand_as_on_a_telephone(pad: PinPad) -> None:
    assert rows(pad) == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["Delete", "0", "OK"]]


def test_keys_stand_so_in_every_language(
    pad: PinPad, show_staff: ShowStaff, long_speech: Callable[..., Speech]
) -> None:
    show_staff(PadOpen(), spoken=long_speech(right_to_left=True))

    assert [row[:2] for row in rows(pad)[:3]] == [["1", "2"], ["4", "5"], ["7", "8"]]


@pytest.mark.parametrize(
    "digit",
    ["7", "\N{ARABIC-INDIC DIGIT SEVEN}", "\N{EXTENDED ARABIC-INDIC DIGIT SEVEN}", "\N{DEVANAGARI DIGIT SEVEN}"],
    ids=["Latin", "Arabic", "Persian", "Devanagari"],
)
def test_a_digit_of_any_script_is_that_digit(pad: PinPad, listener: Listener, digit: str) -> None:
    QApplication.sendEvent(pad, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit))

    assert listener.heard == ["7"]


def test_a_keyboard_types_from_wherever_the_focus_is(pad: PinPad, listener: Listener) -> None:
    for stop in pad.tab_stops():
        if stop.isVisible():
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(stop, Qt.Key.Key_7)

    assert set(listener.heard) == {"7"}
    assert len(listener.heard) == 13


def test_after_a_typed_digit_enter_means_ok(pad: PinPad, listener: Listener) -> None:
    QTest.keyClick(pad.window().focusWidget(), Qt.Key.Key_7)
    QTest.keyClick(pad.window().focusWidget(), Qt.Key.Key_Return)

    assert listener.heard == ["7", "enter"]


def test_backspace_deletes(pad: PinPad, listener: Listener) -> None:
    QTest.keyClick(pad.window().focusWidget(), Qt.Key.Key_Backspace)

    assert listener.heard == ["delete"]


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Minus, Qt.Key.Key_F5, Qt.Key.Key_Delete])
def test_other_keys_type_nothing(pad: PinPad, listener: Listener, key: Qt.Key) -> None:
    QTest.keyClick(pad.window().focusWidget(), key)

    assert listener.heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=lambda key: key.name)
def test_a_key_is_worked_by_the_keyboard(pad: PinPad, listener: Listener, key: Qt.Key) -> None:
    keys(pad)[4].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(keys(pad)[4], key)

    assert listener.heard == ["5"]


def test_a_dot_is_filled_for_each_digit(pad: PinPad, show_staff: ShowStaff) -> None:
    images = list[QImage]()
    for typed in range(4):
        show_staff(PadOpen(typed=typed))
        images.append(dots(pad).grab().toImage())

    assert [filled(image) for image in images] == [0, 1, 2, 3]


@pytest.mark.parametrize(("typed", "count"), [(0, 6), (6, 6), (9, 9), (12, 12)])
def test_more_rings_come_with_more_digits(pad: PinPad, show_staff: ShowStaff, typed: int, count: int) -> None:
    show_staff(PadOpen(typed=typed))

    assert circles(dots(pad).grab().toImage()) == count


def test_a_screen_reader_hears_how_many_and_never_which(pad: PinPad, show_staff: ShowStaff) -> None:
    show_staff(PadOpen(typed=3))

    assert dots(pad).accessibleName() == "3 digits typed"


def test_the_pad_of_other_digits_is_the_same_to_the_pixel(pad: PinPad, show_staff: ShowStaff) -> None:
    QTest.keyClick(pad.window().focusWidget(), Qt.Key.Key_1)
    show_staff(PadOpen(typed=1))
    first = pad.grab().toImage()
    QTest.keyClick(pad.window().focusWidget(), Qt.Key.Key_9)

    assert pad.grab().toImage() == first


def test_keys_that_rest_are_faint(pad: PinPad, show_staff: ShowStaff) -> None:
    before = keys(pad)[4].grab().toImage()
    show_staff(PadOpen(wait_seconds=30))

    assert keys(pad)[4].grab().toImage() != before


def test_a_key_under_a_finger_looks_pressed(pad: PinPad) -> None:
    before = keys(pad)[4].grab().toImage()
    QTest.mousePress(keys(pad)[4], LEFT)
    pressed = keys(pad)[4].grab().toImage()
    QTest.mouseRelease(keys(pad)[4], LEFT)

    assert pressed != before


def test_a_wait_is_said_and_counted(pad: PinPad, show_staff: ShowStaff) -> None:
    said = []
    for seconds in (30, 29):
        show_staff(PadOpen(wait_seconds=seconds))
        said += [caption.text() for caption in pad.findChildren(Caption) if "Try" in caption.text()]

    assert said == ["Try again in 30 seconds", "Try again in 29 seconds"]


def test_without_a_pin_there_is_only_close(pad: PinPad, show_staff: ShowStaff, qtbot: QtBot) -> None:
    show_staff(PadOpen(has_pin=False))
    close = pad.findChildren(Pill)[0]

    assert [key for key in keys(pad) if key.isVisible()] == []
    assert not dots(pad).isVisible()
    with qtbot.waitSignal(pad.close_requested, timeout=1000):
        QTest.mouseClick(close, LEFT)


def test_with_a_pin_set_the_keys_are_back(pad: PinPad, show_staff: ShowStaff) -> None:
    show_staff(PadOpen(has_pin=False))
    show_staff(PadOpen())

    assert len([key for key in keys(pad) if key.isVisible()]) == 12
    assert not pad.findChildren(Pill)[0].isVisible()


def keys(pad: PinPad) -> list[PinKey]:
    return pad.findChildren(PinKey)


def dots(pad: PinPad) -> Dots:
    return pad.findChildren(Dots)[0]


def rows(pad: PinPad) -> list[list[str]]:
    """Read the keys' names as they stand, from top left to bottom right."""
    placed = sorted(keys(pad), key=lambda key: (key.y(), key.x()))
    names = [key.accessibleName() for key in placed]
    return [names[start : start + 3] for start in range(0, 12, 3)]


def circles(image: QImage) -> int:
    """Count the stretches of another colour in the middle row but one, where a ring has ink throughout."""
    return len(_stretches(image, 1))


def filled(image: QImage) -> int:
    """Count the wide stretches of one colour in the middle row: a ring has two narrow ones."""
    middle = image.height() // 2
    return sum(width > image.height() * 0.7 for width in _stretches(image, middle))


def _stretches(image: QImage, y: int) -> list[int]:
    ground, found, width = image.pixel(0, 0), list[int](), 0
    for x in range(image.width()):
        if image.pixel(x, y) != ground:
            width += 1
        elif width:
            found, width = [*found, width], 0
    return found
