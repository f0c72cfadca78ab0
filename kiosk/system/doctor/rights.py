"""What a visitor who did get out could do as the kiosk's user."""

import re

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, Machine, Text
from kiosk.system.doctor.typed import name_of_user

ROOT = Danger("administrator", "Rights of the kiosk's user")
SUDO = Danger("sudo", "Administrator's rights by sudo")
GROUPS = ("sudo", "wheel", "admin")
"""The last may also be nothing but the own group of a user who is called so."""

_LISTED = "sudo grep -r NOPASSWD /etc/sudoers /etc/sudoers.d"
_ROOT_CURES = {
    "win32": "Sign in with a standard user that is for the kiosk alone: net user kiosk * /add",
    "darwin": "Log in with a standard user that is for the kiosk alone: System Settings, Users & Groups, Add User",
}
_ROOT_CURE = "sudo adduser --disabled-password lobby, and start the kiosk as this user"


def root(machine: Machine, user: int) -> Found:
    if user:
        is_windows = machine.system == "win32"
        return ROOT.held("It is a user without an administrator's rights." if is_windows else "It is not root.")
    who = "an administrator with all rights" if machine.system == "win32" else "root"
    return ROOT.not_held(f"The kiosk's user is {who}.", _ROOT_CURES.get(machine.system, _ROOT_CURE))


def sudo(machine: Machine, user: int) -> Found:
    """Ask sudo only where the user is of a group that it is for: it reports everybody else to the administrator."""
    if user == 0:
        return SUDO.not_held("root needs no password for anything.", _ROOT_CURE)
    match machine.run("id", "-nG", str(user)):
        case Text(text, 0):
            theirs = text.split()
        case _:
            return SUDO.unknown("The system did not tell the groups of the kiosk's user.", f"id -nG {user}")
    group = next((group for group in GROUPS if group in theirs), None)
    if group is None:
        return SUDO.held("The kiosk's user is in no group that may use sudo.")
    return _of_group(machine, user, group)


def _of_group(machine: Machine, user: int, group: str) -> Found:
    """Judge a member of the group: sudo answers the user who asks alone, but that it is there it tells everybody."""
    match machine.run("sudo", "-n", "-l") if user == machine.user else machine.run("sudo", "-V"):
        case Absent():
            return SUDO.held("There is no sudo.")
        case Text(text) if re.search(r"NOPASSWD:", text):
            what = "The kiosk's user may do everything without a password."
            return SUDO.not_held(what, f"{_leaving(user, group)}, and delete what this lists: {_LISTED}")
        case _:
            what = (
                f"The kiosk's user is in the group {group}: whoever has its password is an administrator at the screen."
            )
            return SUDO.not_held(what, _leaving(user, group))


def _leaving(user: int, group: str) -> str:
    """Have another administrator made first: the kiosk's user may be the only one."""
    return (
        f"First make another administrator, or there may be none left: sudo adduser office; sudo usermod -aG {group} "
        f"office. Then, logged in as office: sudo gpasswd --delete {name_of_user(user)} {group}"
    )
