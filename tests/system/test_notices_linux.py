import ctypes
import errno
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.system.notices_linux import IN_MODIFY, IN_MOVE_SELF, InotifySource, events_in, open_source

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is of Linux")


@pytest.fixture
def source() -> Iterator[InotifySource]:
    source = open_source()
    yield source
    source.release()


def test_a_followed_file_counts(source: InotifySource, tmp_path: Path) -> None:
    source.follow({str(tmp_path): frozenset({"contact.toml"})})

    (tmp_path / "contact.toml").touch()

    assert source.wait()


def test_a_neighbour_file_does_not_count(source: InotifySource, tmp_path: Path) -> None:
    source.follow({str(tmp_path): frozenset({"contact.toml"})})

    (tmp_path / "contact.toml~").write_text("a neighbour")

    assert not source.wait()


def test_every_file_counts_where_no_names_are_given(source: InotifySource, tmp_path: Path) -> None:
    source.follow({str(tmp_path): None})

    (tmp_path / "any").touch()

    assert source.wait()


def test_a_folder_by_two_paths_counts_for_both(source: InotifySource, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    source.follow({str(tmp_path / "real"): frozenset({"one"}), str(tmp_path / "link"): frozenset({"two"})})

    (tmp_path / "real" / "one").touch()
    assert source.wait()
    (tmp_path / "real" / "two").touch()
    assert source.wait()


def test_following_the_same_again_loses_nothing(source: InotifySource, tmp_path: Path) -> None:
    source.follow({str(tmp_path): frozenset({"one"})})
    (tmp_path / "one").touch()

    source.follow({str(tmp_path): frozenset({"one"})})

    assert source.wait()


def test_leaving_a_folder_does_not_count(source: InotifySource, tmp_path: Path) -> None:
    source.follow({str(tmp_path): frozenset({"one"})})

    source.follow({})  # the system answers with IN_IGNORED

    assert not source.wait()


class FullLibc:
    """The C library of a system that has no more instances, or no more watches, to give."""

    def __init__(self, instance: int) -> None:
        self._instance = instance

    def inotify_init1(self, _flags: int, /) -> int:
        ctypes.set_errno(errno.EMFILE)
        return self._instance

    def inotify_add_watch(self, _inotify: int, _path: bytes, _mask: int, /) -> int:
        ctypes.set_errno(errno.ENOSPC)
        return -1

    def inotify_rm_watch(self, _inotify: int, watch: int, /) -> int:
        raise AssertionError(f"watch {watch} is not ours")


def test_a_system_without_more_instances_refuses() -> None:
    with pytest.raises(OSError, match="Too many open files"):
        open_source(FullLibc(-1))


def test_a_system_without_more_watches_leaves_the_folder_out(tmp_path: Path) -> None:
    source = open_source(FullLibc(os.open(os.devnull, os.O_RDONLY)))

    source.follow({str(tmp_path): None})
    source.follow({})

    source.release()


def test_waking_does_not_count(source: InotifySource) -> None:
    source.wake()

    assert not source.wait()


def test_several_events_are_read_at_once() -> None:
    named = struct.pack("iIII", 1, IN_MODIFY, 0, 16) + "grüße".encode().ljust(16, b"\0")
    nameless = struct.pack("iIII", 2, IN_MOVE_SELF, 0, 0)

    assert list(events_in(named + nameless + named)) == [
        (1, IN_MODIFY, "grüße"),
        (2, IN_MOVE_SELF, ""),
        (1, IN_MODIFY, "grüße"),
    ]


def test_more_events_than_the_queue_holds_count(source: InotifySource, tmp_path: Path) -> None:
    most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    source.follow({str(tmp_path): frozenset({"contact.toml"})})

    for _ in range(most // 3 + 1):  # made, closed, deleted
        (tmp_path / "neighbour").touch()
        (tmp_path / "neighbour").unlink()

    assert any(source.wait() for _ in range(most))
