import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.system.notices import PAUSE_SECONDS, NoNotices, Notices, SystemNotices, folders_of, notices_of

PATIENCE_SECONDS = 10.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the notices of this system are tested by fakes")


class Told:
    """Counts the calls of `changed`, and can wait for one."""

    def __init__(self) -> None:
        self._calls: queue.SimpleQueue[float] = queue.SimpleQueue()

    def changed(self) -> None:
        self._calls.put(time.monotonic())

    def wait(self) -> float:
        return self._calls.get(timeout=PATIENCE_SECONDS)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def notices(told: Told) -> Iterator[Notices]:
    notices = notices_of(told.changed)
    yield notices
    notices.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "folder" / "contact.toml"
    file.parent.mkdir()
    file.write_text("one")
    return file


def write_in_place(file: Path) -> None:
    with file.open("r+") as stream:
        stream.write("two")


def write_beside_and_rename(file: Path) -> None:
    beside = file.with_suffix(".part")
    beside.write_text("two")
    beside.rename(file)


def rename_away(file: Path) -> None:
    file.rename(file.with_suffix(".bak"))


def make_executable(file: Path) -> None:
    file.chmod(0o755)


@pytest.mark.parametrize("change", [write_in_place, write_beside_and_rename, rename_away, Path.unlink, make_executable])
def test_a_change_is_told(change: Callable[[Path], None], file: Path, notices: Notices, told: Told) -> None:
    notices.follow((str(file),))

    change(file)

    told.wait()


def test_a_file_that_appears_is_told(file: Path, notices: Notices, told: Told) -> None:
    file.unlink()
    notices.follow((str(file),))

    file.touch()

    told.wait()


def test_a_file_stays_followed_after_a_save_by_rename(file: Path, notices: Notices, told: Told) -> None:
    notices.follow((str(file),))
    write_beside_and_rename(file)
    told.wait()

    for _ in range(5):
        write_in_place(file)
        told.wait()


def test_a_folder_that_goes_is_told(file: Path, notices: Notices, told: Told) -> None:
    notices.follow((str(file),))

    file.parent.rename(file.parent.with_name("elsewhere"))

    told.wait()


def test_a_folder_that_was_recreated_is_followed_instead_of_the_former(
    file: Path, notices: Notices, told: Told
) -> None:
    notices.follow((str(file),))
    former = file.parent.rename(file.parent.with_name("elsewhere"))
    told.wait()
    file.parent.mkdir()

    notices.follow((str(file),))
    file.touch()

    told.wait()
    assert file.parent.stat().st_ino in watched_folders()
    assert former.stat().st_ino not in watched_folders()


def test_a_deleted_folder_that_was_recreated_is_followed(file: Path, notices: Notices, told: Told) -> None:
    notices.follow((str(file),))
    shutil.rmtree(file.parent)
    told.wait()
    notices.follow((str(file),))
    file.parent.mkdir()

    notices.follow((str(file),))
    file.touch()

    told.wait()
    assert file.parent.stat().st_ino in watched_folders()


def test_folders_that_are_missing_are_left_out(file: Path, notices: Notices, told: Told) -> None:
    notices.follow((str(file.parent / "missing" / "a"), str(file / "in a file"), str(file)))

    write_in_place(file)

    told.wait()


def test_what_a_symbolic_link_leads_to_is_followed(file: Path, notices: Notices, told: Told, tmp_path: Path) -> None:
    link = tmp_path / "contact.toml"
    link.symlink_to(file)
    notices.follow((str(link),))

    write_in_place(file)

    told.wait()


def test_a_file_that_is_no_longer_asked_for_is_not_followed(file: Path, notices: Notices) -> None:
    notices.follow((str(file),))
    assert file.parent.stat().st_ino in watched_folders()

    notices.follow(())

    assert file.parent.stat().st_ino not in watched_folders()


def test_closing_ends_the_thread_and_gives_the_descriptors_back(file: Path, told: Told) -> None:
    before = open_descriptors()
    notices = notices_of(told.changed)
    notices.follow((str(file),))
    assert "notices" in {thread.name for thread in threading.enumerate()}

    notices.close()

    assert "notices" not in {thread.name for thread in threading.enumerate()}
    assert open_descriptors() == before


