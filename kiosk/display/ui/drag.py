"""Fingers and mice on a view that scrolls: a tap goes to what is below, and a drag is taken from it and announced."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.display.ui.finger import Finger

PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
NOWHERE = QPointF(-100_000, -100_000)


class Drag(QObject):
    """An event filter: for the native window it only notes presses, and eats what the one widget that is pressed would get."""

    pressed = Signal()
    dragged = Signal(float)
    """The finger has led what is in the view down by so many pixels since it was pressed."""

    thrown = Signal(float)
    """It has been lifted while it led down at so many pixels a second."""

    def __init__(self, view: QWidget, is_moving: Callable[[], bool], clock: Callable[[], float] = monotonic) -> None:
        """Let a press only stop the view while it `is_moving`."""
        super().__init__(view)
        self.slop = 0.0
        self._view = view
        self._is_moving = is_moving
        self._clock = clock
        self._window: QWindow | None = None
        self._finger: Finger | None = None
        self._below: QWidget | None = None
        self._is_caught = False
        self._lets_pass = False

    def watch(self, window: QWindow) -> None:
        if window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or self._lets_pass:
            return False
        if watched is self._window:
            if event.type() in PRESSES and event.button() == Qt.MouseButton.LeftButton:
                self._press(event)
            return False
        return watched is self._below and self._takes(event)

    def _press(self, event: QMouseEvent) -> None:
        """Stand beside whatever is pressed inside the view until it is let go."""
        self._let_go()
        below = self._view.window().childAt(event.position().toPoint())
        if below is None or not (below is self._view or self._view.isAncestorOf(below)):
            return
        self._is_caught = self._is_moving()
        self._finger = Finger(_place(event), self._clock(), self.slop)
        self._below = below
        below.installEventFilter(self)
        self.pressed.emit()

    def _takes(self, event: QMouseEvent) -> bool:
        finger = self._finger
        if finger is None:
            return False
        match event.type():
            case QEvent.Type.MouseMove:
                self._follow(finger, event)
            case QEvent.Type.MouseButtonRelease:
                self._end(finger)
        return finger.drags or self._is_caught

    def _follow(self, finger: Finger, event: QMouseEvent) -> None:
        was_tap = not finger.drags
        finger.move(_place(event), self._clock())
        if finger.drags:
            if was_tap and not self._is_caught:
                self._cancel_press()
            self.dragged.emit(finger.dragged)

    def _end(self, finger: Finger) -> None:
        self._let_go()
        if finger.drags:
            self.thrown.emit(finger.speed(self._clock()))

    def _cancel_press(self) -> None:
        """Let what was pressed see the finger lifted far away from it, which presses nothing."""
        if self._below is not None:
            self._lets_pass = True
            with _alone(self._below):
                QApplication.sendEvent(self._below, _release_nowhere())
            self._lets_pass = False

    def _let_go(self) -> None:
        if self._below is not None and isValid(self._below):
            self._below.removeEventFilter(self)
        self._finger, self._below = None, None


@contextmanager
def _alone(widget: QWidget) -> Iterator[None]:
    """Let no one but the widget see what it is sent: to a cover, a finger lifted beside its card would mean to close."""
    spreads = Qt.WidgetAttribute.WA_NoMousePropagation
    before = widget.testAttribute(spreads)
    widget.setAttribute(spreads)
    yield
    widget.setAttribute(spreads, before)


def _release_nowhere() -> QMouseEvent:
    button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kind, keys = QEvent.Type.MouseButtonRelease, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(kind, NOWHERE, NOWHERE, NOWHERE, button, none, keys)


def _place(event: QMouseEvent) -> tuple[float, float]:
    place = event.globalPosition()
    return place.x(), place.y()
