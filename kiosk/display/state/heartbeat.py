"""The heartbeat of the event loop: while it ticks, the loop runs."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

BEAT_MS = 2000
PROBE_SECONDS = 5.0
LATE_SECONDS = 3.0


class Heartbeat(QObject):
    """`beat` comes every two seconds, in a hurry every second; `probe_due` when nothing has been painted for a while, so that something may be.

    Ages are in seconds, `frame_age` since the last painted frame. Time that the loop itself stood still counts for
    neither: it could not paint then.
    """

    beat = Signal()
    probe_due = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = monotonic, beat_ms: int = BEAT_MS) -> None:
        super().__init__(parent)
        self._clock = clock
        self._beat_ms = beat_ms
        self._late_after = beat_ms / 1000 + LATE_SECONDS
        self._painted_at = self._touched_at = self._beaten_at = clock()
        self._timer = QTimer(self, interval=beat_ms, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def frame_age(self) -> float:
        return self._clock() - self._painted_at

    @property
    def touch_age(self) -> float:
        return self._clock() - self._touched_at

    def start(self) -> None:
        self._beaten_at = self._clock()
        self._timer.start()

    def hurry(self, *, hurry: bool) -> None:
        wanted = self._beat_ms // 2 if hurry else self._beat_ms
        if self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    @Slot()
    def note_frame(self) -> None:
        self._painted_at = self._clock()

    @Slot()
    def note_touch(self) -> None:
        self._touched_at = self._clock()

    @Slot()
    def _tick(self) -> None:
        now = self._clock()
        if now - self._beaten_at > self._late_after:
            self._painted_at = now
        self._beaten_at = now
        if now - self._painted_at >= PROBE_SECONDS:
            self.probe_due.emit()
        self.beat.emit()