def test_closed_notices_can_be_asked_again(file: Path, told: Told) -> None:
    notices = notices_of(told.changed)
    notices.close()

    notices.follow((str(file),))
    notices.close()

    assert file.parent.stat().st_ino not in watched_folders()


@pytest.mark.parametrize("most_descriptors", [pytest.param(3, id="no inotify"), pytest.param(4, id="no eventfd")])
def test_a_system_that_refuses_has_no_notices(most_descriptors: int) -> None:
    script = f"""
import os, resource
from kiosk.system import notices, notices_linux
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, ({most_descriptors}, hard))
print(type(notices.notices_of(print)).__name__)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
print(len(os.listdir("/proc/self/fd")))
"""

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert ended.stdout.split() == ["NoNotices", "4"]  # the fourth descriptor is that of the listing


def test_a_system_without_notices_is_only_polled(file: Path) -> None:
    notices = notices_of(lambda: None, platform="plan9")

    notices.follow((str(file),))
    notices.close()

    assert isinstance(notices, NoNotices)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_system_is_not_mistaken_for_another(platform: str) -> None:
    assert isinstance(notices_of(lambda: None, platform), NoNotices)


class Noisy:
    """A source to which something happens all the time."""

    def __init__(self) -> None:
        self.is_waited_for = threading.Event()
        self.is_released = False

    def follow(self, folders: Mapping[str, frozenset[str] | None]) -> None:
        pass

    def wait(self) -> bool:
        return True

    def wake(self) -> None:
        pass

    def release(self) -> None:
        self.is_released = True


class Silent(Noisy):
    """A source to which nothing happens until it is woken."""

    def __init__(self) -> None:
        super().__init__()
        self._is_woken = threading.Event()

    def wait(self) -> bool:
        self.is_waited_for.set()
        return self._is_woken.wait(PATIENCE_SECONDS)

    def wake(self) -> None:
        self._is_woken.set()


class Ended(Noisy):
    """A source that has no more to tell."""

    def wait(self) -> bool:
        self.is_waited_for.set()
        raise OSError("no more notices")


def test_a_burst_is_told_every_so_often(told: Told) -> None:
    notices = SystemNotices(Noisy(), told.changed)

    moments = [told.wait() for _ in range(6)]
    notices.close()

    assert min(later - earlier for earlier, later in pairwise(moments)) >= PAUSE_SECONDS


@pytest.mark.parametrize("source", [Silent(), Ended()])
def test_a_thread_that_waits_or_has_ended_is_closed(source: Noisy) -> None:
    told: list[str] = []
    notices = SystemNotices(source, lambda: told.append("changed"))
    source.is_waited_for.wait(PATIENCE_SECONDS)

    notices.close()

    assert source.is_released
    assert "notices" not in {thread.name for thread in threading.enumerate()}
    assert told == []


def test_each_folder_is_watched_for_its_files(tmp_path: Path) -> None:
    one, other = str(tmp_path / "a" / "one"), str(tmp_path / "a" / "two")

    assert folders_of((one, other, "three")) == {
        str(tmp_path / "a"): frozenset({"one", "two"}),
        ".": frozenset({"three"}),
    }


def test_all_of_the_folder_of_a_links_target_counts(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)

    assert folders_of((str(link), str(file))) == {str(tmp_path): {"link"}, str(file.parent): None}


def watched_folders() -> set[int]:
    """Give the inode of everything that this process watches by inotify, see proc_pid_fdinfo(5)."""
    lines = [line for entry in Path("/proc/self/fdinfo").iterdir() for line in lines_of(entry)]
    return {int(line.partition(" ino:")[2].split()[0], 16) for line in lines if line.startswith("inotify ")}


def open_descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def lines_of(entry: Path) -> list[str]:
    try:
        return entry.read_text().splitlines()
    except FileNotFoundError:  # the descriptor that lists the folder
        return []
