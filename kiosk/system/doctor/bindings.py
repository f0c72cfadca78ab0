"""The window manager's own keys and mouse buttons, which no program can take from it."""

import os
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, Machine, Process, Text
from kiosk.system.doctor.rc_xml import Bindings, Unreadable, labwc_bindings, openbox_bindings
from kiosk.system.doctor.ready_linux import only_the_kiosk
from kiosk.system.doctor.running import environment_of
from kiosk.system.doctor.session import Session
from kiosk.system.doctor.typed import typed

BINDINGS = Danger("bindings", "Keys of the window manager")
_SHOWN = 4

_OF_DESKTOPS = {
    "GNOME": "Super, Alt+Tab, Alt+F2, Alt+F4 and Ctrl+Alt+Delete",
    "KDE Plasma": "Meta, Alt+Tab, Alt+F2, Alt+F4 and Ctrl+Alt+Delete",
}
_OPENBOX_NOTHING = "<keyboard></keyboard> and <mouse></mouse>"
_LABWC_NOTHING = (
    '<keyboard><keybind key="W-F24"><action name="None"/></keybind></keyboard> and <mouse><context name="Root">'
    '<mousebind button="Left" action="Press"><action name="None"/></mousebind></context></mouse>'
)


def bindings(machine: Machine, session: Session) -> Found:
    if session.desktop:
        keys = _OF_DESKTOPS.get(session.desktop, "Alt+Tab, Alt+F4 and the keys of its menus")
        return BINDINGS.not_held(f"{session.desktop} acts on {keys}.", only_the_kiosk(machine))
    match session.shell:
        case "openbox":
            return _of_openbox(machine, session)
        case "labwc":
            return _of_labwc(machine, session)
        case "cage":
            return BINDINGS.held("cage has none.")
        case "" if session.is_x11 and session.server.pid:
            return BINDINGS.held("No window manager runs.")
        case "":
            what = "The kiosk's session was not found."
            return BINDINGS.unknown(what, "Start the kiosk, then run kiosk doctor as the same user.")
        case other:
            cure = f"Try Alt+Tab, Alt+F4, Super and Ctrl+Alt+Delete at the screen; if one does something: {only_the_kiosk(machine)}"
            return BINDINGS.unknown(f"{other} has keys of its own, which doctor cannot read.", cure)


def _of_openbox(machine: Machine, session: Session) -> Found:
    path, xml = _first(machine, _openbox_files(machine, session.process))
    read = openbox_bindings(xml)
    cure = f"In {typed(path)} let the sections read {_OPENBOX_NOTHING}, then type: openbox --reconfigure"
    return _judged("openbox", read, ("Alt+Tab", "Alt+F4"), cure)


def _of_labwc(machine: Machine, session: Session) -> Found:
    path, xml = _first(machine, _labwc_files(machine, session.process))
    read = labwc_bindings(xml)
    cure = f"In {typed(path)} let the sections read {_LABWC_NOTHING}, then type: labwc --reconfigure"
    return _judged("labwc", read, ("Alt+Tab", "Alt+F4", "Super+Return"), cure)


def _judged(name: str, read: Bindings | Unreadable, built_in: tuple[str, ...], cure: str) -> Found:
    if isinstance(read, Unreadable):
        what = f"{name} cannot read its rc.xml and acts on what is built in: {_few(built_in)}."
        return BINDINGS.not_held(what, cure)
    mouse = () if read.has_mouse else ("Alt and a drag",)
    found = (*read.harmful, *(() if read.has_keys else built_in), *mouse)
    if found:
        return BINDINGS.not_held(f"{name} acts on {_few(found)}.", cure)
    return BINDINGS.held(f"The rc.xml of {name} has none that does harm.")


def _few(found: tuple[str, ...]) -> str:
    rest = len(found) - _SHOWN
    return ", ".join(found[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _first(machine: Machine, paths: Iterator[str]) -> tuple[str, str]:
    """Give the first of the files that is there, and what it holds; the last one where there is none."""
    path = ""
    for path in paths:
        match machine.read(path):
            case Text(text):
                return path, text
            case Absent():
                continue
            case _:
                return path, ""
    return path, ""


def _openbox_files(machine: Machine, process: Process) -> Iterator[str]:
    environment = environment_of(machine, process)
    chosen = _after(process.arguments, "--config-file")
    if chosen:
        yield os.path.join(_home(environment), chosen)  # noqa: PTH118  # openbox goes to the home folder first
    yield from _xdg(environment, "openbox/rc.xml")


def _labwc_files(machine: Machine, process: Process) -> Iterator[str]:
    environment = environment_of(machine, process)
    if chosen := _after(process.arguments, "-c", "--config"):
        yield chosen
    if folder := _after(process.arguments, "-C", "--config-dir"):
        yield f"{folder}/rc.xml"
    yield from _xdg(environment, "labwc/rc.xml")


def _after(arguments: tuple[str, ...], *options: str) -> str:
    return next((value for option, value in pairwise(arguments) if option in options), "")


def _xdg(environment: Mapping[str, str], name: str) -> Iterator[str]:
    """Give the places of the XDG Base Directory Specification, the user's own first."""
    yield f"{environment.get('XDG_CONFIG_HOME') or _home(environment) + '/.config'}/{name}"
    folders = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    yield from (f"{folder}/{name}" for folder in folders.split(":"))


def _home(environment: Mapping[str, str]) -> str:
    return environment.get("HOME", "~")
