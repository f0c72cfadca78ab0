import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.system.notices_macos import EVFILT_VNODE, KqueueSource

REFUSED = "refused"


class Queue:
    """Keeps what was added, by the inode of the file; `happened` is what `wait` gives next."""

    def __init__(self) -> None:
        self.added: dict[int, int] = {}
        self.happened: list[int] = []
        self.is_closed = False

    def add(self, descriptor: int, of_filter: int, flags: int, changes: int) -> None:
        if of_filter == EVFILT_VNODE:
            assert (flags, changes) == (0x21, 0x7F)
            if os.path.lexists(f"/proc/self/fd/{descriptor}") and REFUSED in os.readlink(f"/proc/self/fd/{descriptor}"):  # noqa: PTH115  # no path is made of it
                raise OSError("a file system without notices")
        self.added[descriptor] = os.fstat(descriptor).st_ino

    def wait(self) -> list[int]:
        return self.happened

    def close(self) -> None:
        self.is_closed = True

    def watched(self) -> set[int]:
        """Give the inodes of what is open still, as closing a descriptor takes it out of the queue."""
        return {inode for descriptor, inode in self.added.items() if inode_of(descriptor) == inode}


def inode_of(descriptor: int) -> int | None:
    try:
        return os.fstat(descriptor).st_ino
    except OSError:
        return None


@pytest.fixture
def queue() -> Queue:
    return Queue()


@pytest.fixture
def source(queue: Queue) -> Iterator[KqueueSource]:
    source = KqueueSource(queue)
    yield source
    if not queue.is_closed:
        source.release()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "contact.toml"
    file.touch()
    return file


def test_the_folder_and_the_file_are_watched(source: KqueueSource, queue: Queue, file: Path) -> None:
    source.follow({str(file.parent): frozenset({file.name})})

    assert {file.stat().st_ino, file.parent.stat().st_ino} <= queue.watched()


def test_the_folder_alone_is_watched_where_no_names_are_given(source: KqueueSource, queue: Queue, file: Path) -> None:
    source.follow({str(file.parent): None})

    assert file.parent.stat().st_ino in queue.watched()
    assert file.stat().st_ino not in queue.watched()


def test_what_is_missing_is_left_out(source: KqueueSource, queue: Queue, file: Path) -> None:
    source.follow({str(file / "in a file"): None, str(file.parent): frozenset({"missing", file.name})})

    assert {file.stat().st_ino, file.parent.stat().st_ino} <= queue.watched()


def test_a_file_that_was_replaced_is_watched_instead_of_the_former(
    source: KqueueSource, queue: Queue, file: Path
) -> None:
    source.follow({str(file.parent): frozenset({file.name})})
    former = file.rename(file.with_suffix(".bak")).stat().st_ino
    file.touch()

    source.follow({str(file.parent): frozenset({file.name})})

    assert file.stat().st_ino in queue.watched()
    assert former not in queue.watched()


def test_what_happens_to_a_file_counts(source: KqueueSource, queue: Queue, file: Path) -> None:
    source.follow({str(file.parent): frozenset({file.name})})

    queue.happened = list(queue.added)

    assert source.wait()


def test_waking_does_not_count(source: KqueueSource, queue: Queue) -> None:
    source.wake()

    queue.happened = list(queue.added)  # the reading end of the pipe alone

    assert not source.wait()


def test_a_file_system_without_notices_is_left_out(source: KqueueSource, queue: Queue, tmp_path: Path) -> None:
    (tmp_path / REFUSED).touch()

    source.follow({str(tmp_path): frozenset({REFUSED})})

    assert tmp_path.stat().st_ino in queue.watched()


def test_everything_is_given_back(source: KqueueSource, queue: Queue, file: Path) -> None:
    source.follow({str(file.parent): frozenset({file.name})})

    source.release()
    source.follow({str(file.parent): frozenset({file.name})})

    assert queue.is_closed
    assert queue.watched() == set()
