"""The computer below a kiosk, on a system where nothing of it can be kept awake or switched off."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.supervise import computer
from kiosk.supervise.computer import InLobby, Untouched
from kiosk.system.screen_power import OnlyDark, switch_off


class Awake:
    """Stands in for the threads that ask the system's services."""

    def __init__(self, asked: list[str]) -> None:
        self._asked = asked

    def start(self) -> None:
        self._asked.append("start")

    def end(self) -> None:
        self._asked.append("end")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked = list[str]()
    monkeypatch.setattr(computer, "KeepAwake", lambda _hear: Awake(asked))
    return asked


def test_it_is_kept_awake_once_however_often_a_frame_is_painted(tmp_path: Path, asked: list[str]) -> None:
    lobby = InLobby(tmp_path)
    lobby.start()
    before_the_first_frame = list(asked)

    lobby.keep_awake()
    lobby.keep_awake()
    lobby.end()

    assert before_the_first_frame == []
    assert asked == ["start", "end"]


def test_a_kiosk_that_never_painted_ends_as_well(tmp_path: Path, asked: list[str]) -> None:
    lobby = InLobby(tmp_path)
    lobby.start()
    lobby.end()

    assert asked == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the screen would go dark")
def test_where_the_power_cannot_be_cut_the_log_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    caplog.set_level("INFO")

    lobby = InLobby(tmp_path)
    lobby.darken()
    lobby.end()

    assert isinstance(switch_off(), OnlyDark)
    assert caplog.messages[0] == "screen switched off"


@pytest.fixture
def power(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what is done with the screen's power."""
    done = list[str]()
    monkeypatch.setattr(computer, "switch_off", lambda: done.append("off"))
    monkeypatch.setattr(computer, "switch_on", lambda: done.append("on"))
    return done


@pytest.mark.usefixtures("asked")
def test_a_screen_that_is_off_is_on_again_at_the_end(tmp_path: Path, power: list[str]) -> None:
    lobby = InLobby(tmp_path)
    lobby.darken()
    lobby.brighten()
    lobby.darken()
    wait_for(lambda: power == ["off", "on", "off"])

    lobby.end()

    assert power[:4] == ["off", "on", "off", "on"]
    assert "off" not in power[4:]


@pytest.mark.usefixtures("asked")
def test_a_screen_that_a_killed_kiosk_left_off_is_switched_on_by_the_next(tmp_path: Path, power: list[str]) -> None:
    killed = InLobby(tmp_path)
    killed.darken()
    wait_for(lambda: power == ["off"])

    following = InLobby(tmp_path)
    following.keep_awake()
    following.end()

    assert power[:2] == ["off", "on"]
    assert "off" not in power[2:]  # the end makes sure of it once more where the first has not quite been done


@pytest.mark.usefixtures("asked")
def test_a_screen_that_is_on_is_left_alone(tmp_path: Path, power: list[str]) -> None:
    lobby = InLobby(tmp_path)
    lobby.keep_awake()
    lobby.end()

    assert power == []


@pytest.mark.usefixtures("asked", "power")
def test_what_hangs_holds_up_neither_the_wish_nor_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(computer, "switch_off", lambda: released.wait(30))
    before = set(threading.enumerate())
    lobby = InLobby(tmp_path)
    began = time.monotonic()

    lobby.darken()
    lobby.end()
    took = time.monotonic() - began
    released.set()
    wait_for(lambda: set(threading.enumerate()) <= before)  # or it would switch the screen of the next test on

    assert took < 2


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_kiosk_in_a_window_leaves_the_computer_alone(tmp_path: Path, asked: list[str]) -> None:
    window = Untouched(tmp_path)

    for act in (window.start, window.keep_awake, window.darken, window.brighten, window.end):
        act()

    assert asked == []
