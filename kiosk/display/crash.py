"""What becomes of a bug in the display: its traceback goes to the log and the process ends, to be started again."""

import os
import sys
import threading
from pathlib import Path
from types import TracebackType

FAILED = 70
"""A bug: BSD's EX_SOFTWARE. Qt itself ends with 1 when its X server is gone, which is no edition's fault."""


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
        threading.excepthook = self._end_at_once
        self._is_open = True
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from kiosk.log import record  # noqa: PLC0415  # as above

        self.open_log()
        record(kind, error, trace)
        os._exit(FAILED)

    @staticmethod
    def _end_at_once(details: threading.ExceptHookArgs) -> None:
        """End the process for a bug in one of its threads: without them it would be deaf."""
        from kiosk.log import record  # noqa: PLC0415  # as above

        if details.exc_value is not None:
            record(details.exc_type, details.exc_value, details.exc_traceback)
            os._exit(FAILED)
