"""Linux tells by inotify(7), which Python lacks: three functions of the C library and the format of one structure.

The figures are those of <sys/inotify.h>. Folders are watched and not files, because the watch of a file stays with what
was replaced by a rename.
"""

import ctypes
import os
import select
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeAlias, cast

IN_MODIFY, IN_ATTRIB, IN_CLOSE_WRITE = 0x2, 0x4, 0x8
IN_MOVED_FROM, IN_MOVED_TO, IN_CREATE, IN_DELETE = 0x40, 0x80, 0x100, 0x200
IN_DELETE_SELF, IN_MOVE_SELF, IN_Q_OVERFLOW = 0x400, 0x800, 0x4000
IN_ONLYDIR, IN_CLOEXEC = 0x1000000, 0x80000

_OF_FILES = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
_MASK = _OF_FILES | IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR
_EVENT = struct.Struct("iIII")
"""`struct inotify_event`: the watch, the mask, a cookie, the length of the name that follows, filled up with zeros."""

Poll: TypeAlias = Callable[[], list[tuple[int, int]]]
"""Blocks until one of the two descriptors can be read; gives those that can, each with what poll(2) says of it."""

_READ_BYTES = 65536
_NOBODY = -1


class Libc(Protocol):
    """What is called of the C library; -1 stands for a refusal, whose reason is in errno."""

    def inotify_init1(self, flags: int, /) -> int: ...
    def inotify_add_watch(self, inotify: int, path: bytes, mask: int, /) -> int: ...
    def inotify_rm_watch(self, inotify: int, watch: int, /) -> int: ...


class InotifySource:
    """The thread that waits sleeps in poll(2): it costs nothing while nothing happens in the folders."""

    def __init__(self, libc: Libc, inotify: int, woken: int, poll: Poll) -> None:
        self._libc = libc
        self._inotify = inotify
        self._woken = woken
        self._poll = poll
        self._lock = threading.Lock()
        self._names: dict[int, frozenset[str] | None] = {}

    def follow(self, folders: Mapping[str, frozenset[str] | None]) -> None:
        with self._lock:
            former, self._names = self._names, {}
            for folder, names in folders.items():
                self._add(folder, names)
            for stale in former.keys() - self._names.keys():
                self._libc.inotify_rm_watch(self._inotify, stale)

    def wait(self) -> bool:
        ready = {descriptor for descriptor, _ in self._poll()}
        if self._inotify not in ready:
            return False
        events = os.read(self._inotify, _READ_BYTES)
        with self._lock:
            return any(self._counts(watch, mask, name) for watch, mask, name in events_in(events))

    def wake(self) -> None:
        if sys.platform == "linux":
            os.eventfd_write(self._woken, 1)

    def release(self) -> None:
        with self._lock:
            os.close(self._inotify)
            os.close(self._woken)
            self._inotify = _NOBODY
            self._names = {}

    def _add(self, folder: str, names: frozenset[str] | None) -> None:
        """Watch the folder, or leave it out; a folder that is watched already keeps its watch and its events."""
        watch = self._libc.inotify_add_watch(self._inotify, os.fsencode(folder), _MASK)
        if watch < 0:
            return
        others = self._names.get(watch, frozenset())  # the same folder by another path
        self._names[watch] = None if names is None or others is None else names | others

    def _counts(self, watch: int, mask: int, name: str) -> bool:
        """Tell whether the event is of a followed file, of a folder itself, or stands for events that were lost."""
        if mask & IN_Q_OVERFLOW:
            return True
        names = self._names.get(watch, frozenset())
        return watch in self._names and (not name or names is None or name in names)


def open_source(libc: Libc | None = None) -> InotifySource:
    """Raise OSError where the system has no more instances to give (EMFILE), or is another."""
    if sys.platform == "linux":
        system = libc or cast("Libc", ctypes.CDLL(None, use_errno=True))
        inotify = _new_instance(system)
        try:
            woken = os.eventfd(0, os.EFD_CLOEXEC)
        except OSError:
            os.close(inotify)
            raise
        poll = select.poll()
        for descriptor in (inotify, woken):
            poll.register(descriptor, select.POLLIN)
        return InotifySource(system, inotify, woken, poll.poll)
    raise OSError("inotify is of Linux")


def events_in(read: bytes) -> Iterator[tuple[int, int, str]]:
    """Give the watch, the mask and the name of each event; the name is empty where it is of the folder itself."""
    offset = 0
    while offset < len(read):
        watch, mask, _, length = _EVENT.unpack_from(read, offset)
        offset += _EVENT.size
        yield watch, mask, os.fsdecode(read[offset : offset + length].rstrip(b"\0"))
        offset += length


def _new_instance(libc: Libc) -> int:
    inotify = libc.inotify_init1(IN_CLOEXEC)
    if inotify < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return inotify
