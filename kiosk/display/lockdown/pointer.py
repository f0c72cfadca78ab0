"""Hides the mouse's pointer when nobody has moved it for a while."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

HIDES_AFTER_MS = 5000


class Pointer(QObject):
    """Begins hidden: most visitors have fingers."""

    def __init__(self, parent: QObject, hides_after_ms: int = HIDES_AFTER_MS) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=hides_after_ms)
        self._timer.timeout.connect(self._hide)
        self._is_hidden = False
        self._hide()

    @Slot()
    def note_move(self) -> None:
        self._timer.start()
        if self._is_hidden:
            self._is_hidden = False
            QGuiApplication.restoreOverrideCursor()

    @Slot()
    def _hide(self) -> None:
        self._is_hidden = True
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
