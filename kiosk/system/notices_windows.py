"""Windows tells by change notifications, one handle a folder; which file it was they do not say, so any counts.

The functions and constants are those of MSDN's "Obtaining Directory Change Notifications".
"""

import ctypes
import sys
import threading
from collections.abc import Mapping
from ctypes import c_int, c_uint32, c_void_p, c_wchar_p
from itertools import islice
from typing import Protocol, cast

FILE_NOTIFY_CHANGE_FILE_NAME, FILE_NOTIFY_CHANGE_DIR_NAME = 0x1, 0x2
FILE_NOTIFY_CHANGE_ATTRIBUTES, FILE_NOTIFY_CHANGE_SIZE = 0x4, 0x8
FILE_NOTIFY_CHANGE_LAST_WRITE, FILE_NOTIFY_CHANGE_CREATION = 0x10, 0x40

MOST_FOLDERS = 63
"""WaitForMultipleObjects takes MAXIMUM_WAIT_OBJECTS, 64, and one of them is the event that wakes the thread."""

_NAMES = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME | FILE_NOTIFY_CHANGE_CREATION
_CONTENT = FILE_NOTIFY_CHANGE_ATTRIBUTES | FILE_NOTIFY_CHANGE_SIZE | FILE_NOTIFY_CHANGE_LAST_WRITE
_FILTER = _NAMES | _CONTENT
_INVALID_HANDLE_VALUE = -1
_INFINITE = 0xFFFFFFFF
_NO, _NULL = c_int(0), c_void_p(None)


class Kernel32(Protocol):
    """What is called of kernel32.dll.

    Results are C ints as ctypes gives them by default. For handles that is right on 64-bit Windows, too: only their
    lower 32 bits count, and they are widened by their sign (MSDN, "Interprocess Communication").
    """

    def CreateEventW(self, security: c_void_p, manual: c_int, signalled: c_int, name: c_void_p, /) -> int: ...
    def SetEvent(self, event: c_void_p, /) -> int: ...
    def FindFirstChangeNotificationW(self, folder: c_wchar_p, subtree: c_int, which: c_uint32, /) -> int: ...
    def FindNextChangeNotification(self, change: c_void_p, /) -> int: ...
    def FindCloseChangeNotification(self, change: c_void_p, /) -> int: ...
    def WaitForMultipleObjects(
        self, count: c_uint32, handles: ctypes.Array[c_void_p], wait_for_all: c_int, milliseconds: c_uint32, /
    ) -> int: ...
    def CloseHandle(self, handle: c_void_p, /) -> int: ...


class ChangeNotifications:
    """`follow` opens handles and hands them over; only the thread that waits closes what it may be waiting for."""

    def __init__(self, kernel32: Kernel32) -> None:
        self._kernel32 = kernel32
        self._event = kernel32.CreateEventW(_NULL, _NO, _NO, _NULL)
        if not self._event:
            raise OSError("CreateEventW refused")
        self._lock = threading.Lock()
        self._handed_over: list[int] | None = None
        self._waited_for: list[int] = []

    def follow(self, folders: Mapping[str, frozenset[str] | None]) -> None:
        with self._lock:
            if not self._event:
                return
            handles = [self._first(folder) for folder in islice(folders, MOST_FOLDERS)]
            self._close(self._handed_over or [])
            self._handed_over = [handle for handle in handles if handle != _INVALID_HANDLE_VALUE]
            self.wake()

    def wait(self) -> bool:
        handles = (c_void_p * (len(self._waited_for) + 1))(self._event, *self._waited_for)
        signalled = self._kernel32.WaitForMultipleObjects(c_uint32(len(handles)), handles, _NO, c_uint32(_INFINITE))
        if not 0 <= signalled < len(handles):
            raise OSError("WaitForMultipleObjects refused")
        if signalled == 0:
            self._take_over()
            return False
        self._wait_again(self._waited_for[signalled - 1])
        return True

    def wake(self) -> None:
        self._kernel32.SetEvent(c_void_p(self._event))

    def release(self) -> None:
        with self._lock:
            self._close([*self._waited_for, *(self._handed_over or [])])
            self._waited_for, self._handed_over = [], None
            self._kernel32.CloseHandle(c_void_p(self._event))
            self._event = 0

    def _first(self, folder: str) -> int:
        return self._kernel32.FindFirstChangeNotificationW(c_wchar_p(folder), _NO, c_uint32(_FILTER))

    def _take_over(self) -> None:
        with self._lock:
            if self._handed_over is not None:
                self._close(self._waited_for)
                self._waited_for, self._handed_over = self._handed_over, None

    def _wait_again(self, handle: int) -> None:
        """Ask for the next change; the handle of a folder that was deleted refuses and would be signalled for ever."""
        if not self._kernel32.FindNextChangeNotification(c_void_p(handle)):
            self._waited_for.remove(handle)
            self._close([handle])

    def _close(self, handles: list[int]) -> None:
        for handle in handles:
            self._kernel32.FindCloseChangeNotification(c_void_p(handle))


def open_source() -> ChangeNotifications:
    """Raise OSError where the system refuses, or is another."""
    if sys.platform == "win32":
        return ChangeNotifications(cast("Kernel32", ctypes.WinDLL("kernel32")))
    raise OSError("kernel32 is of Windows")
