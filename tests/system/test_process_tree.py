import os
import signal
import subprocess
import sys

import pytest

from kiosk.system import process_tree_windows
from kiosk.system.process_tree import kill_whole

of_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has process groups")

STAY = "import sys; print('here', flush=True); sys.stdin.read()"
STAY_WITH_A_CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {STAY!r}])"


def start(script: str, *, in_own_session: bool = True) -> subprocess.Popen[str]:
    """Start it and wait until the last of the family is here."""
    child = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=in_own_session,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "here\n"
    return child


def wait_for_all(child: subprocess.Popen[str]) -> None:
    """Read to the end of the pipe, which comes when nobody of the family has it any more."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.wait(timeout=30)
    child.stdout.read()
    child.stdin.close()
    child.stdout.close()


@of_posix
def test_a_child_and_what_it_started_are_gone() -> None:
    child = start(STAY_WITH_A_CHILD)

    kill_whole(child.pid)

    wait_for_all(child)
    assert child.returncode == -signal.SIGKILL


@of_posix
def test_what_a_dead_child_left_behind_is_gone() -> None:
    child = start(STAY_WITH_A_CHILD)
    os.kill(child.pid, signal.SIGKILL)
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)

    kill_whole(child.pid)

    wait_for_all(child)


@of_posix
def test_a_child_without_a_session_of_its_own_is_gone_too() -> None:
    child = start(STAY, in_own_session=False)

    kill_whole(child.pid)

    wait_for_all(child)
    assert child.returncode == -signal.SIGKILL


@of_posix
def test_a_child_that_is_gone_already_is_fine() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""], start_new_session=True)
    gone.wait(timeout=30)

    kill_whole(gone.pid)


@of_posix
@pytest.mark.parametrize("pid", [1, 0, -1])
def test_a_number_that_means_more_than_one_child_kills_nobody(pid: int, monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[int] = []
    monkeypatch.setattr(os, "killpg", lambda group, _: killed.append(group))
    monkeypatch.setattr(os, "kill", lambda process, _: killed.append(process))

    kill_whole(pid)

    assert killed == []


def test_windows_is_asked_for_the_whole_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setenv("SYSTEMROOT", r"D:\Windows")

    process_tree_windows.kill_whole(4711, asked.append)

    assert asked == [(r"D:\Windows\System32\taskkill.exe", "/F", "/T", "/PID", "4711")]


def test_without_taskkill_the_child_alone_is_gone() -> None:
    def run(command: tuple[str, ...]) -> None:
        raise FileNotFoundError(command[0])

    child = start(STAY)

    process_tree_windows.kill_whole(child.pid, run)

    wait_for_all(child)
    assert child.returncode != 0


def test_without_taskkill_a_child_that_is_gone_is_fine() -> None:
    def run(command: tuple[str, ...]) -> None:
        raise FileNotFoundError(command[0])

    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait(timeout=30)

    process_tree_windows.kill_whole(gone.pid, run)
