"""Hot keys of the helps for disabled people, whose dialogs lead into the settings: five times Shift, and their like."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Text
from kiosk.system.doctor.running import running
from kiosk.system.doctor.session import Session

ACCESSIBILITY = Danger("accessibility-keys", "Hot keys such as five times Shift")
_GNOME = ("org.gnome.desktop.a11y.keyboard", "enable")


def accessibility(machine: Machine, session: Session) -> Found:
    if session.desktop == "GNOME":
        return _of_gnome(machine)
    if running(session.processes, "kaccess"):
        cure = "In System Settings, Accessibility, Activation Gestures: switch all off"
        return ACCESSIBILITY.not_held("KDE Plasma listens to them (kaccess runs).", cure)
    if session.desktop:
        cure = "In its accessibility settings, switch off every key that starts something"
        return ACCESSIBILITY.unknown(f"{session.desktop} has its own settings for them.", cure)
    return ACCESSIBILITY.held("No program runs that listens to them.")


def _of_gnome(machine: Machine) -> Found:
    cure = "gsettings set org.gnome.desktop.a11y.keyboard enable false"
    match machine.run("gsettings", "get", *_GNOME):
        case Text(text, 0) if text.strip() == "false":
            return ACCESSIBILITY.held("GNOME does not listen to them.")
        case Text(_, 0):
            return ACCESSIBILITY.not_held("GNOME switches helps on when Shift is pressed five times.", cure)
        case _:
            return ACCESSIBILITY.unknown("GNOME did not tell (gsettings).", cure)
