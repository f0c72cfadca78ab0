"""Whether the computer comes back to the kiosk by itself after a power cut, without a password."""

import re
from collections.abc import Iterator

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Process, Refused, printed
from kiosk.system.doctor.running import running
from kiosk.system.doctor.session import Session
from kiosk.system.doctor.typed import name_of_user
from kiosk.system.doctor.unit import Unit

LOGIN = Danger("login", "Login after a power cut")
GETTY = "/etc/systemd/system/getty@tty1.service.d"
MANAGERS = ("lightdm", "gdm3", "gdm", "sddm", "greetd")

_PLACES = {
    r"^\s*autologin-user\s*=\s*\S": ("/etc/lightdm/lightdm.conf", "/etc/lightdm/lightdm.conf.d/"),
    r"^\s*AutomaticLoginEnable\s*=\s*(?:true|1)": (
        "/etc/gdm3/daemon.conf", "/etc/gdm3/custom.conf", "/etc/gdm/custom.conf",
    ),
    r"^\s*User\s*=\s*\S": ("/etc/sddm.conf", "/etc/sddm.conf.d/"),
    r"^\s*\[initial_session\]": ("/etc/greetd/config.toml",),
    r"^\s*ExecStart=.*getty.*\s(?:--autologin|-a)\s": (f"{GETTY}/", "/etc/systemd/system/getty@.service.d/"),
}  # fmt: skip
"""What says so, and where; a name that ends in / is a folder."""


def login(machine: Machine, session: Session, unit: Unit | None) -> Found:
    if unit is not None and not unit.is_of_user:
        return LOGIN.held(f"{unit.name} starts the kiosk without a login.")
    files = {path: pattern for pattern, places in _PLACES.items() for path in _files(machine, places)}
    answers = {path: machine.read(path) for path in files}
    for path, pattern in files.items():
        if re.search(pattern, printed(answers[path]), re.MULTILINE | re.IGNORECASE):
            return LOGIN.held(f"{path} logs a user in.")
    cure = _cure(session.everybody, name_of_user(session.user))
    if any(isinstance(answer, Refused) for answer in answers.values()):
        return LOGIN.unknown("The settings of the login may not be read.", cure)
    return LOGIN.not_held("Nobody is logged in by itself: the screen would ask for a password.", cure)


def _files(machine: Machine, places: tuple[str, ...]) -> Iterator[str]:
    for place in places:
        if place.endswith("/"):
            yield from (f"{place}{name}" for name in machine.names_in(place))
        else:
            yield place


def _cure(processes: tuple[Process, ...], name: str) -> str:
    manager = next((manager for manager in MANAGERS if running(processes, manager)), "")
    match manager:
        case "lightdm":
            return _drop_in("/etc/lightdm/lightdm.conf.d", f"'[Seat:*]\\nautologin-user=%s\\n' {name}")
        case "sddm":
            return _drop_in("/etc/sddm.conf.d", f"'[Autologin]\\nUser=%s\\n' {name}")
        case "gdm3" | "gdm":
            file = "daemon.conf" if manager == "gdm3" else "custom.conf"
            return f"In /etc/{manager}/{file} below [daemon]: AutomaticLoginEnable=true and AutomaticLogin=the kiosk's user"
        case "greetd":
            return "In /etc/greetd/config.toml write [initial_session] with the command and the user of the kiosk"
        case _:
            line = f"'[Service]\\nExecStart=\\nExecStart=-/sbin/agetty --autologin %s --noclear %%I $TERM\\n' {name}"
            return _drop_in(GETTY, line)


def _drop_in(folder: str, printf: str) -> str:
    return f"sudo mkdir -p {folder} && printf {printf} | sudo tee {folder}/90-kiosk.conf"
