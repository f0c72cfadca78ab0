"""One holder at a time: the system gives the lock back however the holder ends, so a file left behind blocks nobody.

Who holds it is written into the file, for the second one's words; the lock itself lies beside the text.
"""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

_MOST_BYTES = 100
AN_INSTANT_SECONDS = 0.05

if sys.platform == "win32":
    _FLAGS = os.O_RDWR | os.O_CREAT | os.O_BINARY  # else a line would have one byte more than were written
else:
    _FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW  # nobody else's link leads our pen to another file


class HeldBy(NamedTuple):
    """Another process has it, since a moment in ISO 8601, UTC; pid 0 and no moment where the file does not say."""

    pid: int
    since: str


class NotLockable(NamedTuple):
    """There is no place for a lock; whoever wants it goes on without."""

    why: str


class Held:
    """Ours until `release` or the end of this process; no child inherits it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give it back; the file stays, for removing it would let two processes lock two files of one name."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
        _kind().unlock(descriptor)
        os.close(descriptor)


def take(path: Path) -> Held | HeldBy | NotLockable:
    """Take the lock that this file stands for, or tell at once who has it; its folder is made where it is missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, _FLAGS, 0o644)
    except OSError as error:
        return NotLockable(str(error))
    try:
        is_ours = _kind().try_lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        return NotLockable(str(error))
    if is_ours:
        _write_holder(descriptor)
        return Held(descriptor)
    return _read_holder(descriptor)


def take_at_second_try(path: Path) -> Held | HeldBy | NotLockable:
    """Take it as above, and once more a moment later: `kiosk status` has it for an instant, to see whether it is taken."""
    first = take(path)
    if not isinstance(first, HeldBy):
        return first
    time.sleep(AN_INSTANT_SECONDS)
    return take(path)


def _write_holder(descriptor: int) -> None:
    """Say who we are, if the disk has room for it: a lock that does not say so holds as well."""
    since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    with suppress(OSError):
        written = os.write(descriptor, f"{os.getpid()} {since}\n".encode())
        os.ftruncate(descriptor, written)


def _read_holder(descriptor: int) -> HeldBy:
    try:
        text = os.read(descriptor, _MOST_BYTES).decode("ascii", errors="replace")
    except OSError:
        text = ""
    finally:
        os.close(descriptor)
    match text.partition("\n")[0].split():
        case [pid, since] if pid.isascii() and pid.isdecimal():
            return HeldBy(int(pid), since)
        case _:
            return HeldBy(0, "")


class _Kind(Protocol):
    def try_lock(self, descriptor: int) -> bool: ...
    def unlock(self, descriptor: int) -> None: ...


def _kind() -> _Kind:
    """Choose the file for this operating system."""
    match sys.platform:
        case "win32":
            from kiosk.system import lock_windows  # noqa: PLC0415  # only where it is used

            return lock_windows
        case _:
            from kiosk.system import lock_posix  # noqa: PLC0415  # only where it is used

            return lock_posix
