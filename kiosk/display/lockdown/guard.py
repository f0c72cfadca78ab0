"""The one filter through which everything goes that comes to the program from outside."""

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPointerEvent,
    QTouchEvent,
    QWheelEvent,
    QWindow,
)

from kiosk.display.lockdown.corner import Corner
from kiosk.display.lockdown.flood import Flood
from kiosk.display.lockdown.keys import Verdict, is_where_k_is, judge

EATEN = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.EnterWhatsThisMode,
        QEvent.Type.FileOpen,
        QEvent.Type.InputMethod,
        QEvent.Type.NativeGesture,
        QEvent.Type.QueryWhatsThis,
        QEvent.Type.Shortcut,
        QEvent.Type.ToolTip,
        QEvent.Type.WhatsThis,
    }
)
KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
BUTTONS = PRESSES | {QEvent.Type.MouseButtonRelease}
TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate})
JUDGED = EATEN | KEYS | BUTTONS | TOUCHES | {QEvent.Type.MouseMove, QEvent.Type.Wheel}
POINTERS = frozenset({QInputDevice.DeviceType.Mouse, QInputDevice.DeviceType.TouchPad})
ZOOMS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Guard(QObject):
    """An event filter for the whole application, which sees windows and menus that come later, too.

    Keys are judged wherever they go; gestures are counted where they come in, at the native window, since from there
    they pass through one widget after the other.
    """

    staff_called = Signal()
    """Somebody made the hidden gesture."""

    pointed = Signal()
    """A mouse was moved; a finger has no pointer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pad_is_open = False
        self._corner = Corner()
        self._flood = Flood()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in JUDGED:
            return False
        if kind in EATEN:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent):
            return self._eats_key(event, is_first=watched.isWindowType())
        if isinstance(event, QWheelEvent):
            return bool(event.modifiers() & ZOOMS)
        if isinstance(watched, QWindow) and isinstance(event, QPointerEvent):
            self._watch(watched, event)
        return kind in BUTTONS and isinstance(event, QMouseEvent) and event.button() != Qt.MouseButton.LeftButton

    def _eats_key(self, event: QKeyEvent, *, is_first: bool) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress and is_first
        if is_press and self._flood.is_on(monotonic()):
            return True
        verdict = judge(
            event.key(),
            event.modifiers(),
            pad_is_open=self.pad_is_open,
            text=event.text(),
            is_where_k_is=is_where_k_is(event.nativeScanCode(), event.nativeVirtualKey()),
        )
        if verdict is Verdict.CALLS_STAFF and is_press and not event.isAutoRepeat():
            self.staff_called.emit()
        if verdict is Verdict.PASSES:
            return False
        event.setAccepted(event.type() == QEvent.Type.ShortcutOverride)  # then no shortcut is looked for
        return True

    def _watch(self, window: QWindow, event: QPointerEvent) -> None:
        """Count touches in a corner; the mouse events that Qt makes of a finger's are the same touch again."""
        is_pointer = event.deviceType() in POINTERS
        if event.type() == QEvent.Type.MouseMove:
            if is_pointer:
                self.pointed.emit()
        elif isinstance(event, QTouchEvent):
            self._count_fingers(window, event)
        elif is_pointer and event.type() in PRESSES:
            self._count(window, event.point(0).position())

    def _count_fingers(self, window: QWindow, event: QTouchEvent) -> None:
        """Count every new finger; while another one rests on the screen, it comes as an update of that one's touch."""
        if event.isBeginEvent():
            for point in event.points():
                if point.state() == QEventPoint.State.Pressed:
                    self._count(window, point.position())

    def _count(self, window: QWindow, place: QPointF) -> None:
        if self._corner.is_called((place.x(), place.y()), (window.width(), window.height()), monotonic()):
            self.staff_called.emit()
