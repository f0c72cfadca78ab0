"""The log of one process: one JSON object a line. It does not know how `kiosk.log_file` gets the lines to the disk."""

import json
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from kiosk.log_file import LogFile

LONGEST_FIELD = 16_000
_OWN_KEYS = frozenset({"time", "process", "level", "event"})


def install(file: Path, process: str) -> None:
    """Log everything from now on into this file, uncaught exceptions included; `process` says whose lines they are."""
    root = logging.getLogger()
    root.addHandler(_Handler(file, process))
    root.setLevel(logging.INFO)
    sys.excepthook = record
    threading.excepthook = _record_in_thread


def note(event: str, level: int = logging.INFO, **fields: object) -> None:
    """Log an event, a short phrase in words; a field may hold anything, for what JSON lacks is told by `str`."""
    logging.getLogger("kiosk").log(level, _Event(event, fields))


def record(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an uncaught exception, and print it where there is a standard error: pythonw has none."""
    logging.getLogger("kiosk").critical("uncaught exception", exc_info=(kind, error, trace))
    if sys.stderr is not None:
        sys.__excepthook__(kind, error, trace)


class Fault:
    """Something that may last for days, yet is worth two lines only: where it begins and where it is over."""

    def __init__(self, event: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._event = event
        self._clock = clock
        self._since: float | None = None

    @property
    def is_on(self) -> bool:
        return self._since is not None

    def begin(self, **fields: object) -> None:
        if self._since is None:
            self._since = self._clock()
            note(self._event, logging.WARNING, **fields)

    def end(self, **fields: object) -> None:
        if self._since is not None:
            lasted = round(self._clock() - self._since, 1)
            self._since = None
            note(f"{self._event}: over", logging.INFO, **fields, lasted_seconds=lasted)


class _Event:
    """What `note` was called with, as the message of a LogRecord."""

    def __init__(self, event: str, fields: Mapping[str, object]) -> None:
        self.event = event
        self.fields = fields

    def __str__(self) -> str:
        return self.event


class _Handler(logging.Handler):
    def __init__(self, file: Path, process: str) -> None:
        super().__init__()
        self._process = process
        self._file = LogFile(file, self._lines_lost)

    def emit(self, record: logging.LogRecord) -> None:
        self._file.append(_line(record, self._process))

    def close(self) -> None:
        """Give the disk a last chance to take what waits."""
        self._file.write_waiting()
        super().close()

    def _lines_lost(self, count: int) -> bytes:
        event = _Event("lines were lost", {"count": count})
        return _line(logging.LogRecord("kiosk", logging.WARNING, "", 0, event, None, None), self._process)


def _record_in_thread(details: threading.ExceptHookArgs) -> None:
    if details.exc_value is not None and details.exc_type is not SystemExit:
        record(details.exc_type, details.exc_value, details.exc_traceback)


def _line(record: logging.LogRecord, process: str) -> bytes:
    seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
    entries: dict[str, object] = {
        "time": f"{seconds}.{int(record.msecs):03}Z",
        "process": process,
        "level": record.levelname.lower(),
        "event": _message(record),
    }
    if isinstance(record.msg, _Event):
        entries |= {f"{key}_" if key in _OWN_KEYS else key: value for key, value in record.msg.fields.items()}
    if (raised := record.exc_info) and raised[0] is not None:
        entries["trace"] = _told(lambda: "".join(traceback.format_exception(*raised)).rstrip())
    return f"{{{', '.join(f'{_json(key)}: {_json(value)}' for key, value in entries.items())}}}\n".encode()


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # noqa: BLE001  # whatever a wrong call raises, the line must not be lost
        return _told(lambda: f"{record.msg} {record.args}")


def _told(tell: Callable[[], str]) -> str:
    try:
        return tell()
    except Exception as error:  # noqa: BLE001  # a __str__ may raise anything
        return f"({type(error).__name__} in telling)"


def _json(value: object) -> str:
    """Give the value as printable JSON of bounded length; what JSON does not have, or not so long, becomes its str."""
    with suppress(Exception):  # circles, NaN, keys that are no texts, a __str__ that raises
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)
        if len(text) <= LONGEST_FIELD:
            return _printable(text)
    return _printable(json.dumps(_shortened(_told(lambda: str(value))), ensure_ascii=False))


def _shortened(text: str) -> str:
    half = LONGEST_FIELD // 2
    left_out = len(text) - 2 * half
    return text if left_out <= 0 else f"{text[:half]} ({left_out} characters left out) {text[-half:]}"


def _printable(text: str) -> str:
    """Escape what could end, hide or turn the line for some reader, and replace halves of characters."""
    whole = text.encode("utf-8", "replace").decode()
    if whole.isprintable():
        return whole
    return "".join(one if one.isprintable() else json.dumps(one)[1:-1] for one in whole)
