"""The real programs of a real X server with a real openbox: what they print is what the checks read."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.system.doctor.bindings import bindings
from kiosk.system.doctor.blanking import blanking
from kiosk.system.doctor.found import Found
from kiosk.system.doctor.screens import screen_linux
from kiosk.system.doctor.server_keys import terminals, zap
from kiosk.system.doctor.session import Session, session_of
from kiosk.system.doctor.this_machine import ThisMachine

pytestmark = pytest.mark.xvfb


@pytest.fixture
def machine(xserver: dict[str, str]) -> ThisMachine:
    return ThisMachine(xserver)


@pytest.fixture
def session(machine: ThisMachine) -> Session:
    return session_of(machine)


@pytest.fixture
def as_it_was(xserver: dict[str, str]) -> Iterator[dict[str, str]]:
    """Give the environment of the X server, whose settings are put back afterwards."""
    yield xserver
    subprocess.run(["xset", "s", "600", "600"], env=xserver, check=True)
    subprocess.run(["setxkbmap", "-option", ""], env=xserver, check=True)


def test_its_openbox_is_found(session: Session, xserver: dict[str, str]) -> None:
    environ = Path(f"/proc/{session.process.pid}/environ").read_bytes()

    assert (session.shell, session.server.name) == ("openbox", "Xvfb")
    assert f"DISPLAY={xserver['DISPLAY']}".encode() in environ.split(b"\0")


def test_openbox_as_debian_ships_it_is_not_held(machine: ThisMachine, session: Session) -> None:
    found = bindings(machine, session)

    assert found.verdict == "not held"
    assert "more" in found.what


def test_the_x_server_tells_of_its_screen_saver(as_it_was: dict[str, str]) -> None:
    def told() -> Found:
        machine = ThisMachine(as_it_was)
        return blanking(machine, session_of(machine))

    subprocess.run(["xset", "s", "500"], env=as_it_was, check=True)
    assert told().what == "The X server blanks the screen after 500 s."

    subprocess.run(["xset", "s", "off"], env=as_it_was, check=True)
    assert told().verdict == "held"


def test_the_x_server_tells_of_its_keyboard(as_it_was: dict[str, str]) -> None:
    def told() -> Found:
        machine = ThisMachine(as_it_was)
        return zap(machine, session_of(machine))

    assert told().verdict == "held"

    subprocess.run(["setxkbmap", "-option", "terminate:ctrl_alt_bksp"], env=as_it_was, check=True)
    assert told().verdict == "not held"


def test_a_server_without_a_console_leads_nowhere(machine: ThisMachine, session: Session) -> None:
    assert terminals(machine, session).what == "Xvfb has no virtual terminals."


@pytest.mark.parametrize(("wanted", "verdict"), [("primary", "held"), ("screen", "held"), ("HDMI-1", "not held")])
def test_the_x_server_tells_of_its_screen(machine: ThisMachine, session: Session, wanted: str, verdict: str) -> None:
    assert screen_linux(machine, session, wanted).verdict == verdict
