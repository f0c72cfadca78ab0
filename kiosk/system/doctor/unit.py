"""The unit of systemd that started the kiosk, if one did."""

from dataclasses import dataclass

from kiosk.system.doctor.machine import Machine, Process, printed
from kiosk.system.doctor.running import kiosks

_OTHERS = (
    "user@",
    "getty@",
    "serial-getty@",
    "autovt@",
    "lightdm.",
    "gdm",
    "sddm.",
    "greetd.",
    "display-manager.",
    "ssh",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """`is_of_user` tells that it is of the user's own service manager, which starts when the user logs in."""

    name: str
    is_of_user: bool


def unit_of(machine: Machine, processes: tuple[Process, ...]) -> Unit | None:
    """Give the service whose control group a running kiosk is in; what leads to a login started no kiosk."""
    for process in kiosks(processes):
        parts = printed(machine.read(f"/proc/{process.pid}/cgroup")).strip().rpartition(":")[2].split("/")
        names = [part for part in parts if part.endswith(".service") and not part.startswith(_OTHERS)]
        if names:
            return Unit(names[-1], any(part.startswith("user@") for part in parts))
    return None
