"""The desktop of macOS, its notifications, its login and its screens."""

import json
import re
from collections.abc import Mapping

from kiosk.system.doctor.blanking import BLANKING
from kiosk.system.doctor.desktop import SESSION
from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.login import LOGIN
from kiosk.system.doctor.machine import Machine, Text
from kiosk.system.doctor.notifications import NOTIFICATIONS
from kiosk.system.doctor.running import running
from kiosk.system.doctor.screens import SCREEN, Screens, judged
from kiosk.system.doctor.settings_macos import defaults
from kiosk.system.doctor.sleep import SLEEP

LOGIN_WINDOW = "/Library/Preferences/com.apple.loginwindow"
_SINGLE_APP = "Let a device management (MDM) put the kiosk into Single App Mode; macOS has no other means"


def session_macos(machine: Machine) -> Found:
    if running(machine.processes(), "Dock"):
        return SESSION.not_held("The Dock and the Finder run: Cmd+Tab and a swipe lead to them.", _SINGLE_APP)
    return SESSION.held("Neither the Dock nor the Finder runs.")


def notifications_macos() -> Found:
    cure = "System Settings, Focus, Do Not Disturb: switch it on, with a schedule of the whole day"
    return NOTIFICATIONS.unknown("macOS does not tell whether it shows them.", cure)


def login_macos(machine: Machine) -> Found:
    cure = "System Settings, Users & Groups: Automatically log in as the kiosk's user (FileVault must be off)"
    match defaults(machine, LOGIN_WINDOW, "autoLoginUser"):
        case None:
            return LOGIN.unknown("macOS did not tell (defaults).", cure)
        case "":
            return LOGIN.not_held("Nobody is logged in by itself: the screen would ask for a password.", cure)
        case _:
            return LOGIN.held("A user is logged in by itself.")


def power_macos(machine: Machine) -> tuple[Found, Found]:
    """Judge what pmset tells: minutes until the screen goes dark, and until the computer sleeps."""
    match machine.run("pmset", "-g"):
        case Text(text, 0):
            told = {name: int(minutes) for name, minutes in re.findall(r"^\s*(\w+)\s+(\d+)", text, re.MULTILINE)}
        case _:
            told = {}
    return _of_minutes(BLANKING, told, "displaysleep"), _of_minutes(SLEEP, told, "sleep")


def screen_macos(machine: Machine, wanted: str) -> Found:
    match machine.run("system_profiler", "SPDisplaysDataType", "-json"):
        case Text(text, 0) if text.startswith("{"):
            return judged(wanted, Screens(_names(json.loads(text))))
        case _:
            return SCREEN.unknown(
                "macOS did not tell which screens are connected.", "system_profiler SPDisplaysDataType"
            )


def _of_minutes(danger: Danger, told: Mapping[str, int], name: str) -> Found:
    cure = f"sudo pmset -a {name} 0"
    if name not in told:
        return danger.unknown("macOS did not tell (pmset).", cure)
    if told[name]:
        return danger.not_held(f"It does after {told[name]} minutes.", cure)
    return danger.held("macOS does not let it.")


def _names(told: dict[str, list[dict[str, list[dict[str, str]]]]]) -> tuple[str, ...]:
    """Find the names in what system_profiler prints: graphics cards, each with its screens."""
    cards = told.get("SPDisplaysDataType", [])
    return tuple(screen.get("_name", "") for card in cards for screen in card.get("spdisplays_ndrvs", []))
