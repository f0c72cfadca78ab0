"""Sees what only a visitor does: a press, a drag, a wheel, a key. A mouse that shakes on its table is nobody."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

ACTS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
    }
)


class Acts(QObject):
    """An event filter for the native window, which sees only what comes from outside."""

    acted = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ACTS or _is_drag(event):
            self.acted.emit()
        return super().eventFilter(watched, event)


def _is_drag(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.MouseMove
        and isinstance(event, QMouseEvent)
        and event.buttons() != Qt.MouseButton.NoButton
    )
