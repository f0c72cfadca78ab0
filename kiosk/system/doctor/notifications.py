"""Bubbles of other programs in front of the kiosk, and programs that like to open a window by themselves."""

from collections.abc import Iterator

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Text, printed
from kiosk.system.doctor.running import running
from kiosk.system.doctor.session import Session
from kiosk.system.doctor.typed import typed

NOTIFICATIONS = Danger("notifications", "Notifications and pop-ups")
SERVICES = ("/usr/local/share/dbus-1/services", "/usr/share/dbus-1/services")
NAME = "Name=org.freedesktop.Notifications\n"
PROGRAMS = {
    "dunst": "dunst",
    "mako": "mako-notifier",
    "swaync": "sway-notification-center",
    "fnott": "fnott",
    "notification-daemon": "notification-daemon",
    "notify-osd": "notify-osd",
    "xfce4-notifyd": "xfce4-notifyd",
    "mate-notification-daemon": "mate-notification-daemon",
    "lxqt-notificationd": "lxqt-notificationd",
    "update-notifier": "update-notifier",
    "gnome-software": "gnome-software",
    "nm-applet": "network-manager-gnome",
    "blueman-applet": "blueman",
}
"""Each with the package of Debian that brings it."""

_GNOME = ("org.gnome.desktop.notifications", "show-banners")


def notifications(machine: Machine, session: Session) -> Found:
    if found := [name for name in PROGRAMS if running(session.processes, name)]:
        packages = " ".join(PROGRAMS[name] for name in found)
        what = f"{', '.join(found)} can put something in front of the kiosk."
        return NOTIFICATIONS.not_held(what, f"sudo apt remove {packages}, then restart the session")
    if session.desktop == "GNOME":
        return _of_gnome(machine)
    if session.desktop:
        cure = "In its settings, switch on Do not disturb, for ever"
        return NOTIFICATIONS.not_held(f"{session.desktop} shows those of every program.", cure)
    if file := next(_that_start_one(machine), ""):
        cure = f'sudo apt remove "$(dpkg -S {typed(file)} | cut -d: -f1)"'
        return NOTIFICATIONS.not_held("A program that shows them starts when any other sends one.", cure)
    return NOTIFICATIONS.held("No program runs that shows them.")


def _of_gnome(machine: Machine) -> Found:
    cure = "gsettings set org.gnome.desktop.notifications show-banners false"
    match machine.run("gsettings", "get", *_GNOME):
        case Text(text, 0) if text.strip() == "false":
            return NOTIFICATIONS.held("GNOME shows none.")
        case Text(_, 0):
            return NOTIFICATIONS.not_held("GNOME shows those of every program.", cure)
        case _:
            return NOTIFICATIONS.unknown("GNOME did not tell (gsettings).", cure)


def _that_start_one(machine: Machine) -> Iterator[str]:
    """Give the files by which the session bus starts a program as soon as somebody has a notification for it."""
    for folder in SERVICES:
        for name in machine.names_in(folder):
            if NAME in printed(machine.read(f"{folder}/{name}")) + "\n":
                yield f"{folder}/{name}"
