import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.system.lock_windows import LK_NBLCK, LK_UNLCK, PLACE, try_lock, unlock


class Locking:
    """Keeps what msvcrt.locking() was called for and where the descriptor stood."""

    def __init__(self, error: OSError | None = None) -> None:
        self.calls: list[tuple[int, int, int]] = []
        self._error = error

    def __call__(self, descriptor: int, mode: int, count: int) -> None:
        self.calls.append((os.lseek(descriptor, 0, os.SEEK_CUR), mode, count))
        if self._error is not None:
            raise self._error


@pytest.fixture
def descriptor(tmp_path: Path) -> Iterator[int]:
    descriptor = os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    os.write(descriptor, b"4711 now")
    yield descriptor
    os.close(descriptor)


def test_a_byte_beyond_the_text_is_locked_and_unlocked(descriptor: int) -> None:
    locking = Locking()

    assert try_lock(descriptor, locking)
    unlock(descriptor, locking)

    assert locking.calls == [(PLACE, LK_NBLCK, 1), (PLACE, LK_UNLCK, 1)]


@pytest.mark.parametrize("error", [None, PermissionError(errno.EACCES, "taken")])
def test_the_descriptor_is_left_at_the_text(descriptor: int, error: OSError | None) -> None:
    try_lock(descriptor, Locking(error))

    assert os.read(descriptor, 100) == b"4711 now"


def test_a_byte_that_another_has_locked_is_not_ours(descriptor: int) -> None:
    assert not try_lock(descriptor, Locking(PermissionError(errno.EACCES, "taken")))


def test_a_file_system_without_locks_is_told(descriptor: int) -> None:
    with pytest.raises(OSError, match="no locks"):
        try_lock(descriptor, Locking(OSError(errno.EINVAL, "no locks")))
