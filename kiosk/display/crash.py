"""What becomes of a bug in the display: its traceback goes to the log and the process ends, to be started again."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

FAILED = 1


class CrashReport:
    """An excepthook; PySide6 calls it for what a slot or a paint raised, and would go on."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._is_open = False

    def open_log(self) -> None:
        """Log from now on; the first frame does without these 15 ms."""
        if self._is_open:
            return
        from kiosk.log import install  # noqa: PLC0415  # see above

        install(self._log, "display")
        self._is_open = True
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from kiosk.log import record  # noqa: PLC0415  # as above

        self.open_log()
        record(kind, error, trace)
        QCoreApplication.exit(FAILED)
