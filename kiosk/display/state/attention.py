"""Whether somebody is at the screen, as it stands, with one timer for its next change."""

from collections.abc import Callable
from math import ceil
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.display.visitor.attention import Attention, Attract, Reading, StillThere, answered, due, passed, touched

SECOND_MS = 1000


class AttentionState(QObject):
    """`is_changed` tells whether the visitor has left anything, `is_held` whether something open waits by itself."""

    changed = Signal()
    """Another state has come, not only another time in it."""

    ticked = Signal()
    """A second of the question has passed."""

    def __init__(
        self,
        parent: QObject,
        is_changed: Callable[[], bool],
        is_held: Callable[[], bool],
        idle_seconds: float,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self.now: Attention = Attract()
        self.idle_seconds = idle_seconds
        self._is_changed = is_changed
        self._is_held = is_held
        self._clock = clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def seconds_left(self) -> int:
        """How long the question still waits."""
        return ceil(self.now.ends - self._clock()) if isinstance(self.now, StillThere) else 0

    @property
    def quiet_seconds(self) -> float:
        """How long ago the visitor did something; 0 where nobody is known to be there."""
        return self._clock() - self.now.touched if isinstance(self.now, Reading) else 0.0

    def be_patient_for(self, idle_seconds: float) -> None:
        """Start afresh so long after the last touch, that of this visit too."""
        self.idle_seconds = idle_seconds
        self._timer.stop()
        self._arm()

    @Slot()
    def note_touch(self) -> None:
        self._become(touched(self.now, self._clock()))

    @Slot()
    def answer(self) -> None:
        self._become(answered(self.now, self._clock()))

    def leave(self) -> None:
        """Take the visitor to be gone."""
        self._become(Attract())

    @Slot()
    def look(self) -> None:
        """See what the time has made of it; while something is held, time only passes."""
        before = self.now
        if isinstance(before, Reading) and self._is_held():
            self._timer.start(SECOND_MS)
            return
        self._become(passed(before, self._clock(), self.idle_seconds, is_changed=self._is_changed()))
        if isinstance(self.now, StillThere) and isinstance(before, StillThere):
            self.ticked.emit()

    def _become(self, attention: Attention) -> None:
        before, self.now = self.now, attention
        self._arm()
        if type(before) is not type(attention):
            self.changed.emit()

    def _arm(self) -> None:
        """Wait for the next change; touches come by hundreds, and a timer that runs already finds them out by itself."""
        when = due(self.now, self.idle_seconds)
        if when is None:
            self._timer.stop()
        elif isinstance(self.now, StillThere):
            self._timer.start(SECOND_MS)
        elif not self._timer.isActive():
            self._timer.start(max(ceil((when - self._clock()) * SECOND_MS), 0))
