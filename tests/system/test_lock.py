import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.system.lock import AN_INSTANT_SECONDS, Held, HeldBy, NotLockable, take, take_at_second_try

TAKE = """
import subprocess, sys
from pathlib import Path
from kiosk.system.lock import take
taken = take(Path(sys.argv[1]))
"""
TELL_AND_STAY = """
print(type(taken).__name__, flush=True)
sys.stdin.read()
"""
TAKE_AND_STAY = TAKE + TELL_AND_STAY
START_A_CHILD = """
subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], close_fds=False)
"""
TAKE_AND_LEAVE_A_CHILD = TAKE + START_A_CHILD + TELL_AND_STAY

Process = subprocess.Popen[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "lock"


@contextmanager
def running(script: str, path: Path) -> Iterator[Process]:
    """Run it; what it started ends with it, as its standard input is closed."""
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def said_by(process: Process) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def kill(process: Process) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=60)


def test_the_second_is_told_who_has_it(path: Path) -> None:
    with running(TAKE_AND_STAY, path) as holder:
        assert said_by(holder) == "Held"

        second = take(path)

        assert isinstance(second, HeldBy)
        assert second.pid == holder.pid
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", second.since)


def test_a_lock_that_was_given_back_can_be_taken(path: Path) -> None:
    first = take(path)
    assert isinstance(first, Held)
    assert isinstance(take(path), HeldBy)

    first.release()
    first.release()

    assert isinstance(take(path), Held)


def test_a_lock_that_was_given_back_names_nobody(path: Path) -> None:
    first = take(path)
    assert isinstance(first, Held)

    first.release()

    assert path.read_text() == ""


def test_a_holder_that_was_killed_blocks_nobody(path: Path) -> None:
    with running(TAKE_AND_STAY, path) as holder:
        assert said_by(holder) == "Held"
        kill(holder)

        assert isinstance(take(path), Held)


def test_a_child_that_outlives_the_holder_does_not_keep_the_lock(path: Path) -> None:
    with running(TAKE_AND_LEAVE_A_CHILD, path) as holder:
        assert said_by(holder) == "Held"
        kill(holder)

        assert isinstance(take(path), Held)


@pytest.mark.parametrize("left_behind", [b"", b"\xff\0 gar\nbage" * 1000, b"1 2026-01-01T00:00:00Z\n"])
def test_a_file_left_behind_blocks_nobody(path: Path, left_behind: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(left_behind)

    first, second = take(path), take(path)

    assert isinstance(first, Held)
    assert isinstance(second, HeldBy)
    assert second.pid == os.getpid()
    assert path.read_text() == f"{second.pid} {second.since}\n"


@pytest.mark.parametrize("text", [b"", b"\xff\0", b"4711", b"-1 now", b"\n1 2026-01-01T00:00:00Z"])
def test_a_holder_that_does_not_say_who_it_is_holds_as_well(path: Path, text: bytes) -> None:
    first = take(path)
    path.write_bytes(text)

    assert isinstance(first, Held)
    assert take(path) == HeldBy(0, "")


def test_of_ten_at_once_exactly_one_has_it(path: Path) -> None:
    command = [sys.executable, "-c", TAKE_AND_STAY, str(path)]
    ten = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
        for _ in range(10)
    ]
    said = [said_by(process) for process in ten]
    for process in ten:
        process.communicate(timeout=60)

    assert sorted(said) == ["Held"] + ["HeldBy"] * 9


def test_who_asks_for_an_instant_whether_it_is_taken_is_in_nobodys_way(path: Path) -> None:
    asks = take(path)
    assert isinstance(asks, Held)
    answers = threading.Timer(AN_INSTANT_SECONDS / 2, asks.release)
    answers.start()

    taken = take_at_second_try(path)
    answers.join()

    assert isinstance(taken, Held)
    assert isinstance(take_at_second_try(path), HeldBy)


def test_a_folder_that_cannot_be_written_has_no_lock(path: Path) -> None:
    path.parent.write_text("a file in its place")

    refused = take(path)

    assert isinstance(refused, NotLockable)
    assert str(path.parent) in refused.why


@pytest.mark.skipif(sys.platform == "win32", reason="only its administrators make links")
def test_a_link_that_somebody_else_put_there_is_not_followed(path: Path) -> None:
    theirs = path.parent.with_name("theirs")
    theirs.write_text("precious")
    path.parent.mkdir()
    path.symlink_to(theirs)

    taken = take(path)

    assert isinstance(taken, NotLockable)
    assert theirs.read_text() == "precious"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_is_no_hindrance(path: Path) -> None:
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"

    with running(full + TAKE_AND_STAY, path) as holder:
        assert said_by(holder) == "Held"
        assert take(path) == HeldBy(0, "")
