"""Moves the layout a little every minute while nobody is there, so that no edge burns into the screen.

That is no motion to anybody's eye: `motion = "reduced"` in contact.toml leaves it on, `drift = false` in device.toml not.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Slot

from kiosk.display.state.clock import MinuteClock
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.drift import place_at


class Drifting(QObject):
    def __init__(self, window: KioskWindow, clock: MinuteClock, is_at_rest: Callable[[], bool], *, is_on: bool) -> None:
        super().__init__(window)
        self._window = window
        self._is_at_rest = is_at_rest
        self._is_on = is_on
        self._step = 0
        clock.changed.connect(self._go_on)

    def turn(self, *, on: bool) -> None:
        """Drift, or stand where the layout belongs."""
        if on != self._is_on:
            self._is_on, self._step = on, 0
            self._stand()

    @Slot()
    def _go_on(self) -> None:
        if self._is_on and self._is_at_rest():
            self._step += 1
            self._stand()

    def _stand(self) -> None:
        self._window.drift_to(QPoint(*place_at(self._step)))
