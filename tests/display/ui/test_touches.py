from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.display.ui.touches import Touches
from kiosk.display.ui.window import KioskWindow

Make: TypeAlias = Callable[[], QEvent]
NO_BUTTON, NO_KEYS = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
ORIGIN = QPointF(0, 0)


class Watched(QObject):
    """Gets events, some of which it has to answer."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[QEvent.Type] = []

    def event(self, event: QEvent) -> bool:
        self.got.append(event.type())
        return True


class Counter(QObject):
    def __init__(self, touches: Touches) -> None:
        super().__init__()
        self.count = 0
        touches.touched.connect(self._count)

    def _count(self) -> None:
        self.count += 1


@pytest.fixture
def watched(qapp: QApplication) -> Watched:
    assert qapp is not None
    return Watched()


@pytest.fixture
def touches(watched: Watched) -> Touches:
    touches = Touches(watched)
    watched.installEventFilter(touches)
    return touches


def mouse(kind: QEvent.Type) -> QEvent:
    return QMouseEvent(kind, ORIGIN, ORIGIN, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, NO_KEYS)


def wheel() -> QEvent:
    return QWheelEvent(
        ORIGIN,
        ORIGIN,
        QPoint(),
        QPoint(0, 120),
        NO_BUTTON,
        NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's signature
    )


@pytest.mark.parametrize(
    ("make", "counts"),
    [
        pytest.param(lambda: mouse(QEvent.Type.MouseButtonPress), True, id="a press"),
        pytest.param(lambda: mouse(QEvent.Type.MouseMove), True, id="a move"),
        pytest.param(wheel, True, id="the wheel"),
        pytest.param(lambda: QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, NO_KEYS), True, id="a key"),
        pytest.param(lambda: QEvent(QEvent.Type.TouchBegin), True, id="a finger"),
        pytest.param(lambda: QEvent(QEvent.Type.TouchUpdate), True, id="a finger that moves"),
        pytest.param(lambda: QEvent(QEvent.Type.Paint), False, id="a frame"),
        pytest.param(lambda: QEvent(QEvent.Type.Timer), False, id="a timer"),
        pytest.param(lambda: QEvent(QEvent.Type.Expose), False, id="the window is seen"),
    ],
)
def test_only_what_a_visitor_does_counts(watched: Watched, touches: Touches, make: Make, *, counts: bool) -> None:
    counter = Counter(touches)

    QApplication.sendEvent(watched, make())

    assert counter.count == int(counts)


def test_whatever_it_sees_goes_on_to_where_it_was_meant_for(watched: Watched, touches: Touches) -> None:
    assert touches.parent() is watched
    watched.got.clear()

    QApplication.sendEvent(watched, mouse(QEvent.Type.MouseButtonPress))

    assert watched.got == [QEvent.Type.MouseButtonPress]


def test_a_touch_of_any_widget_is_seen_at_the_window(show_holding: Callable[[], KioskWindow]) -> None:
    window = show_holding()
    handle = window.windowHandle()
    touches = Touches(window)
    handle.installEventFilter(touches)
    counter = Counter(touches)

    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NO_KEYS, QPoint(10, 10))

    assert counter.count >= 1
