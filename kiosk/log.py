"""The log of one process: it rotates, a full disk does not hurt it, and no exception goes unrecorded."""

import logging
import sys
import threading
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILES = 5
FILE_BYTES = 2_000_000
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def install(file: Path) -> None:
    """Log everything from now on into this file, uncaught exceptions included."""
    with suppress(OSError):  # a disk that takes no log still lets the kiosk run
        file.parent.mkdir(parents=True, exist_ok=True)
    handler = _PatientHandler(file, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_FORM))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    sys.excepthook = record
    threading.excepthook = _log_thread_exception


class _PatientHandler(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the line when the disk refuses it; the next one opens the file anew."""
        if isinstance(sys.exc_info()[1], OSError):
            with suppress(OSError):
                self.close()
            return
        super().handleError(record)


def record(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an uncaught exception and print it."""
    logging.getLogger("kiosk").critical("uncaught exception", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)


def _log_thread_exception(details: threading.ExceptHookArgs) -> None:
    if details.exc_value is not None:
        record(details.exc_type, details.exc_value, details.exc_traceback)
