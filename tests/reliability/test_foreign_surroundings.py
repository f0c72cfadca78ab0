"""What surrounds the kiosk in the session of a lobby user: settings that would load foreign code, and other windows."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import PySide6
import pytest

from tests.reliability.escape_session import wait_until_idle
from tests.reliability.lobby import Lobby, display_of, open_lobby, until

pytestmark = pytest.mark.xvfb

PLUGINS = Path(PySide6.__file__).parent / "Qt" / "plugins"
BARE = "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); w.show(); a.exec()"
THIEF = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
app, window = QApplication([]), QWidget()
window.setPalette(QPalette(QColor("magenta")))
window.setWindowTitle("thief")
window.resize(600, 400)
window.show()
app.exec()
"""
MAGENTA = 0xFF00FF


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as lobby:
        yield lobby


@pytest.fixture
def foreign(tmp_path: Path) -> dict[str, str]:
    """Give settings that lead to another Qt's plugins, a theme, a style and code to run at the start."""
    shutil.copytree(PLUGINS / "platforms", tmp_path / "foreign" / "platforms")
    (tmp_path / "startup.py").write_text(f"open({str(tmp_path / 'was_run')!r}, 'w')")
    return {
        "QT_PLUGIN_PATH": str(tmp_path / "foreign"),
        "QT_QPA_PLATFORM_PLUGIN_PATH": str(tmp_path / "foreign" / "platforms"),
        "QT_STYLE_OVERRIDE": "foreign",
        "QT_IM_MODULE": "ibus",
        "PYTHONSTARTUP": str(tmp_path / "startup.py"),
        "PYTHONINSPECT": "1",
        "LD_LIBRARY_PATH": str(PLUGINS.parent / "lib"),  # where those plugins find their Qt
    }


def loaded_by(pid: int, folder: Path) -> list[str]:
    """Give the files of a folder that a process has loaded."""
    return [each.path for each in psutil.Process(pid).memory_maps() if each.path.startswith(str(folder))]


def test_no_foreign_plugin_is_loaded(lobby: Lobby, foreign: dict[str, str], tmp_path: Path) -> None:
    lobby.environment.update(foreign)
    kiosk = lobby.start()
    until(lambda: lobby.status().health == "shown" if (lobby.state / "status.json").exists() else False)
    display = display_of(kiosk)

    assert loaded_by(display.pid, tmp_path / "foreign") == []
    assert not set(foreign) & set(display.environ())
    assert not (tmp_path / "was_run").exists()


def test_a_bare_window_would_load_it(lobby: Lobby, foreign: dict[str, str], tmp_path: Path) -> None:
    bare = subprocess.Popen(
        [sys.executable, "-c", BARE], env={**lobby.environment, **foreign}, stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: bool(loaded_by(bare.pid, tmp_path / "foreign")))
    finally:
        bare.kill()
        bare.wait()


def colours(lobby: Lobby) -> set[int]:
    """Give the colours on the screen, without the byte that X leaves to chance."""
    return {word & 0xFFFFFF for word in lobby.framebuffer.sample()}


def active_window(lobby: Lobby) -> str:
    answer = subprocess.run(["xdotool", "getactivewindow"], env=lobby.environment, capture_output=True, check=False)
    return answer.stdout.decode().strip()


def started_and_active(lobby: Lobby) -> str:
    """Start a kiosk, and wait until it shows staff's content: the first frame of all may be that of the holding page."""
    kiosk = lobby.start()
    until(lambda: lobby.status().health == "shown" and bool(lobby.status().edition))
    until(lambda: bool(active_window(lobby)))
    wait_until_idle(display_of(kiosk))
    return active_window(lobby)


def test_a_window_that_takes_the_focus_is_never_seen_and_loses_it_again(lobby: Lobby) -> None:
    ours = started_and_active(lobby)
    for _ in range(3):
        thief = subprocess.Popen([sys.executable, "-c", THIEF], env=lobby.environment)
        until(lambda: active_window(lobby) != ours)
        assert MAGENTA not in colours(lobby)
        until(lambda: active_window(lobby) == ours, seconds=12)
        thief.kill()
        thief.wait()

    assert lobby.log("display").count("another window was in front") <= 6


def test_below_a_locked_screen_the_kiosk_rests_and_is_there_at_once_afterwards(lobby: Lobby) -> None:
    """A locker is a window that covers all, takes every key, and belongs to nobody's window manager."""
    lobby.keep_still()
    (lobby.folder / "device.toml").write_text("drift = false\n", "utf-8")  # or every minute moves the picture
    started_and_active(lobby)
    before = lobby.framebuffer.picture()
    locker = subprocess.Popen([sys.executable, "-c", LOCKER], env=lobby.environment)
    until(lambda: colours(lobby) == {MAGENTA})
    kiosk = display_of(lobby.started[0])
    used, began = sum(kiosk.cpu_times()[:2]), time.monotonic()
    time.sleep(10)
    share = (sum(kiosk.cpu_times()[:2]) - used) / (time.monotonic() - began)

    locker.kill()
    locker.wait()

    assert until(lambda: lobby.framebuffer.shows(before)) <= 1.0
    assert share < 0.01


LOCKER = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
app, window = QApplication([]), QWidget()
window.setWindowFlag(Qt.WindowType.BypassWindowManagerHint)
window.setPalette(QPalette(QColor("magenta")))
window.setGeometry(app.primaryScreen().geometry())
window.show()
window.grabKeyboard()
app.exec()
"""
