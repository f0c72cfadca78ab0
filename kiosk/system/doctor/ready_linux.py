"""The ready files for Linux, as an administrator types them; packaging/linux/ has them, the Debian package puts them there."""

from pathlib import Path
from typing import Final

from kiosk.system.doctor.machine import Machine

UNITS: Final = "/usr/lib/systemd/system"
UNIT: Final = "kiosk.service"
CONTACT: Final = Path("/etc/kiosk/contact.toml")
"""The file of the kiosk that the service runs."""

SET_PIN: Final = "sudo kiosk-lobby set-pin"
SERVICE_ON: Final = "sudo kiosk-lobby use cage"
CAGE_READY: Final = (
    f"sudo apt install cage seatd xwayland, then: {SERVICE_ON} (it ends the desktop that is on the screen)"
)
CAGE_BY_HAND: Final = "sudo apt install cage, then let the session be nothing but: cage -- kiosk run --kiosk"
RESTART_BY_HAND: Final = "Start it by a systemd service with Restart=always and StartLimitIntervalSec=0."


def only_the_kiosk(machine: Machine) -> str:
    """Say how the screen comes to show nothing but the kiosk."""
    return CAGE_READY if _is_installed(machine) else CAGE_BY_HAND


def restarted_always(machine: Machine) -> str:
    return SERVICE_ON if _is_installed(machine) else RESTART_BY_HAND


def _is_installed(machine: Machine) -> bool:
    return UNIT in machine.names_in(UNITS)
