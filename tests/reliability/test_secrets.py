"""Neither a PIN nor its hash is found anywhere outside device.toml and the one file that the check reads."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.paths import access_in
from tests.reliability.lobby import Lobby, display_of, is_gone, open_lobby, until

pytestmark = pytest.mark.xvfb

RIGHT, WRONG = "246813", "975318"
HASH = re.compile(rb"scrypt\$[^\"\s]+")


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as lobby:
        yield lobby


def set_pin(lobby: Lobby, pin: str) -> bytes:
    program = [sys.executable, "-m", "kiosk", "set-pin", "--config", str(lobby.contact)]
    done = subprocess.run(program, env=lobby.environment, input=f"{pin}\n".encode(), check=True, capture_output=True)
    return done.stdout + done.stderr


def keys(lobby: Lobby, *names: str) -> None:
    subprocess.run(["xdotool", "key", "--delay", "30", *names], env=lobby.environment, check=True)


def try_pin(lobby: Lobby, pin: str, answer: str) -> None:
    before = lobby.log().count("staff called")
    keys(lobby, "Escape", "ctrl+alt+shift+k")
    until(lambda: lobby.log().count("staff called") > before)
    keys(lobby, *pin, "Return")
    until(lambda: answer in lobby.log())


def test_no_output_has_a_secret_in_it(lobby: Lobby, tmp_path: Path) -> None:
    lobby = Lobby(lobby.folder, lobby.state, lobby.environment, lobby.framebuffer, tmp_path / "stderr", lobby.started)
    said = [set_pin(lobby, RIGHT)]
    kiosk = lobby.start()
    until(access_in(lobby.state).exists)
    try_pin(lobby, WRONG, "PIN was wrong")
    try_pin(lobby, RIGHT, "staff are in")
    display = display_of(kiosk)
    display.kill()
    until(lambda: is_gone(display))
    device = lobby.folder / "device.toml"
    device.write_text(device.read_text("utf-8") + f'\npin = "{WRONG}"\npin_hash = "{RIGHT}"\n', "utf-8")
    until(lambda: "Mistaken" in lobby.log())

    for command in ("status", "check", "editions"):
        done = lobby.run(command)
        said.append((done.stdout + done.stderr).encode())
    said += [file.read_bytes() for file in lobby.state.rglob("*") if file.is_file() and file != access_in(lobby.state)]
    said.append(lobby.stderr.read_bytes())

    assert len(said) > 10
    assert HASH.search(device.read_bytes())
    for secret in (RIGHT.encode(), WRONG.encode()):
        assert not [text for text in said if secret in text]
    assert not [text for text in said if HASH.search(text)]


def test_the_file_that_the_check_reads_is_for_its_owner_alone(lobby: Lobby) -> None:
    set_pin(lobby, RIGHT)
    lobby.start()
    until(access_in(lobby.state).exists)

    assert access_in(lobby.state).stat().st_mode & 0o077 == 0
    assert (lobby.folder / "device.toml").stat().st_mode & 0o077 == 0
