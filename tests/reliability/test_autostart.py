"""A log-in: what `kiosk autostart enable` has written is started as a desktop would, and the kiosk comes up."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.commands.autostart import this_program
from tests.reliability.lobby import Lobby, is_blank, open_lobby, until

pytestmark = pytest.mark.xvfb


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as opened:
        yield opened


def log_in(lobby: Lobby) -> None:
    """Start what the entry says, from the home folder, with nothing of ours in the environment but the state's folder."""
    home = Path(lobby.environment["HOME"])
    entry = (home / ".config" / "autostart" / "kiosk.desktop").read_text("utf-8")
    command = next(line.removeprefix("Exec=") for line in entry.splitlines() if line.startswith("Exec="))
    environment = {name: value for name, value in lobby.environment.items() if name != "PYTHONPATH"}
    lobby.started.append(psutil.Popen(shlex.split(command.replace("%%", "%")), env=environment, cwd=home))


@pytest.mark.skipif(not this_program().exists(), reason="the kiosk is not installed beside this Python")
def test_after_a_log_in_the_kiosk_is_on_the_screen(lobby: Lobby) -> None:
    enabled = lobby.run("autostart", "enable")
    assert enabled.returncode == 0, enabled.stderr
    assert is_blank(lobby.framebuffer)

    log_in(lobby)

    until(lambda: not is_blank(lobby.framebuffer))
    until(lambda: lobby.status().health == "shown")
    assert lobby.run("status").returncode == 0
    assert lobby.started[0].poll() is None
