"""Says when the screens have changed, once they have come to rest: plugged in, pulled out, turned, or of another size."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

SETTLE_MS = 500
MOST_SETTLES = 3
"""So many times as long as a rest is, changes without any are waited for."""


class ScreenGuard(QObject):
    """Remembers no screen: Qt may have deleted it by the time it would be asked."""

    changed = Signal()
    """Something about the screens or a watched window's place may be another, and nothing more came for a while, or too much."""

    def __init__(self, app: QGuiApplication, settle_ms: int = SETTLE_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=settle_ms)
        self._latest = QTimer(self, singleShot=True, interval=MOST_SETTLES * settle_ms)
        self._rest.timeout.connect(self._tell)
        self._latest.timeout.connect(self._tell)
        app.screenAdded.connect(self._take_up)
        app.screenRemoved.connect(self._wait_for_rest)
        app.primaryScreenChanged.connect(self._wait_for_rest)
        for screen in app.screens():
            self._listen_to(screen)

    def watch(self, window: QWindow) -> None:
        """Take a window that is moved, resized, minimised or hidden by others for a change, too."""
        for moved in (window.xChanged, window.yChanged, window.widthChanged, window.heightChanged):
            moved.connect(self._wait_for_rest)
        window.screenChanged.connect(self._wait_for_rest)
        window.windowStateChanged.connect(self._wait_for_rest)
        window.visibleChanged.connect(self._wait_for_rest)

    def _listen_to(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._wait_for_rest)
        screen.availableGeometryChanged.connect(self._wait_for_rest)
        screen.logicalDotsPerInchChanged.connect(self._wait_for_rest)
        screen.physicalDotsPerInchChanged.connect(self._wait_for_rest)
        screen.orientationChanged.connect(self._wait_for_rest)

    @Slot(QScreen)
    def _take_up(self, screen: QScreen) -> None:
        self._listen_to(screen)
        self._wait_for_rest()

    @Slot()
    def _wait_for_rest(self) -> None:
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def _tell(self) -> None:
        self._rest.stop()
        self._latest.stop()
        self.changed.emit()
