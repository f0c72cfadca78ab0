"""What a second kiosk of the same files does; it never comes to running."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from kiosk.commands.exit_status import REFUSED
from kiosk.commands.keep import keep_running
from kiosk.paths import refuges_of, screen_lock, state_lock
from kiosk.supervise.call import make_ready
from kiosk.supervise.children import Child
from kiosk.supervise.state_folder import PROBE
from kiosk.system.lock import Held, take

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program in the display's place is of POSIX")

Hold: TypeAlias = Callable[[Path], None]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the usual folder of a kiosk whose refuges are in folders of the test."""
    for name, folder in (("TMPDIR", "tmp"), ("XDG_RUNTIME_DIR", "run"), ("KIOSK_STATE", "lobby")):
        (tmp_path / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / folder))
    return tmp_path / "lobby"


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Give a function that holds a lock, as another kiosk does."""
    locks: list[Held] = []

    def held(path: Path) -> None:
        taken = take(path)
        assert isinstance(taken, Held)
        locks.append(taken)

    yield held
    for lock in locks:
        lock.release()


def start_second(tmp_path: Path, *, captive: bool = False) -> tuple[int, Child]:
    display = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    status = keep_running(display, tmp_path / "contact.toml", tmp_path / "device.toml", "", captive=captive)
    return status, display


def take_nothing(folder: Path) -> None:
    """Let a folder stand in the way of what is written there to see whether it takes anything."""
    (folder / PROBE).mkdir()


def test_it_says_so_and_lets_its_display_go(
    tmp_path: Path, state: Path, hold: Hold, capsys: pytest.CaptureFixture[str]
) -> None:
    hold(state_lock(state))

    status, display = start_second(tmp_path)

    assert (status, display.returncode) == (REFUSED, 0)
    assert capsys.readouterr().err.startswith("A kiosk runs here already (process ")


def test_one_that_a_service_manager_starts_again_and_again_calls_nobody_to_the_front(
    tmp_path: Path, state: Path, hold: Hold, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_ready(state)
    hold(state_lock(state))
    monkeypatch.setenv("SYSTEMD_EXEC_PID", str(os.getpid()))

    assert start_second(tmp_path)[0] == REFUSED
    assert capsys.readouterr().err.endswith("End it first, or show this one elsewhere with --screen.\n")


def test_it_does_so_too_where_the_usual_folder_takes_nothing(tmp_path: Path, state: Path, hold: Hold) -> None:
    hold(state_lock(state))
    take_nothing(state)

    assert start_second(tmp_path)[0] == REFUSED


def test_and_touches_nothing_of_where_the_first_may_keep_its_versions(tmp_path: Path, state: Path, hold: Hold) -> None:
    hold(state_lock(state))
    take_nothing(state)

    start_second(tmp_path)

    assert not refuges_of(state)[0][0].exists()


def test_a_refuge_of_which_another_has_the_lock_is_not_taken(tmp_path: Path, state: Path, hold: Hold) -> None:
    hold(state_lock(refuges_of(state)[0][0]))
    take_nothing(state)

    assert start_second(tmp_path)[0] == REFUSED


def test_two_that_keep_visitors_in_do_not_share_a_screen(tmp_path: Path, state: Path, hold: Hold) -> None:
    lock = screen_lock(state, "")
    hold(lock)

    assert start_second(tmp_path, captive=True)[0] == REFUSED
