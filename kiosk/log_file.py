"""A file of lines that never harms its writer: it rotates, and what the disk refuses waits in memory.

It knows nothing of what stands in a line. It holds no file open between two lines, so that staff may read, move or
delete the log at any time, on Windows too, and two processes may share it for a while.
"""

import os
import time
from collections import deque
from collections.abc import Callable
from io import FileIO
from pathlib import Path

FILES = 5
FILE_BYTES = 2_000_000
WAITING_LINES = 200
RETRY_SECONDS = 5.0
ROTATE_AGAIN_SECONDS = 60.0


class LogFile:
    """Lines are bytes that end with a newline; `lines_lost` makes the one that tells how many memory did not hold."""

    def __init__(
        self,
        path: Path,
        lines_lost: Callable[[int], bytes],
        *,
        file_bytes: int = FILE_BYTES,
        clock: Callable[[], float] = time.monotonic,
        retry_seconds: float = RETRY_SECONDS,
        rename: Callable[[Path, Path], object] = os.replace,
    ) -> None:
        self._paths = (path, *(path.with_name(f"{path.name}.{number}") for number in range(1, FILES)))
        self._lines_lost = lines_lost
        self._file_bytes = file_bytes
        self._clock = clock
        self._retry_seconds = retry_seconds
        self._rename = rename
        self._waiting: deque[bytes] = deque(maxlen=WAITING_LINES)
        self._lost = 0
        self._next_try = self._next_rotation = float("-inf")

    def append(self, line: bytes) -> None:
        """Write the line, or let it wait behind others; a refusing disk is asked only once in `retry_seconds`."""
        if len(self._waiting) == WAITING_LINES:
            self._lost += 1
        self._waiting.append(line)
        if self._clock() >= self._next_try:
            self.write_waiting()

    def write_waiting(self) -> None:
        """Write what waits, the oldest first, as far as the disk takes it, without regard to the time."""
        try:
            self._write_waiting()
        except OSError:
            self._next_try = self._clock() + self._retry_seconds

    def _write_waiting(self) -> None:
        if self._lost:
            self._write(self._lines_lost(self._lost))
            self._lost = 0
        while self._waiting:
            self._write(self._waiting[0])
            self._waiting.popleft()

    def _write(self, line: bytes) -> None:
        self._make_room(len(line))
        with self._opened() as file:
            rest = b"\n" + line if _ends_torn(file) else line
            while rest:  # a disk that becomes full takes the beginning
                rest = rest[file.write(rest) :]

    def _make_room(self, length: int) -> None:
        """Rotate when it is time; raise OSError when that is refused and the file must not grow any more."""
        size = self._size()
        if size == 0 or size + length <= self._file_bytes or self._has_rotated():
            return
        if size + length > 2 * self._file_bytes:
            raise OSError("the log cannot be rotated")

    def _size(self) -> int:
        try:
            return self._paths[0].stat().st_size
        except FileNotFoundError:
            return 0

    def _has_rotated(self) -> bool:
        """Try at most once in a minute: on Windows, whoever reads the file, such as a virus scanner, locks its name."""
        if self._clock() < self._next_rotation:
            return False
        try:
            self._rotate()
        except OSError:
            self._next_rotation = self._clock() + ROTATE_AGAIN_SECONDS
            return False
        return True

    def _rotate(self) -> None:
        """Shift the files up to the first gap only, or each refused rotation would cost the oldest one."""
        gap = next((number for number, path in enumerate(self._paths) if not path.exists()), FILES - 1)
        for number in range(gap, 0, -1):
            self._rename(self._paths[number - 1], self._paths[number])

    def _opened(self) -> FileIO:
        path = self._paths[0]
        try:
            return path.open("a+b", buffering=0)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            return path.open("a+b", buffering=0)


def _ends_torn(file: FileIO) -> bool:
    """Tell whether a full disk or a power cut has torn the last line."""
    if file.seek(0, os.SEEK_END) == 0:
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"
