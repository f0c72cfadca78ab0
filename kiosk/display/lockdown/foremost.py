"""Brings the window back to the front when another program has taken its place, ever more slowly, never in a fight."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

DELAYS_MS = (1000, 2000, 5000, 10_000)
CALM_MS = 10_000


class Foremost(QObject):
    """Watches over one window; `scale` shortens every time for tests."""

    raised = Signal()
    """The window was behind another one and has asked to be in front."""

    calmed = Signal()
    """It has been in front for so long that it has no rival any more."""

    def __init__(self, window: QWindow, scale: float = 1.0) -> None:
        super().__init__(window)
        self._window = window
        self._scale = scale
        self._tries = 0
        self._retry = QTimer(self, singleShot=True)
        self._calm = QTimer(self, singleShot=True, interval=round(CALM_MS * scale))
        self._retry.timeout.connect(self._raise)
        self._calm.timeout.connect(self._forget)
        window.activeChanged.connect(self._take_note)

    def begin(self) -> None:
        """Ask for a window, too, that has never been in front, of which no signal would tell."""
        self._take_note()

    @Slot()
    def _take_note(self) -> None:
        if self._window.isActive():
            self._retry.stop()
            self._calm.start()
        elif not self._retry.isActive():
            self._calm.stop()
            self._plan()

    def _plan(self) -> None:
        delay = DELAYS_MS[min(self._tries, len(DELAYS_MS) - 1)]
        self._retry.start(round(delay * self._scale))

    @Slot()
    def _raise(self) -> None:
        self._tries += 1
        if QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive:
            self._window.raise_()
            self._window.requestActivate()
            self.raised.emit()
            self._plan()

    @Slot()
    def _forget(self) -> None:
        self._tries = 0
        self.calmed.emit()
