"""What comes from a server, byte by byte: in time, and never more than there is room for."""

import io
import socket

from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.outcome import NotFetched, StoppedError


class Stream(io.RawIOBase):
    """A socket to read from; every wait is shortened to what is left of the visit's time."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._connection = connection
        self._file = connection.makefile("rb", buffering=0)
        self._deadline = deadline
        self._room = 0
        self._when_full = NotFetched("broken", "", "")

    def expect(self, most_bytes: int, when_full: NotFetched) -> None:
        """Allow so many bytes from now on; one more ends the visit."""
        self._room = most_bytes
        self._when_full = when_full

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]") -> int | None:  # type: ignore[override]  # BufferedReader gives no other
        self._connection.settimeout(self._deadline.left())
        came = self._file.readinto(buffer)
        self._room -= came or 0
        if self._room < 0:
            raise StoppedError(self._when_full)
        return came

    def close(self) -> None:
        self._file.close()
        super().close()
