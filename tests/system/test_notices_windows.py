import ctypes
from ctypes import c_int, c_uint32, c_void_p, c_wchar_p

import pytest

from kiosk.system.notices_windows import MOST_FOLDERS, ChangeNotifications

WAIT_FAILED = -1
EVENT = 1


class Kernel32:
    """As much of kernel32 as a folder watched needs; `signalled` are the handles that something happened to."""

    def __init__(self) -> None:
        self.folders: dict[int, str] = {}
        self.missing: set[str] = set()
        self.signalled: set[int] = set()
        self.deleted: set[int] = set()
        self.has_event = True
        self._last = EVENT

    def CreateEventW(self, _security: c_void_p, manual: c_int, signalled: c_int, _name: c_void_p, /) -> int:
        assert (manual.value, signalled.value) == (0, 0)
        return EVENT if self.has_event else 0

    def SetEvent(self, event: c_void_p, /) -> int:
        self.signalled.add(event.value or 0)
        return 1

    def FindFirstChangeNotificationW(self, folder: c_wchar_p, subtree: c_int, which: c_uint32, /) -> int:
        assert (subtree.value, which.value) == (0, 0x5F)
        if (folder.value or "") in self.missing:
            return -1
        self._last += 1
        self.folders[self._last] = folder.value or ""
        return self._last

    def FindNextChangeNotification(self, change: c_void_p, /) -> int:
        self.signalled.discard(change.value or 0)
        return int(change.value not in self.deleted)

    def FindCloseChangeNotification(self, change: c_void_p, /) -> int:
        del self.folders[change.value or 0]
        return 1

    def WaitForMultipleObjects(
        self, count: c_uint32, handles: ctypes.Array[c_void_p], wait_for_all: c_int, milliseconds: c_uint32, /
    ) -> int:
        assert (wait_for_all.value, milliseconds.value) == (0, 0xFFFFFFFF)
        waited_for = [int(handle or 0) for handle in handles]
        assert len(waited_for) == count.value
        if not set(waited_for) <= {EVENT, *self.folders}:
            return WAIT_FAILED
        first = min(waited_for.index(handle) for handle in self.signalled & set(waited_for))
        self.signalled.discard(EVENT)  # it resets itself
        return first

    def CloseHandle(self, handle: c_void_p, /) -> int:
        assert handle.value == EVENT
        self.has_event = False
        return 1

    def touch(self, folder: str) -> None:
        self.signalled |= {handle for handle, name in self.folders.items() if name == folder}


@pytest.fixture
def kernel32() -> Kernel32:
    return Kernel32()


@pytest.fixture
def source(kernel32: Kernel32) -> ChangeNotifications:
    return ChangeNotifications(kernel32)


def follow(source: ChangeNotifications, *folders: str) -> None:
    source.follow(dict.fromkeys(folders))


def test_a_change_in_each_folder_counts(source: ChangeNotifications, kernel32: Kernel32) -> None:
    follow(source, "a", "b")
    assert not source.wait()

    kernel32.touch("a")
    assert source.wait()
    kernel32.touch("b")
    assert source.wait()


def test_waking_does_not_count(source: ChangeNotifications) -> None:
    source.wake()

    assert not source.wait()


def test_the_folders_asked_for_last_are_watched_and_no_others(source: ChangeNotifications, kernel32: Kernel32) -> None:
    follow(source, "a")
    source.wait()

    follow(source, "b")
    follow(source, "c", "d")
    source.wait()

    assert sorted(kernel32.folders.values()) == ["c", "d"]


def test_a_handle_is_never_closed_while_the_thread_may_wait_for_it(
    source: ChangeNotifications, kernel32: Kernel32
) -> None:
    follow(source, "a")
    source.wait()

    follow(source, "b")

    assert sorted(kernel32.folders.values()) == ["a", "b"]


def test_the_same_folder_is_opened_anew(source: ChangeNotifications, kernel32: Kernel32) -> None:
    follow(source, "a")
    source.wait()
    former = set(kernel32.folders)

    follow(source, "a")
    source.wait()

    assert not former & set(kernel32.folders)


def test_a_folder_that_is_missing_is_left_out(source: ChangeNotifications, kernel32: Kernel32) -> None:
    kernel32.missing = {"a"}

    follow(source, "a", "b")
    source.wait()
    kernel32.touch("b")

    assert source.wait()


def test_a_folder_that_was_deleted_counts_once(source: ChangeNotifications, kernel32: Kernel32) -> None:
    follow(source, "a")
    source.wait()
    kernel32.deleted = set(kernel32.folders)
    kernel32.touch("a")

    assert source.wait()
    source.wake()

    assert not source.wait()
    assert kernel32.folders == {}


def test_no_more_folders_are_watched_than_windows_can_wait_for(source: ChangeNotifications, kernel32: Kernel32) -> None:
    follow(source, *(str(number) for number in range(100)))

    assert len(kernel32.folders) == MOST_FOLDERS


def test_a_system_that_cannot_wait_ends_the_notices(source: ChangeNotifications, kernel32: Kernel32) -> None:
    follow(source, "a")
    source.wait()
    kernel32.folders.clear()

    with pytest.raises(OSError, match="refused"):
        source.wait()


def test_everything_is_given_back(source: ChangeNotifications, kernel32: Kernel32) -> None:
    follow(source, "a")
    source.wait()
    follow(source, "b")

    source.release()
    follow(source, "c")

    assert kernel32.folders == {}
    assert not kernel32.has_event


def test_a_system_without_room_for_an_event_refuses(kernel32: Kernel32) -> None:
    kernel32.has_event = False

    with pytest.raises(OSError, match="refused"):
        ChangeNotifications(kernel32)
