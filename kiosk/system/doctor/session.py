"""The session that the kiosk runs in: which program decides what else can come onto the screen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kiosk.system.doctor.machine import NOBODY, Machine, Process
from kiosk.system.doctor.ready_linux import CONTACT
from kiosk.system.doctor.running import environment_of, kiosks, running
from kiosk.system.doctor.shells import (
    DESKTOPS,
    KIOSK_SHELLS,
    VIRTUAL_X_SERVERS,
    WAYLAND_MANAGERS,
    X_MANAGERS,
    X_SERVERS,
)

SCREEN_VARIABLES: Final = ("DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY")
_DISPLAY: Final = re.compile(r":\d+")


@dataclass(frozen=True, slots=True)
class Session:
    """`shell` is the program's plain name, "" for none, `process` the one that it is; `desktop` is "" for none."""

    shell: str = ""
    process: Process = NOBODY
    desktop: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    everybody: tuple[Process, ...] = ()
    processes: tuple[Process, ...] = ()
    """Those of everybody that are of this session, as far as is known."""

    user: int = 0
    """The kiosk's, as far as is known, or else the one that asks."""

    server: Process = NOBODY
    """The X server, where there is one."""

    @property
    def is_x11(self) -> bool:
        if self.shell in (*KIOSK_SHELLS, *WAYLAND_MANAGERS) or self.environment.get("WAYLAND_DISPLAY"):
            return False
        return self.shell in X_MANAGERS or _is_x11(self.environment)


def session_of(machine: Machine) -> Session:
    everybody = machine.processes()
    user = _user(machine, everybody)
    processes = _of_user(machine, everybody, user)
    desktop = next((title for name, title in DESKTOPS.items() if running(processes, name)), "")
    shell, process = _shell(machine, processes)
    environment = _environment(machine, (*kiosks(everybody), process))
    server = _server(everybody, environment.get("DISPLAY", ""))
    return Session(shell, process, desktop, environment, everybody, processes, user, server)


def _user(machine: Machine, everybody: tuple[Process, ...]) -> int:
    """Give ourselves, or whoever made us root; without a screen of our own, the user of a kiosk that runs.

    Who asks as the service is its user, whoever has a kiosk at a desktop meanwhile.
    """
    asks = machine.environment.get("SUDO_UID", "")
    own = int(asks) if machine.user == 0 and asks.isdecimal() else machine.user
    if _has_screen(machine.environment) or machine.environment.get("KIOSK_CONFIG") == str(CONTACT):
        return own
    return next((process.user for process in kiosks(everybody)), own)


def _of_user(machine: Machine, everybody: tuple[Process, ...], user: int) -> tuple[Process, ...]:
    """Give the processes of the user; those of everybody where a root without a screen of its own asks."""
    if user == 0 and not _has_screen(machine.environment):
        return everybody
    return tuple(process for process in everybody if process.user == user)


def _shell(machine: Machine, processes: tuple[Process, ...]) -> tuple[str, Process]:
    for name in (*KIOSK_SHELLS, *WAYLAND_MANAGERS, *DESKTOPS, *X_MANAGERS):
        found = running(processes, name)
        if name in X_MANAGERS:
            found = _on_our_display(machine, found)
        if found:
            return name, found[0]
    return "", NOBODY


def _on_our_display(machine: Machine, processes: tuple[Process, ...]) -> tuple[Process, ...]:
    """Give those that say our display, or else those that do not say theirs; without a display of ours, all."""
    ours = _server_name(machine.environment["DISPLAY"]) if _is_x11(machine.environment) else ""
    theirs = {process: _server_name(environment_of(machine, process).get("DISPLAY", "")) for process in processes}
    same = tuple(process for process in processes if ours in {"", theirs[process]})
    return same or tuple(process for process in processes if not theirs[process])


def _environment(machine: Machine, others: tuple[Process, ...]) -> Mapping[str, str]:
    """Find the screen where another process has it when we were started from elsewhere, as by ssh.

    Nothing else is taken from there: no program that we run may be chosen by another user.
    """
    if _has_screen(machine.environment):
        return machine.environment
    for theirs in (environment_of(machine, process) for process in others):
        if _has_screen(theirs):
            return {**machine.environment, **{name: theirs[name] for name in SCREEN_VARIABLES if name in theirs}}
    return machine.environment


def _has_screen(environment: Mapping[str, str]) -> bool:
    """Tell whether it names a screen of this machine, not one that ssh forwards to."""
    return bool(environment.get("WAYLAND_DISPLAY")) or _is_x11(environment)


def _is_x11(environment: Mapping[str, str]) -> bool:
    return environment.get("DISPLAY", "").startswith((":", "unix:"))


def _server(everybody: tuple[Process, ...], display: str) -> Process:
    """Give the X server of this display; which one that is, those do not say that have chosen a display by themselves.

    Then any of them will do where all are of one kind: it is the kind that matters.
    """
    servers = running(everybody, *X_SERVERS, *VIRTUAL_X_SERVERS)
    named = {server: next(filter(_DISPLAY.fullmatch, server.arguments), "") for server in servers}
    ours = tuple(server for server in servers if named[server] == _server_name(display) != "")
    found = ours or tuple(server for server in servers if not named[server] or not display)
    return found[0] if len({server.name for server in found}) == 1 else NOBODY


def _server_name(display: str) -> str:
    """Give ":0" of ":0.0"."""
    return display.removeprefix("unix").partition(".")[0]
