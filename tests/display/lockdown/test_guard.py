"""The guard in a real event loop; what comes from outside comes through the native window."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.lockdown.flood import MOST_KEYS
from kiosk.display.lockdown.guard import Guard
from kiosk.display.lockdown.keys import SCAN_CODE_OF_K

M = Qt.KeyboardModifier
CHORD = M.ControlModifier | M.AltModifier | M.ShiftModifier


class Witness(QWidget):
    """Remembers what has reached it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(800, 600)

    def event(self, event: QEvent) -> bool:
        self.seen.append(event.type())
        return super().event(event)


@pytest.fixture
def witness(qtbot: QtBot) -> Witness:
    widget = Witness()
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.hasFocus)
    return widget


@pytest.fixture
def guard(qapp: QApplication, witness: Witness) -> Iterator[Guard]:
    guard = Guard(witness)
    qapp.installEventFilter(guard)
    yield guard
    qapp.removeEventFilter(guard)


def press(witness: Witness, key: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier) -> list[QEvent.Type]:
    """Press a key from outside and give what has come of it."""
    witness.seen.clear()
    QTest.keyClick(witness.windowHandle(), key, modifiers)
    keys = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
    return [kind for kind in witness.seen if kind in keys]


def send(witness: Witness, event: QEvent) -> bool:
    """Send an event and tell whether it has arrived."""
    witness.seen.clear()
    QApplication.sendEvent(witness, event)
    return event.type() in witness.seen


def test_a_key_of_the_list_arrives(guard: Guard, witness: Witness) -> None:
    assert guard is not None
    assert QEvent.Type.KeyPress in press(witness, Qt.Key.Key_Down)


@pytest.mark.usefixtures("guard")
@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Q, Qt.Key.Key_Menu, Qt.Key.Key_Print, Qt.Key.Key_1])
def test_no_other_key_arrives(witness: Witness, key: Qt.Key) -> None:
    assert press(witness, key) == []


def test_without_the_guard_keys_would_arrive(witness: Witness) -> None:
    assert QEvent.Type.KeyPress in press(witness, Qt.Key.Key_Q)


@pytest.mark.usefixtures("guard")
def test_an_eaten_shortcut_is_accepted_so_that_none_is_looked_for(witness: Witness) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Q, M.ControlModifier)
    event.ignore()

    assert not send(witness, event)
    assert event.isAccepted()


def test_digits_arrive_while_the_pad_is_open(guard: Guard, witness: Witness) -> None:
    guard.pad_is_open = True

    assert QEvent.Type.KeyPress in press(witness, Qt.Key.Key_7)


def test_the_chord_calls_staff_once(guard: Guard, witness: Witness) -> None:
    calls = QSignalSpy(guard.staff_called)

    press(witness, Qt.Key.Key_K, CHORD)

    assert calls.count() == 1


def key_event(key: int, held: Qt.KeyboardModifier, scan_code: int, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan_code, 0, 0, text)


@pytest.mark.skipif(sys.platform != "linux", reason="scan codes are those of Linux")
def test_the_chord_of_a_keyboard_without_k_calls_staff(guard: Guard, witness: Witness) -> None:
    calls = QSignalSpy(guard.staff_called)

    QApplication.sendEvent(witness.windowHandle(), key_event(0x041B, CHORD, SCAN_CODE_OF_K))

    assert calls.count() == 1


def test_an_arabic_digit_arrives_while_the_pad_is_open(guard: Guard, witness: Witness) -> None:
    guard.pad_is_open = True

    assert send(witness, key_event(0x0663, M.NoModifier, 12, "\u0663"))


def test_five_clicks_in_a_corner_call_staff_once(guard: Guard, witness: Witness) -> None:
    calls = QSignalSpy(guard.staff_called)

    for _ in range(5):
        QTest.mouseClick(witness.windowHandle(), Qt.MouseButton.LeftButton, M.NoModifier, QPoint(5, 5))

    assert calls.count() == 1


def test_five_touches_in_a_corner_call_staff_once(guard: Guard, witness: Witness) -> None:
    calls = QSignalSpy(guard.staff_called)
    finger = QTest.createTouchDevice()

    for _ in range(5):
        QTest.touchEvent(witness.windowHandle(), finger).press(0, QPoint(790, 590), witness.windowHandle()).commit()
        QTest.touchEvent(witness.windowHandle(), finger).release(0, QPoint(790, 590), witness.windowHandle()).commit()

    assert calls.count() == 1


