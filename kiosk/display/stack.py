"""Where the display stands when it hangs or crashes, written down by Python's fault handler even while nothing else runs.

The handler's own thread waits for a time that every few heartbeats put off; the supervisor reads the file afterwards.
"""

import faulthandler
import os
from contextlib import suppress
from pathlib import Path
from typing import TextIO

HANGS_AFTER_SECONDS = 12.0
"""Before the supervisor's patience ends."""

PUT_OFF_EVERY_BEATS = 5


class StackFile:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None
        self._beats = 0

    def open(self) -> None:
        """Write into the file from now on; a disk that takes none is no reason to fail."""
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
            self._put_off()

    def hear_beat(self) -> None:
        self._beats += 1
        if self._beats % PUT_OFF_EVERY_BEATS == 0:
            self._put_off()

    def close(self) -> None:
        """Leave no file behind: nothing has happened."""
        if self._file is None:
            return
        faulthandler.cancel_dump_traceback_later()
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _forget(self) -> None:
        """Drop what was written down while the whole computer slept: the loop runs."""
        if self._file is not None and os.fstat(self._file.fileno()).st_size:
            with suppress(OSError):
                self._file.seek(0)
                self._file.truncate()

    def _put_off(self) -> None:
        if self._file is not None:
            faulthandler.cancel_dump_traceback_later()  # waits for a handler that is still writing
            self._forget()
            faulthandler.dump_traceback_later(HANGS_AFTER_SECONDS, file=self._file)
