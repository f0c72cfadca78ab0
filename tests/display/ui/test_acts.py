import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from pytestqt.qtbot import QtBot

from kiosk.display.ui.acts import Acts

NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
PLACE = QPointF(5, 5)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def mouse(kind: QEvent.Type, held: Qt.MouseButton) -> QMouseEvent:
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    return QMouseEvent(kind, PLACE, PLACE, PLACE, button, held, NO_MODIFIER)


@pytest.mark.parametrize(
    ("event", "is_act"),
    [
        (mouse(QEvent.Type.MouseButtonPress, LEFT), True),
        (mouse(QEvent.Type.MouseButtonDblClick, LEFT), True),
        (mouse(QEvent.Type.MouseMove, LEFT), True),
        (mouse(QEvent.Type.MouseMove, NONE), False),
        (mouse(QEvent.Type.MouseButtonRelease, NONE), False),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, NO_MODIFIER), True),
        (QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Tab, NO_MODIFIER), False),
        (QEvent(QEvent.Type.Wheel), True),
        (QEvent(QEvent.Type.TouchBegin), True),
        (QEvent(QEvent.Type.TouchUpdate), True),
        (QEvent(QEvent.Type.Timer), False),
        (QEvent(QEvent.Type.Expose), False),
    ],
)
def test_only_what_somebody_does_counts(qtbot: QtBot, event: QEvent, is_act: bool) -> None:  # noqa: ARG001, FBT001  # the application must be there; a column of the table
    watched = QObject()
    acts = Acts(watched)
    heard: list[None] = []
    acts.acted.connect(lambda: heard.append(None))

    assert not acts.eventFilter(watched, event)
    assert len(heard) == is_act
