"""Whether the screen that device.toml wants is there."""

import re
from dataclasses import dataclass

from kiosk.system.doctor.edid import serial_of
from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, printed
from kiosk.system.doctor.session import Session

SCREEN = Danger("screen", "Screen")
DRM = "/sys/class/drm"
PLUG_IN = "Plug the screen in and switch it on"
_CONNECTOR = re.compile(r"card\d+-(.+)")
_CONNECTED = re.compile(r"^(\S+) connected", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Screens:
    """The names by which Qt knows the screens that are connected, and their serial numbers as far as they tell them."""

    names: tuple[str, ...]
    serials: tuple[str, ...] = ()


def screen_linux(machine: Machine, session: Session, wanted: str) -> Found:
    if not machine.names_in(DRM) and not session.is_x11:
        cure = "Run kiosk doctor in the session of the kiosk"
        return SCREEN.unknown("The computer did not tell which screens are connected.", cure)
    return judged(wanted, _screens(machine, session))


def judged(wanted: str, screens: Screens) -> Found:
    """Tell whether the screen is there, by name, serial number or index, as the display looks for it."""
    count, names = len(screens.names), ", ".join(screens.names)
    if count == 0:
        return SCREEN.not_held("No screen is connected.", PLUG_IN)
    if wanted == "primary" or wanted in {*screens.names, *screens.serials}:
        return SCREEN.held(f"It is there; connected: {names}.")
    if wanted.isdecimal() and int(wanted) < count:
        return SCREEN.held(f"Number {wanted} is there; connected: {names}.")
    what = f'"{wanted}", which device.toml names, is not connected; there is: {names}. The kiosk takes the first.'
    return SCREEN.not_held(what, f'{PLUG_IN}, or write in device.toml: screen = "{screens.names[0]}"')


def _screens(machine: Machine, session: Session) -> Screens:
    connectors = connected(machine)
    serials = tuple(serial for name in connectors if (serial := serial_of(machine.read_bytes(f"{DRM}/{name}/edid"))))
    if session.is_x11 and (told := tuple(_CONNECTED.findall(printed(machine.run("xrandr", "--query"))))):
        return Screens(told, serials)
    return Screens(tuple(_CONNECTOR.sub(r"\1", name) for name in connectors), serials)


def connected(machine: Machine) -> tuple[str, ...]:
    """Give the connectors of the graphics card that have a screen."""
    return tuple(name for name in machine.names_in(DRM) if _is_connected(machine, name))


def _is_connected(machine: Machine, name: str) -> bool:
    return bool(_CONNECTOR.fullmatch(name)) and printed(machine.read(f"{DRM}/{name}/status")).strip() == "connected"
