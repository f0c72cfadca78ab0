"""Whether updates restart the computer while visitors are there."""

import re

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Silent, Text, printed

UPDATES = Danger("updates", "Restart for updates")
DNF = "/etc/dnf/automatic.conf"
_REBOOT = "Unattended-Upgrade::Automatic-Reboot"
_APT_CURE = (
    f"echo '{_REBOOT} \"false\";' | sudo tee /etc/apt/apt.conf.d/90kiosk"
    f' (or, to let it restart at night: {_REBOOT}-Time "03:00";)'
)
_DNF_CURE = "In /etc/dnf/automatic.conf below [commands]: reboot = never"


def updates(machine: Machine) -> Found:
    match machine.run("apt-config", "dump", "Unattended-Upgrade"):
        case Text(text, 0):
            return _of_apt(text)
        case Silent():
            return UPDATES.unknown("apt did not tell in time.", _APT_CURE)
        case _:
            return _of_dnf(machine)


def _of_apt(told: str) -> Found:
    if _value(told, _REBOOT).casefold() not in {"true", "yes", "1", "on"}:
        return UPDATES.held("Nothing restarts the computer for them.")
    time = _value(told, f"{_REBOOT}-Time")
    if re.fullmatch(r"\d{1,2}:\d\d", time):
        return UPDATES.held(f"They restart the computer at {time} only.")
    return UPDATES.not_held("They restart the computer as soon as they are installed.", _APT_CURE)


def _of_dnf(machine: Machine) -> Found:
    settings = printed(machine.read(DNF))
    reboot = re.search(r"^\s*reboot\s*=\s*(\S+)", settings, re.MULTILINE)
    if reboot and reboot[1] != "never":
        return UPDATES.not_held("dnf-automatic restarts the computer for them.", _DNF_CURE)
    return UPDATES.held("Nothing was found that restarts the computer for them.")


def _value(told: str, name: str) -> str:
    """Read a line such as `Unattended-Upgrade::Automatic-Reboot "true";`."""
    found = re.search(rf'^{re.escape(name)} "([^"]*)";$', told, re.MULTILINE)
    return found[1] if found else ""
