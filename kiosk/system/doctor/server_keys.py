"""Keys that lead out below every window: to another virtual terminal, out of the X server, into the kernel."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, Machine, Refused, Silent, Text
from kiosk.system.doctor.ready_linux import only_the_kiosk
from kiosk.system.doctor.running import environment_of
from kiosk.system.doctor.session import Session
from kiosk.system.doctor.shells import VIRTUAL_X_SERVERS, WAYLAND_MANAGERS
from kiosk.system.doctor.xorg import has_option, keyboard_options

TERMINALS = Danger("virtual-terminals", "Ctrl+Alt+F1 to F12")
ZAP = Danger("zap", "Ctrl+Alt+Backspace")
SYSRQ = Danger("sysrq", "Alt+SysRq")
NO_KEYS = "srvrkeys:none"
ENDS_SERVER = "terminate:ctrl_alt_bksp"

_SERVER_FLAGS = (
    'sudo mkdir -p /etc/X11/xorg.conf.d && printf \'Section "ServerFlags"\\n  Option "DontVTSwitch" "true"\\n'
    '  Option "DontZap" "true"\\nEndSection\\n\' | sudo tee /etc/X11/xorg.conf.d/90-kiosk.conf'
    ", then restart the computer"
)
_LABWC = (
    f"mkdir -p ~/.config/labwc && echo XKB_DEFAULT_OPTIONS={NO_KEYS} >> ~/.config/labwc/environment"
    ", then restart the session"
)
_SYSRQ = "echo kernel.sysrq=0 | sudo tee /etc/sysctl.d/90-kiosk.conf && sudo sysctl --system"
_CAGE_FLAGS_WITH_VALUE = "m"


def terminals(machine: Machine, session: Session) -> Found:
    if session.shell == "cage":
        return _of_cage(session.process.arguments)
    if session.is_x11:
        return _of_x(machine, session)
    if session.shell in WAYLAND_MANAGERS:
        return _of_wayland(machine, session)
    if session.shell:
        return TERMINALS.not_held(
            f"{session.shell} leads to the system's own login with these keys.", only_the_kiosk(machine)
        )
    what = "The kiosk's session was not found."
    return TERMINALS.unknown(what, "Start the kiosk, then run kiosk doctor as the same user.")


def zap(machine: Machine, session: Session) -> Found:
    if not session.is_x11:
        return ZAP.held("No X server runs that these keys could end.")
    if has_option(machine, session.server, "DontZap"):
        return ZAP.held("The X server has DontZap.")
    options = keyboard_options(machine)
    if options is None:
        return ZAP.unknown("The X server did not tell the options of its keyboard.", _SERVER_FLAGS)
    if ENDS_SERVER in options and NO_KEYS not in options:
        return ZAP.not_held("These keys end the X server and all that it shows.", _SERVER_FLAGS)
    return ZAP.held("The keyboard has no key that ends the X server.")


def sysrq(machine: Machine) -> Found:
    match machine.read("/proc/sys/kernel/sysrq"):
        case Text(text) if text.strip() == "0":
            return SYSRQ.held("The kernel does not listen to it.")
        case Absent():
            return SYSRQ.held("This kernel has no such key.")
        case Text():
            return SYSRQ.not_held("A keyboard can restart the computer or end the session with it.", _SYSRQ)
        case Refused() | Silent():
            return SYSRQ.unknown("The kernel did not tell.", _SYSRQ)


def _of_cage(arguments: tuple[str, ...]) -> Found:
    if "s" in _cage_flags(arguments):
        return TERMINALS.not_held("cage was started with -s, which allows them.", "Start cage without -s.")
    return TERMINALS.held("cage was started without -s.")


def _cage_flags(arguments: tuple[str, ...]) -> str:
    """Give the letters of cage's own options, which end before its program."""
    flags, words = "", iter(arguments[1:])
    for word in words:
        if word == "--" or not word.startswith("-"):
            break
        letters, with_value, _ = word[1:].partition(_CAGE_FLAGS_WITH_VALUE)
        flags += letters
        if with_value and word.endswith(_CAGE_FLAGS_WITH_VALUE):
            next(words, "")
    return flags


def _of_x(machine: Machine, session: Session) -> Found:
    if session.server.name in VIRTUAL_X_SERVERS:
        return TERMINALS.held(f"{session.server.name} has no virtual terminals.")
    if has_option(machine, session.server, "DontVTSwitch"):
        return TERMINALS.held("The X server has DontVTSwitch.")
    if NO_KEYS in (keyboard_options(machine) or ()):
        return TERMINALS.held(f"The keyboard has {NO_KEYS}.")
    return TERMINALS.not_held("The X server leads to the system's own login with these keys.", _SERVER_FLAGS)


def _of_wayland(machine: Machine, session: Session) -> Found:
    options = environment_of(machine, session.process).get("XKB_DEFAULT_OPTIONS", "")
    if NO_KEYS in options.split(","):
        return TERMINALS.held(f"The keyboard of {session.shell} has {NO_KEYS}.")
    cure = _LABWC if session.shell == "labwc" else only_the_kiosk(machine)
    return TERMINALS.not_held(f"{session.shell} leads to the system's own login with these keys.", cure)
