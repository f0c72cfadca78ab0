"""Sees what only a visitor does: a press, a drag, a wheel, a key. A mouse that shakes on its table is nobody, nor is a key that is stuck."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

ACTS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


class Acts(QObject):
    """An event filter for the native window, which sees only what comes from outside."""

    acted = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ACTS or _is_drag(event) or _is_key(event):
            self.acted.emit()
        return super().eventFilter(watched, event)


def _is_drag(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.MouseMove
        and isinstance(event, QMouseEvent)
        and event.buttons() != Qt.MouseButton.NoButton
    )


def _is_key(event: QEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat()
