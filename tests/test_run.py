"""The real program on a real X server."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter

pytestmark = pytest.mark.xvfb

ENDS_WITHIN_SECONDS = 3


@pytest.fixture
def kiosk(xserver: dict[str, str], tmp_path: Path) -> Iterator[psutil.Popen]:
    """Start `kiosk run` with the starter files and wait until its window is on the screen."""
    write_starter(resources(), tmp_path)
    env = {**xserver, "KIOSK_STATE": str(tmp_path / "state")}
    command = [sys.executable, "-m", "kiosk", "run", "--config", str(tmp_path / "contact.toml")]
    process = psutil.Popen(command, env=env)
    (display,) = wait_for_window(process, xserver)
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
    return [child for child in process.children() if "display" in child.cmdline()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_system_ends_all_of_it_cleanly(kiosk: psutil.Popen, number: signal.Signals) -> None:
    children = kiosk.children()

    kiosk.send_signal(number)

    assert kiosk.wait(ENDS_WITHIN_SECONDS) == 0
    assert psutil.wait_procs(children, timeout=0.1)[1] == []


def test_a_display_without_its_supervisor_leaves(kiosk: psutil.Popen) -> None:
    (display,) = [os.pidfd_open(child.pid) for child in kiosk.children() if "display" in child.cmdline()]

    kiosk.kill()

    ended, _, _ = select.select([display], [], [], ENDS_WITHIN_SECONDS)
    os.close(display)
    assert ended
