"""Linux keeps awake by everybody who could darken it: services of the two message buses, and the X server."""

import os
from collections.abc import Mapping

from kiosk.system.keep_awake_bus_holder import BusHolder
from kiosk.system.keep_awake_inhibitors import ON_SESSION_BUS, ON_SYSTEM_BUS
from kiosk.system.keep_awake_x11 import XServer
from kiosk.system.screen_power_xset import has_x_server

SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket"


def holders(environment: Mapping[str, str] = os.environ) -> tuple[BusHolder | XServer, ...]:
    """Give what could be there: a computer without a desktop has no session bus, one with Wayland no X server."""
    session = session_bus(environment)
    found: list[BusHolder | XServer] = [BusHolder(session, ON_SESSION_BUS)] if session else []
    found.append(BusHolder(environment.get("DBUS_SYSTEM_BUS_ADDRESS") or SYSTEM_BUS, ON_SYSTEM_BUS))
    if has_x_server(environment):
        found.append(XServer())
    return tuple(found)


def session_bus(environment: Mapping[str, str]) -> str:
    """Give its address, the one of a login under systemd where the environment names none, "" where there is none."""
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return environment.get("DBUS_SESSION_BUS_ADDRESS") or (f"unix:path={folder}/bus" if folder else "")
