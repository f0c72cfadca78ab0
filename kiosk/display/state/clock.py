"""The wall clock by the minute, and at one moment between."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

SLACK_MS = 120
"""Aim a little past the moment: who comes early finds nothing changed."""


def utc_now() -> datetime:
    return datetime.now(UTC)


class MinuteClock(QObject):
    """`changed` comes right after each full minute, and after the moment that was last asked for; else nothing ticks.

    A clock that was put to another time is found out within a minute, for no wait is longer.
    """

    changed = Signal()

    def __init__(self, parent: QObject, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self.now = now
        self._moment: datetime | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._pass)

    def start(self) -> None:
        self._timer.start(ms_to_next(self.now(), self._moment))

    def come_also_at(self, moment: datetime | None) -> None:
        """Let `changed` come at this moment, too, and no more at the one asked for before."""
        if moment != self._moment:
            self._moment = moment
            if self._timer.isActive():
                self.start()

    @Slot()
    def _pass(self) -> None:
        self.start()
        self.changed.emit()


def ms_to_next(now: datetime, moment: datetime | None) -> int:
    """Give the time to the next full minute, or to a moment that is to come before it."""
    wait = ms_to_next_minute(now)
    if moment is None or moment <= now:
        return wait
    return min(wait, (moment - now) // timedelta(milliseconds=1) + SLACK_MS)


def ms_to_next_minute(now: datetime) -> int:
    return 60_000 - (now.second * 1000 + now.microsecond // 1000) + SLACK_MS
