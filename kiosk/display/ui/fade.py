"""Lets one finished frame pass over into another, over whatever it covers."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.acts import Acts

FADE_MS = 320
STEP_MS = 16


class Fade(QWidget):
    """Touches pass through it and end it. A frame shows as much as is due by then, so one that is late skips what it missed."""

    finished = Signal()
    """What is below is to be seen again."""

    def __init__(self, parent: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._covered = parent
        self._clock = clock
        self._before, self._after = QPixmap(), QPixmap()
        self._began = 0.0
        self._ms = FADE_MS
        self._acts = Acts(self)
        self._steps = QTimer(self, interval=STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._steps.timeout.connect(self._step)
        self._acts.acted.connect(self.finish)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        opaque = Qt.WidgetAttribute.WA_OpaquePaintEvent  # or all that is below would be painted with every step
        self.setAttribute(opaque)
        self.hide()

    @property
    def is_running(self) -> bool:
        return self._steps.isActive()

    def start(self, before: QPixmap, after: QPixmap, ms: int = FADE_MS) -> None:
        """Fade over the whole parent, of which these are frames, in a window that is on the screen."""
        self.finish()
        self._before, self._after, self._ms = before, after, ms
        self._began = self._clock()
        self._steps.start()
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()
        self.window().windowHandle().installEventFilter(self._acts)

    @Slot()
    def finish(self) -> None:
        """Show at once what is below, and let go of the frames."""
        if self.is_running:
            self._steps.stop()
            self.hide()
            self._before, self._after = QPixmap(), QPixmap()
            self.window().windowHandle().removeEventFilter(self._acts)
            self.finished.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the frame before thinner and thinner over the one after; already the first step shows something of that."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, self._after)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(1 - self._share())
        painter.drawPixmap(0, 0, self._before)

    def _share(self) -> float:
        return min((self._clock() - self._began + STEP_MS / 1000) * 1000 / self._ms, 1.0)

    @Slot()
    def _step(self) -> None:
        if self._share() < 1:
            self.update()
        else:
            self.finish()
