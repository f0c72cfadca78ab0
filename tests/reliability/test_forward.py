"""A second click on the menu's entry: the kiosk that runs comes to the front, as seen from outside."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.commands.exit_status import DONE
from kiosk.supervise.intervals import Intervals
from tests.reliability.lobby import Lobby, is_blank, open_lobby, until

pytestmark = pytest.mark.xvfb

SEEN_WITHIN_SECONDS = 2.0
COVER = """
from PySide6.QtWidgets import QApplication, QWidget
app, window = QApplication(["cover"]), QWidget()
window.setWindowTitle("cover")
window.setGeometry(app.primaryScreen().availableGeometry())
window.show()
app.exec()
"""


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as lobby:
        yield lobby


@pytest.fixture
def ours(lobby: Lobby) -> str:
    """Start a kiosk in a window, and give that."""
    lobby.begin(Intervals())
    until(lambda: not is_blank(lobby.framebuffer) and lobby.status().health == "shown")
    return window_called(lobby, "kiosk")


@pytest.fixture
def cover(lobby: Lobby, ours: str) -> Iterator[str]:
    """Have somebody work in a window above it, and give that."""
    process = subprocess.Popen([sys.executable, "-c", COVER], env=lobby.environment)
    window = window_called(lobby, "cover")
    until(lambda: (active(lobby), topmost(lobby)) == (window, window))
    x(lobby, "key", "--window", window, "a")
    assert ours != window
    yield window
    process.kill()
    process.wait()


def x(lobby: Lobby, *words: str) -> str:
    answer = subprocess.run(["xdotool", *words], env=lobby.environment, capture_output=True, check=False, timeout=20)
    return answer.stdout.decode().strip()


def window_called(lobby: Lobby, name: str) -> str:
    return x(lobby, "search", "--sync", "--onlyvisible", "--class", name)


def active(lobby: Lobby) -> str:
    return x(lobby, "getactivewindow")


def topmost(lobby: Lobby) -> str:
    """Give the last of _NET_CLIENT_LIST_STACKING."""
    order = ["xprop", "-root", "_NET_CLIENT_LIST_STACKING"]
    told = subprocess.run(order, env=lobby.environment, capture_output=True, text=True, check=True).stdout
    return str(int(told.split()[-1], 16))


def in_front_after_a_second_start(lobby: Lobby, ours: str) -> tuple[float, int, str]:
    """Give how long the window took to be in front, and how the second process ended and what it said."""
    command = [sys.executable, "-m", "kiosk", "run", "--config", str(lobby.contact)]
    with subprocess.Popen(command, env=lobby.environment, stderr=subprocess.PIPE, text=True) as second:
        took = until(lambda: (active(lobby), topmost(lobby)) == (ours, ours))
        _, words = second.communicate(timeout=20.0)
    return took, second.returncode, words


@pytest.mark.usefixtures("cover")
def test_a_second_start_brings_a_covered_window_to_the_front(lobby: Lobby, ours: str) -> None:
    took, status, words = in_front_after_a_second_start(lobby, ours)

    assert status == DONE
    assert words.startswith("A kiosk runs here already (process ")
    assert words.endswith("), and was brought to the front.\n")
    assert took <= SEEN_WITHIN_SECONDS


@pytest.mark.usefixtures("cover")
def test_and_one_that_was_minimised(lobby: Lobby, ours: str) -> None:
    x(lobby, "windowminimize", ours)
    until(lambda: ours not in x(lobby, "search", "--onlyvisible", "--class", "kiosk"))

    took, status, _ = in_front_after_a_second_start(lobby, ours)

    assert (status, took <= SEEN_WITHIN_SECONDS) == (DONE, True)
