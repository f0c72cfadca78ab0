"""The wall clock by the minute."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot


def utc_now() -> datetime:
    return datetime.now(UTC)


class MinuteClock(QObject):
    """`changed` comes right after each full minute; between minutes nothing ticks."""

    changed = Signal()

    def __init__(self, parent: QObject, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self.now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pass_minute)

    def start(self) -> None:
        self._timer.start(ms_to_next_minute(self.now()))

    @Slot()
    def _pass_minute(self) -> None:
        self.start()
        self.changed.emit()


def ms_to_next_minute(now: datetime) -> int:
    """Aim a little past the minute: a coarse timer may fire early, and would find the old one."""
    return 60_000 - (now.second * 1000 + now.microsecond // 1000) + 120
