"""The dark screen: black over everything, or a dusk to read through, until a touch or a key, which does nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.cover import give_focus_back

BLACK = QColor(0, 0, 0)
DUSK = QColor(0, 0, 0, round(0.65 * 255))
"""Leaves 35 % of the brightness."""


class Curtain(QWidget):
    """Waits for the end of the touch or key that wakes it, or what lies below would see that end."""

    woken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_touched = False
        self._came_from: QWidget | None = None
        self._ground = BLACK
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.hide()

    @property
    def is_black(self) -> bool:
        """Whether nothing is to be seen, on purpose."""
        return self._ground == BLACK and not self.isHidden()

    def draw_shut(self, ground: QColor = BLACK) -> None:
        if ground != self._ground:
            self._ground = ground
            self.update()
        if self.isHidden():
            self._is_touched = False
            self._came_from = self.window().focusWidget()
            self.raise_()
            self.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def draw_open(self) -> None:
        """Give the focus back to where it was."""
        if not self.isHidden():
            self.hide()
            give_focus_back(self._came_from, self.window(), Qt.FocusReason.OtherFocusReason)
            self._came_from = None

    def forget_focus(self) -> None:
        """Give the focus to the window when it opens, not to where it was."""
        self._came_from = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._ground)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._is_touched = True

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._is_touched = True

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._wake()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self.woken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_touched = self._is_touched or not event.isAutoRepeat()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._wake()

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001  # Qt's signature
        """Lead Tab nowhere: like every other key it wakes."""
        return False

    def _wake(self) -> None:
        if self._is_touched:
            self._is_touched = False
            self.woken.emit()
