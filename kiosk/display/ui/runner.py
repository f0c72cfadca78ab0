"""Moves a scroll bar along a course, a step at a time; while nothing moves it costs nothing."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QScrollBar

from kiosk.display.ui.course import Course


class Runner(QObject):
    def __init__(self, bar: QScrollBar, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(bar)
        self._bar = bar
        self._clock = clock
        self._began = 0.0
        self.course: Course | None = None
        self._steps = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._steps.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        return self.course is not None

    def run(self, course: Course) -> None:
        self.course, self._began = course, self._clock()
        self._steps.start(round(course.step_seconds * 1000))

    @Slot()
    def stop(self) -> None:
        self.course = None
        self._steps.stop()

    @Slot()
    def _step(self) -> None:
        """Go where it should be by now; a step that comes late makes up for those that did not come."""
        course = self.course
        if course is None:
            return
        elapsed = self._clock() - self._began
        self._bar.setValue(course.place(elapsed))
        if elapsed >= course.seconds:
            self.stop()
