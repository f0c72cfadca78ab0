"""The real display, which writes down after each frame that was asked for how many objects and threads it has.

python tests/reliability/counted_display.py FILE
"""

import gc
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kiosk.commands.display import display
from kiosk.display.ui.window import KioskWindow

COUNTS = Path(sys.argv[1]).open("a", encoding="utf-8")  # noqa: SIM115  # it lives as long as the process


def count(window: KioskWindow) -> None:
    gc.collect()
    app = QApplication.instance()
    roots: list[QObject] = [window, *([app] if app else [])]
    objects = sum(1 + len(root.findChildren(QObject)) for root in roots)
    COUNTS.write(f"{objects} {len(QApplication.topLevelWidgets())} {threading.active_count()}\n")
    COUNTS.flush()


class Counter(QObject):
    def __init__(self, window: KioskWindow) -> None:
        super().__init__(window)
        window.painted.connect(self._count)
        self._window = window

    def _count(self) -> None:
        count(self._window)


if __name__ == "__main__":
    original = KioskWindow.__init__

    def counted(self: KioskWindow, *, may_close: bool = True) -> None:
        original(self, may_close=may_close)
        Counter(self)

    KioskWindow.__init__ = counted  # type: ignore[method-assign]  # the one way to look into a process from outside
    sys.exit(display())
