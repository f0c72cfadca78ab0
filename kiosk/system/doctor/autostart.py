"""Whether the kiosk comes by itself once its user is logged in."""

from kiosk.system.autostart_entry import NAME
from kiosk.system.autostart_macos import LABEL
from kiosk.system.autostart_startup_windows import startup_folder
from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Text, There, printed
from kiosk.system.doctor.session import Session
from kiosk.system.doctor.shell_windows import ASSIGNED_ACCESS, LAUNCHER, WINLOGON
from kiosk.system.doctor.shells import KIOSK_SHELLS
from kiosk.system.doctor.unit import Unit

AUTOSTART = Danger("autostart", "Start at log-in")
CURE = "kiosk autostart enable, as the kiosk's user"
RUNS_KIOSK = '^[^#]*kiosk"? "?run'
SWITCHED_OFF = "^(Hidden=true|X-GNOME-Autostart-enabled=false)"

_OF_SESSIONS = ("autostart", "openbox/autostart", "labwc/autostart", "lxsession", "sway/config", "i3/config")
_OF_SYSTEMD = ("graphical-session.target.wants", "default.target.wants")
_OF_X = (".xsession", ".xinitrc")
_NOTHING = "Nothing starts the kiosk after a log-in: a restart would end at an empty desktop."


def autostart_linux(machine: Machine, session: Session, unit: Unit | None, cure: str = CURE) -> Found:
    if unit is not None:
        return AUTOSTART.held(f"{unit.name} starts it.")
    if printed(machine.run("systemctl", "is-enabled", "kiosk.service")).startswith("enabled"):
        return AUTOSTART.held("kiosk.service starts it with the computer.")
    if session.shell in KIOSK_SHELLS:
        return AUTOSTART.held(f"{session.shell} starts it, and nothing else.")
    if session.user != machine.user:
        return AUTOSTART.unknown("It is another user who logs in.", "Run kiosk doctor as the kiosk's user.")
    files = _files_that_start_it(machine)
    return AUTOSTART.held(f"{files[0]} starts it.") if files else AUTOSTART.not_held(_NOTHING, cure)


def autostart_windows(machine: Machine) -> Found:
    shells = (machine.registry(rf"{root}\{WINLOGON}", "Shell") for root in ("HKCU", "HKLM"))
    if any("kiosk" in str(shell).casefold() for shell in shells):
        return AUTOSTART.held("Windows starts it in place of Explorer.")
    if machine.has_registry(LAUNCHER) or machine.has_registry(ASSIGNED_ACCESS):
        return AUTOSTART.held("Windows starts what it was given in place of Explorer.")
    match machine.run("schtasks", "/Query", "/TN", NAME):
        case Text(_, 0):
            return AUTOSTART.held("A task starts it.")
        case _:
            file = str(startup_folder(machine.environment) / f"{NAME}.cmd")
            is_there = isinstance(machine.look((file,))[0], There)
            return AUTOSTART.held(f"{file} starts it.") if is_there else AUTOSTART.not_held(_NOTHING, CURE)


def autostart_macos(machine: Machine) -> Found:
    folder = f"{machine.environment.get('HOME', '')}/Library/LaunchAgents"
    agents = [name for name in machine.names_in(folder) if name.startswith(f"{LABEL}{NAME}")]
    return AUTOSTART.held(f"{folder}/{agents[0]} starts it.") if agents else AUTOSTART.not_held(_NOTHING, CURE)


def _files_that_start_it(machine: Machine) -> tuple[str, ...]:
    """Let grep look, which can be left behind where a home folder hangs."""
    home = machine.environment.get("HOME", "")
    config = machine.environment.get("XDG_CONFIG_HOME") or f"{home}/.config"
    places = (
        *(f"{config}/{place}" for place in _OF_SESSIONS),
        *(f"{config}/systemd/user/{place}" for place in _OF_SYSTEMD),
        *(f"{home}/{place}" for place in _OF_X),
        "/etc/xdg/autostart",
        "/etc/xdg/openbox/autostart",
    )
    found = printed(machine.run("grep", "-RslE", "-e", RUNS_KIOSK, "--", *places)).splitlines()
    return tuple(printed(machine.run("grep", "-LE", "-e", SWITCHED_OFF, "--", *found)).splitlines()) if found else ()
