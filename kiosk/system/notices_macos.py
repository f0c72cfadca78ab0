"""macOS tells by kqueue(2): a folder when a name in it comes or goes, a file when it is written to in place.

Constants are those of <sys/event.h> and <fcntl.h>, so that this file can be read and tested on every system.
"""

import os
import select
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Protocol

O_EVTONLY = 0x8000
"""A descriptor for notices alone: it keeps no volume from being unmounted."""

EVFILT_READ, EVFILT_VNODE = -1, -4
EV_ADD, EV_CLEAR = 0x1, 0x20
NOTE_DELETE, NOTE_WRITE, NOTE_EXTEND, NOTE_ATTRIB, NOTE_LINK, NOTE_RENAME, NOTE_REVOKE = 1, 2, 4, 8, 16, 32, 64

_CHANGES = NOTE_DELETE | NOTE_WRITE | NOTE_EXTEND | NOTE_ATTRIB | NOTE_LINK | NOTE_RENAME | NOTE_REVOKE
_MOST_EVENTS = 64


class Queue(Protocol):
    """A kqueue, which one thread may add to while another waits."""

    def add(self, descriptor: int, of_filter: int, flags: int, changes: int) -> None:
        """Queue what happens to the descriptor until it is closed; raise OSError where that is impossible."""

    def wait(self) -> list[int]:
        """Block until something happens, give the descriptors it happened to."""

    def close(self) -> None: ...


class KqueueSource:
    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self._opened: list[int] = []
        self._is_released = False
        self._woken, self._waker = os.pipe()
        queue.add(self._woken, EVFILT_READ, EV_ADD, 0)

    def follow(self, folders: Mapping[str, frozenset[str] | None]) -> None:
        if self._is_released:
            return
        former, self._opened = self._opened, []
        for path in _paths_of(folders):
            with suppress(OSError):
                self._add(path)
        _close(former)

    def wait(self) -> bool:
        return any(descriptor != self._woken for descriptor in self._queue.wait())

    def wake(self) -> None:
        os.write(self._waker, b"\0")

    def release(self) -> None:
        self._is_released = True
        self._queue.close()
        _close([*self._opened, self._woken, self._waker])
        self._opened = []

    def _add(self, path: str) -> None:
        descriptor = os.open(path, O_EVTONLY)
        self._opened.append(descriptor)
        self._queue.add(descriptor, EVFILT_VNODE, EV_ADD | EV_CLEAR, _CHANGES)


def open_source() -> KqueueSource:
    """Raise OSError where the system refuses, or is another."""
    if sys.platform == "darwin":
        return KqueueSource(_Kqueue())
    raise OSError("kqueue is of macOS")


def _paths_of(folders: Mapping[str, frozenset[str] | None]) -> Iterator[str]:
    """Give the folders and the files that count in them; a symbolic link is opened as the file it leads to."""
    for folder, names in folders.items():
        yield folder
        yield from (os.path.join(folder, name) for name in names or ())  # noqa: PTH118  # strings from end to end


def _close(descriptors: list[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


if sys.platform == "darwin":

    class _Kqueue:
        def __init__(self) -> None:
            self._kqueue = select.kqueue()

        def add(self, descriptor: int, of_filter: int, flags: int, changes: int) -> None:
            self._kqueue.control([select.kevent(descriptor, of_filter, flags, changes)], 0, 0)

        def wait(self) -> list[int]:
            return [event.ident for event in self._kqueue.control(None, _MOST_EVENTS)]

        def close(self) -> None:
            self._kqueue.close()
