import os
import queue
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.system.keep_awake import KeepAwake
from kiosk.system.keep_awake_bus import Answer, Place, open_bus
from kiosk.system.keep_awake_linux import holders, session_bus
from kiosk.system.screen_power_xset import read_settings, run_command
from tests.system import keep_awake_services
from tests.system.keep_awake_services import COOKIE, GNOME, SCREEN_SAVER, Bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these services are of Linux")

PATIENCE_SECONDS = 60.0
LOGIND = Place("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
SAVER, SESSION, PORTAL = "freedesktop screen saver", "GNOME session", "desktop portal"


class Kept:
    """Keeps awake with short breaks, and hears what holds."""

    def __init__(self) -> None:
        self._heard: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()
        self._keep_awake = KeepAwake(self._heard.put, every_seconds=0.05)
        self.end: Callable[[], None] = self._keep_awake.end
        self._keep_awake.start()

    def wait_for(self, *names: str) -> None:
        while self._heard.get(timeout=PATIENCE_SECONDS) != names:
            pass

    def heard_next(self) -> tuple[str, ...]:
        return self._heard.get(timeout=PATIENCE_SECONDS)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with keep_awake_services.open_bus(tmp_path / "session") as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with keep_awake_services.open_bus(tmp_path / "system") as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        yield bus


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide this computer's own buses and screens."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")


@pytest.fixture
def keep() -> Iterator[Callable[[], Kept]]:
    started: list[Kept] = []

    def start() -> Kept:
        started.append(Kept())
        return started[-1]

    yield start
    for kept in started:
        kept.end()


def locks_of(system: Bus) -> list[object]:
    bus = open_bus(system.address)
    try:
        match bus.call(LOGIND, "ListInhibitors", "", ()):
            case Answer(_, (list() as locks,)):
                return [lock[:4] for lock in locks]
            case refused:
                raise AssertionError(refused)
    finally:
        bus.close()


def test_everybody_who_answers_is_asked(session: Bus, system: Bus, keep: Callable[[], Kept]) -> None:
    saver, gnome = session.inhibitor(*SCREEN_SAVER), session.inhibitor(*GNOME)
    portal = session.portal("0")
    system.logind()
    assert locks_of(system) == []

    kept = keep()

    assert kept.heard_next() == (SAVER, SESSION, PORTAL, "logind")
    assert saver.wait_for("Inhibit").endswith('Inhibit "Kiosk" "This screen is for visitors"')
    assert gnome.wait_for("Inhibit").endswith('Inhibit "Kiosk" 0 "This screen is for visitors" 12')
    assert "reason" in portal.wait_for("Inhibit")
    assert locks_of(system) == [("idle:sleep", "Kiosk", "This screen is for visitors", "block")]


def test_everything_is_released_at_the_end(session: Bus, system: Bus, keep: Callable[[], Kept]) -> None:
    saver, gnome = session.inhibitor(*SCREEN_SAVER), session.inhibitor(*GNOME)
    portal = session.portal("0")
    system.logind()
    kept = keep()
    kept.wait_for(SAVER, SESSION, PORTAL, "logind")
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  # as short as the others

    kept.end()

    assert saver.wait_for("UnInhibit").endswith(f"UnInhibit {COOKIE}")
    assert gnome.wait_for("Uninhibit").endswith(f"Uninhibit {COOKIE}")
    assert "/request/" in portal.wait_for("Close")
    assert locks_of(system) == []
    assert len(os.listdir("/proc/self/fd")) < before  # noqa: PTH208  # as short as the others


def test_a_service_that_was_killed_is_asked_again_when_it_is_back(session: Bus, keep: Callable[[], Kept]) -> None:
    gnome = session.inhibitor(*GNOME)
    saver = session.inhibitor(*SCREEN_SAVER)
    kept = keep()
    kept.wait_for(SAVER, SESSION)

    saver.kill()
    kept.wait_for(SESSION)
    again = session.inhibitor(*SCREEN_SAVER)
    kept.wait_for(SAVER, SESSION)

    again.wait_for("Inhibit")
    kept.end()
    assert "UnInhibit" in again.wait_for("UnInhibit")
    gnome.wait_for("Uninhibit")


def test_a_service_whose_name_another_process_took_is_asked_there(session: Bus, keep: Callable[[], Kept]) -> None:
    session.inhibitor(*SCREEN_SAVER)
    keep().wait_for(SAVER)

    session.inhibitor(*SCREEN_SAVER).wait_for("Inhibit")


def test_logind_is_asked_again_when_it_is_back(system: Bus, keep: Callable[[], Kept]) -> None:
    logind = system.logind()
    kept = keep()
    kept.wait_for("logind")

    logind.kill()
    kept.wait_for()
    system.logind()
    kept.wait_for("logind")

    assert len(locks_of(system)) == 1


def test_a_bus_that_was_restarted_is_connected_to_again(session: Bus, keep: Callable[[], Kept]) -> None:
    session.inhibitor(*SCREEN_SAVER)
    kept = keep()
    kept.wait_for(SAVER)

    session.daemon.kill()
    kept.wait_for()
    session.start()
    saver = session.inhibitor(*SCREEN_SAVER)

    saver.wait_for("Inhibit")
    kept.wait_for(SAVER)


@pytest.mark.parametrize("response", ["2", "silent"])
def test_a_portal_whose_desktop_refuses_does_not_hold(response: str, session: Bus, keep: Callable[[], Kept]) -> None:
    portal = session.portal(response)

    assert keep().heard_next() == ()
    portal.wait_for("Close")


def test_a_service_that_hangs_delays_only_itself(session: Bus, keep: Callable[[], Kept]) -> None:
    session.inhibitor(*SCREEN_SAVER).hang()
    session.inhibitor(*GNOME)

    assert keep().heard_next() == (SESSION,)


def test_the_end_waits_for_no_bus_that_hangs(session: Bus, system: Bus, keep: Callable[[], Kept]) -> None:
    session.inhibitor(*SCREEN_SAVER)
    system.logind()
    kept = keep()
    kept.wait_for(SAVER, "logind")
    session.daemon.hang()
    began = time.monotonic()

    kept.end()

    assert time.monotonic() - began < 1.5
    assert locks_of(system) == []


def test_a_computer_without_buses_holds_nothing(keep: Callable[[], Kept]) -> None:
    assert keep().heard_next() == ()


@pytest.mark.xvfb
def test_a_real_x_server_stays_lit_until_the_end(
    xserver: dict[str, str], monkeypatch: pytest.MonkeyPatch, keep: Callable[[], Kept]
) -> None:
    monkeypatch.setenv("DISPLAY", xserver["DISPLAY"])
    run_command(("xset", "s", "123", "45"))
    kept = keep()

    kept.wait_for("X server")
    during = read_settings(run_command)
    run_command(("xset", "s", "99", "45"))
    while read_settings(run_command).timeout:
        pass
    kept.end()

    assert (during.timeout, during.cycle) == (0, 45)
    assert read_settings(run_command)[:2] == (123, 45)


@pytest.mark.parametrize(
    ("environment", "kinds"),
    [
        pytest.param({}, ["BusHolder"], id="a service without a session"),
        pytest.param({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a"}, ["BusHolder", "BusHolder"], id="a session"),
        pytest.param({"DISPLAY": ":0"}, ["BusHolder", "XServer"], id="an X server"),
        pytest.param({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["BusHolder"], id="an X server under Wayland"),
    ],
)
def test_only_what_could_be_there_is_asked(environment: dict[str, str], kinds: list[str]) -> None:
    assert [type(holder).__name__ for holder in holders(environment)] == kinds


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({}, ""),
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, "unix:path=/run/user/7/bus"),
        ({"XDG_RUNTIME_DIR": "/run/user/7", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/a"}, "unix:path=/a"),
    ],
)
def test_the_session_bus_is_found(environment: dict[str, str], address: str) -> None:
    assert session_bus(environment) == address
