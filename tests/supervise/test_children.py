import sys

import psutil
import pytest

from kiosk.supervise.children import let_go, start_display


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has D-Bus")
@pytest.mark.parametrize(
    ("session", "bus"),
    [
        ({}, "unix:path=/nonexistent/bus"),
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, "unix:path=/run/user/7/bus"),
        ({"XDG_RUNTIME_DIR": "/run/user/7", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/own"}, "unix:path=/own"),
    ],
    ids=["no session", "its usual place", "its own place"],
)
def test_a_display_never_starts_a_bus_of_its_own(
    monkeypatch: pytest.MonkeyPatch, session: dict[str, str], bus: str
) -> None:
    for name in ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in session.items():
        monkeypatch.setenv(name, value)

    display = start_display()
    while not (told := psutil.Process(display.pid).environ()):  # Linux has it a moment after the program is there
        continue
    let_go(display)

    assert told["DBUS_SESSION_BUS_ADDRESS"] == bus
