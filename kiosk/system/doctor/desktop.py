"""Whether anything but the kiosk can come onto the screen."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.ready_linux import only_the_kiosk
from kiosk.system.doctor.session import Session
from kiosk.system.doctor.shells import KIOSK_SHELLS

SESSION = Danger("session", "Desktop")


def desktop(machine: Machine, session: Session) -> Found:
    if session.desktop:
        what = f"{session.desktop} runs: its panel, its menus and its settings are a key or a gesture away."
        return SESSION.not_held(what, only_the_kiosk(machine))
    if session.shell in KIOSK_SHELLS:
        return SESSION.held(f"{session.shell} shows one program and nothing else.")
    if session.shell:
        return SESSION.held(f"{session.shell} runs, and no desktop.")
    if session.is_x11 and session.server.pid:
        return SESSION.held("The X server runs, and neither a desktop nor a window manager.")
    what = "The kiosk's session was not found."
    return SESSION.unknown(what, "Start the kiosk, then run kiosk doctor as the same user.")
