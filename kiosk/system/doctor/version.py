"""Whether the services show the version that is installed: one that could not show the screen has been taken back."""

from collections.abc import Iterator
from typing import Final

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, printed

VERSION = Danger("version", "Version in the lobby")
REFUSED: Final = "/var/lib/kiosk-version/refused"
"""Written by packaging/linux/session/judge-version: the version, the one that is shown, and why."""

_CURE = "Install a newer version, or try the same once more: sudo dpkg-reconfigure kiosk"


def version(machine: Machine) -> Iterator[Found]:
    match printed(machine.read(REFUSED)).splitlines():
        case [refused, shown, why]:
            before = f"Version {shown}" if shown else "The one before"
            yield VERSION.not_held(f"Version {refused} did not come up: {why}. {before} is shown.", _CURE)
