"""The real program on a real X server."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from kiosk.supervise.status import STATUS
from tests.reliability.lobby import displays_of, until

pytestmark = pytest.mark.xvfb

ENDS_WITHIN_SECONDS = 3
TREE = Path(__file__).parents[1]


@pytest.fixture
def kiosk(xserver: dict[str, str], tmp_path: Path) -> Iterator[psutil.Popen]:
    """Start `kiosk run` with the starter files and wait until its window is on the screen."""
    write_starter(resources(), tmp_path)
    env = {**xserver, "KIOSK_STATE": str(tmp_path / "state")}
    command = [sys.executable, "-m", "kiosk", "run", "--config", str(tmp_path / "contact.toml")]
    process = psutil.Popen(command, env=env)
    (display,) = wait_for_window(process, xserver)
    until((tmp_path / "state" / STATUS).exists)  # the supervisor listens to signals, too
    yield process
    for left in (process, display):
        if left.is_running():
            left.kill()
    process.wait(ENDS_WITHIN_SECONDS)


def wait_for_window(process: psutil.Popen, env: dict[str, str]) -> list[psutil.Process]:
    """Give the display once its window is visible."""
    subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--class", "kiosk"], env=env, check=True, timeout=20
    )
    return displays_of(process)


def properties(env: dict[str, str], *names: str) -> str:
    """Give these of the kiosk's window once it has a picture for its frame, as xprop prints them."""
    search = ["xdotool", "search", "--onlyvisible", "--class", "kiosk"]
    (window,) = subprocess.run(search, env=env, check=True, capture_output=True, text=True).stdout.split()
    order = ["xprop", "-id", window, "-notype", *names]
    end = time.monotonic() + ENDS_WITHIN_SECONDS
    while "Icon (" not in (told := subprocess.run(order, env=env, check=True, capture_output=True, text=True).stdout):
        assert time.monotonic() < end, told
    return told


@pytest.mark.usefixtures("kiosk")
def test_a_desktop_knows_whose_window_it_is_and_has_a_picture_of_it(xserver: dict[str, str]) -> None:
    told = properties(xserver, "WM_CLASS", "_GTK_APPLICATION_ID", "_NET_WM_ICON")

    (entry,) = (TREE / "packaging/linux/desktop").glob("*.desktop")
    (group,) = re.findall(r"^StartupWMClass=(.+)$", entry.read_text("utf-8"), re.MULTILINE)
    assert f'WM_CLASS = "{group}", "{group}"\n' in told
    assert f'_GTK_APPLICATION_ID = "{entry.stem}"\n' in told
    assert "Icon (128 x 128)" in told


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_system_ends_all_of_it_cleanly(kiosk: psutil.Popen, number: signal.Signals) -> None:
    children = kiosk.children()

    kiosk.send_signal(number)

    assert kiosk.wait(ENDS_WITHIN_SECONDS) == 0
    assert psutil.wait_procs(children, timeout=0.1)[1] == []


def test_a_display_without_its_supervisor_leaves(kiosk: psutil.Popen) -> None:
    (display,) = [os.pidfd_open(child.pid) for child in displays_of(kiosk)]

    kiosk.kill()

    ended, _, _ = select.select([display], [], [], ENDS_WITHIN_SECONDS)
    os.close(display)
    assert ended