def tap(witness: Witness, device: QPointingDevice, *, resting: QPoint, at: QPoint) -> None:
    """Tap with a second finger while a first one rests."""
    window = witness.windowHandle()
    QTest.touchEvent(window, device).stationary(0).press(1, at, window).commit()
    QTest.touchEvent(window, device).move(0, resting, window).release(1, at, window).commit()


@pytest.mark.parametrize("resting", [QPoint(400, 300), QPoint(30, 30)], ids=["in the middle", "in that corner"])
def test_five_touches_call_staff_while_another_finger_rests(guard: Guard, witness: Witness, resting: QPoint) -> None:
    calls, window, finger = QSignalSpy(guard.staff_called), witness.windowHandle(), QTest.createTouchDevice()
    QTest.touchEvent(window, finger).press(0, resting, window).commit()

    for _ in range(5):
        tap(witness, finger, resting=resting, at=QPoint(5, 5))
    QTest.touchEvent(window, finger).release(0, resting, window).commit()

    assert calls.count() == 1


def test_a_finger_that_moves_in_a_corner_is_one_touch(guard: Guard, witness: Witness) -> None:
    calls, window, finger = QSignalSpy(guard.staff_called), witness.windowHandle(), QTest.createTouchDevice()
    QTest.touchEvent(window, finger).press(0, QPoint(5, 5), window).commit()

    for step in range(10):
        QTest.touchEvent(window, finger).move(0, QPoint(10 + step, 5), window).commit()
    QTest.touchEvent(window, finger).release(0, QPoint(20, 5), window).commit()

    assert calls.count() == 0


@pytest.mark.usefixtures("guard")
@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton])
def test_only_the_left_button_arrives(witness: Witness, button: Qt.MouseButton) -> None:
    witness.seen.clear()
    QTest.mouseClick(witness.windowHandle(), button, M.NoModifier, QPoint(400, 300))

    assert QEvent.Type.MouseButtonPress not in witness.seen


@pytest.mark.usefixtures("guard")
def test_the_left_button_arrives(witness: Witness) -> None:
    QTest.mouseClick(witness.windowHandle(), Qt.MouseButton.LeftButton, M.NoModifier, QPoint(400, 300))

    assert QEvent.Type.MouseButtonPress in witness.seen


def wheel(held: Qt.KeyboardModifier) -> QWheelEvent:
    middle, down = QPointF(400, 300), QPoint(0, -120)
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(middle, middle, QPoint(), down, Qt.MouseButton.NoButton, held, phase, False)  # noqa: FBT003  # Qt's signature


@pytest.mark.usefixtures("guard")
def test_the_wheel_scrolls_and_never_zooms(witness: Witness) -> None:
    assert send(witness, wheel(M.NoModifier))
    assert not send(witness, wheel(M.ControlModifier))


def dragged() -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl("file:///etc/passwd")])
    return mime


@pytest.mark.usefixtures("guard")
def test_no_drag_no_drop_no_menu_and_no_hint_arrives(witness: Witness) -> None:
    place, mime, copy = QPoint(400, 300), dragged(), Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton

    for event in (
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, place),
        QDragEnterEvent(place, copy, mime, left, M.NoModifier),
        QDropEvent(QPointF(place), copy, mime, left, M.NoModifier),
        QHelpEvent(QEvent.Type.ToolTip, place, place),
        QHelpEvent(QEvent.Type.WhatsThis, place, place),
    ):
        assert not send(witness, event)
        assert not event.isAccepted()


@pytest.mark.usefixtures("guard")
def test_a_flood_of_keys_is_ignored(witness: Witness) -> None:
    for _ in range(MOST_KEYS):
        QTest.keyClick(witness.windowHandle(), Qt.Key.Key_X)

    assert QEvent.Type.KeyPress not in press(witness, Qt.Key.Key_Down)


def test_a_mouse_has_a_pointer_and_a_finger_has_none(guard: Guard, witness: Witness) -> None:
    moves = QSignalSpy(guard.pointed)
    finger = QTest.createTouchDevice()

    QTest.touchEvent(witness.windowHandle(), finger).press(0, QPoint(90, 90), witness.windowHandle()).commit()
    QTest.touchEvent(witness.windowHandle(), finger).move(0, QPoint(190, 90), witness.windowHandle()).commit()
    QTest.touchEvent(witness.windowHandle(), finger).release(0, QPoint(190, 90), witness.windowHandle()).commit()
    by_finger = moves.count()
    QTest.mouseMove(witness.windowHandle(), QPoint(200, 200))

    assert by_finger == 0
    assert moves.count() > 0
