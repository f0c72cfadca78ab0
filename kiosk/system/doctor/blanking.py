"""What makes the screen dark or locks it while nobody touches it."""

import re

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, Answer, Machine, Text, printed
from kiosk.system.doctor.running import running
from kiosk.system.doctor.session import Session

BLANKING = Danger("blanking", "Screen goes dark by itself")
LOCKER = Danger("locker", "Screen saver and lock")
LOCKERS = {
    "xscreensaver": "xscreensaver",
    "light-locker": "light-locker",
    "xss-lock": "xss-lock",
    "gnome-screensaver": "gnome-screensaver",
    "mate-screensaver": "mate-screensaver",
    "cinnamon-screensaver": "cinnamon-screensaver",
    "xfce4-screensaver": "xfce4-screensaver",
    "xautolock": "xautolock",
    "i3lock": "i3lock",
    "swayidle": "swayidle",
    "swaylock": "swaylock",
    "hypridle": "hypridle",
}
"""Each with the package that brings it."""

_X_CURE = (
    "xset s off -dpms, and the same line into the file that starts the session, such as ~/.config/openbox/autostart"
)
_XSET_CURE = "sudo apt install x11-xserver-utils (or your system's package of xset), then again: kiosk doctor"
_GNOME_DARK = ("org.gnome.desktop.session", "idle-delay")
_GNOME_LOCK = ("org.gnome.desktop.screensaver", "lock-enabled")
_TIMEOUT = re.compile(r"timeout:\s*(\d+)")


def blanking(machine: Machine, session: Session) -> Found:
    if session.shell in {"gnome-shell", "gnome-kiosk"}:
        return _of_gnome(machine)
    if session.is_x11:
        return _of_x(machine.run("xset", "q"))
    if session.desktop:
        what = f"{session.desktop} has its own settings for it."
        return BLANKING.unknown(what, "In its energy settings, let the screen never switch off.")
    if session.shell:
        return BLANKING.held(f"{session.shell} keeps the screen on.")
    what = "The kiosk's session was not found."
    return BLANKING.unknown(what, "Start the kiosk, then run kiosk doctor as the same user.")


def locker(machine: Machine, session: Session) -> Found:
    if found := next((name for name in LOCKERS if running(session.processes, name)), ""):
        cure = f"sudo apt remove {LOCKERS[found]}, then restart the session"
        return LOCKER.not_held(f"{found} runs.", cure)
    match session.desktop:
        case "GNOME":
            return _lock_of_gnome(machine)
        case "KDE Plasma":
            return _lock_of_plasma(machine, session)
        case _:
            return LOCKER.held("No program runs that locks the screen.")


def _of_x(answer: Answer) -> Found:
    if isinstance(answer, Absent):
        return BLANKING.unknown("There is no xset, which asks the X server.", _XSET_CURE)
    told = printed(answer)
    timeout = _TIMEOUT.search(told)
    if timeout is None:
        return BLANKING.unknown("The X server did not tell (xset q).", _X_CURE)
    seconds = int(timeout[1])
    if seconds:
        return BLANKING.not_held(f"The X server blanks the screen after {seconds} s.", _X_CURE)
    if "DPMS is Enabled" in told and any(map(int, re.findall(r"(?:Standby|Suspend|Off): *(\d+)", told))):
        return BLANKING.not_held("The X server lets the screen switch off (DPMS is enabled).", _X_CURE)
    return BLANKING.held("The X server neither blanks the screen nor switches it off.")


def _of_gnome(machine: Machine) -> Found:
    cure = "gsettings set org.gnome.desktop.session idle-delay 0"
    match machine.run("gsettings", "get", *_GNOME_DARK):
        case Text(text, 0):
            seconds = text.split()[-1] if text.split() else ""
            if seconds == "0":
                return BLANKING.held("GNOME keeps the screen on.")
            return BLANKING.not_held(f"GNOME makes the screen dark after {seconds} s.", cure)
        case _:
            return BLANKING.unknown("GNOME did not tell (gsettings).", cure)


def _lock_of_gnome(machine: Machine) -> Found:
    cure = "gsettings set org.gnome.desktop.screensaver lock-enabled false"
    match machine.run("gsettings", "get", *_GNOME_LOCK):
        case Text(text, 0) if text.strip() == "false":
            return LOCKER.held("GNOME does not lock the screen.")
        case Text(_, 0):
            return LOCKER.not_held("GNOME locks the screen, and then asks for a password.", cure)
        case _:
            return LOCKER.unknown("GNOME did not tell (gsettings).", cure)


def _lock_of_plasma(machine: Machine, session: Session) -> Found:
    folder = session.environment.get("XDG_CONFIG_HOME") or f"{session.environment.get('HOME', '~')}/.config"
    settings = printed(machine.read(f"{folder}/kscreenlockerrc"))
    if re.search(r"^Autolock=false$", settings, re.MULTILINE):
        return LOCKER.held("KDE Plasma does not lock the screen.")
    cure = "kwriteconfig6 --file kscreenlockerrc --group Daemon --key Autolock false (kwriteconfig5 in Plasma 5)"
    return LOCKER.not_held("KDE Plasma locks the screen, and then asks for a password.", cure)
