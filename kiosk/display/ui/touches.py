"""Sees that somebody touches the window, whatever is touched: mouse, finger, wheel or key."""

from PySide6.QtCore import QEvent, QObject, Signal

TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
    }
)


class Touches(QObject):
    """An event filter for the native window, which sees only what comes from outside."""

    touched = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.touched.emit()
        return super().eventFilter(watched, event)
