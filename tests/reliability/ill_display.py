"""The real display, with an illness that a signal brings out: SIGUSR1 blocks its event loop, SIGUSR2 stops its painting.

It is started in the display's place by `run_kiosk.py --ill`.
"""

import signal
import sys
import threading
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.commands.display import display
from kiosk.display.ui.window import KioskWindow

FOR_EVER = threading.Event()


def block(_number: int, _frame: FrameType | None) -> None:
    FOR_EVER.wait()


def stop_painting(_number: int, _frame: FrameType | None) -> None:
    for window in QApplication.topLevelWidgets():
        window.setUpdatesEnabled(False)


class Cover(QWidget):
    """Paints one colour over and over, and lies over whatever is raised after it, such as the sign for staff."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        again = QTimer(self, interval=100)
        again.timeout.connect(self.raise_)
        again.timeout.connect(self.update)
        again.start()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor("black"))


def paint_nothing(_number: int, _frame: FrameType | None) -> None:
    """Cover the screen with one colour."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, KioskWindow):
            Cover(window)


def fall_ill_on_signals() -> None:
    """Let Python look at signals ten times a second, for Qt's event loop does not."""
    signal.signal(signal.SIGUSR1, block)
    signal.signal(signal.SIGUSR2, stop_painting)
    signal.signal(signal.SIGHUP, paint_nothing)
    app = QApplication.instance()
    timer = QTimer(app, interval=100)
    timer.timeout.connect(int)
    timer.start()


if __name__ == "__main__":
    original = KioskWindow.announce_next_paint

    def announce(self: KioskWindow) -> None:
        fall_ill_on_signals()
        original(self)

    KioskWindow.announce_next_paint = announce  # type: ignore[method-assign]  # the one place that every start passes
    sys.exit(display())
