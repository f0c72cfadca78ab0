"""The computer below a kiosk, on a system where nothing of it can be kept awake or switched off."""

import sys
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
    lobby = InLobby(tmp_path / "hot_keys.json")
    lobby.start()
    before_the_first_frame = list(asked)

    lobby.keep_awake()
    lobby.keep_awake()
    lobby.end()

    assert before_the_first_frame == []
    assert asked == ["start", "end"]


def test_a_kiosk_that_never_painted_ends_as_well(tmp_path: Path, asked: list[str]) -> None:
    lobby = InLobby(tmp_path / "hot_keys.json")
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

    InLobby(tmp_path / "hot_keys.json").darken()

    assert isinstance(switch_off(), OnlyDark)
    assert caplog.messages == ["screen switched off"]


def test_a_kiosk_in_a_window_leaves_the_computer_alone(tmp_path: Path, asked: list[str]) -> None:
    window = Untouched(tmp_path / "hot_keys.json")

    for act in (window.start, window.keep_awake, window.darken, window.brighten, window.end):
        act()

    assert asked == []
