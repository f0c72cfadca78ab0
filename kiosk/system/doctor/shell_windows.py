"""What Windows starts in place of its desktop, and which means its edition has for it."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.ready_windows import KEYBOARD_FILTER as FILTER_ON
from kiosk.system.doctor.ready_windows import SHELL_LAUNCHER
from kiosk.system.doctor.running import running

EDITION = Danger("edition", "Edition of Windows")
SHELL = Danger("session", "Desktop")
KEYBOARD_FILTER = Danger("keyboard-filter", "Keyboard Filter")

VERSION = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
WINLOGON = r"Software\Microsoft\Windows NT\CurrentVersion\Winlogon"
LAUNCHER = r"HKLM\SOFTWARE\Microsoft\Windows Embedded\Shell Launcher"
ASSIGNED_ACCESS = r"HKLM\SOFTWARE\Microsoft\Windows\AssignedAccessConfiguration"
FILTER_SERVICE = r"HKLM\SYSTEM\CurrentControlSet\Services\MsKeyboardFilter"
_AUTOMATIC = 2

_WITH_LAUNCHER = ("Enterprise", "Education", "IoTEnterprise", "ServerStandard", "ServerDatacenter")
_PROGRAM = r"\"%ProgramFiles%\Kiosk\kioskw.exe\" run --kiosk"
_OWN_SHELL = rf'reg add "HKCU\{WINLOGON}" /v Shell /t REG_SZ /d "{_PROGRAM}" /f, as the kiosk\'s user'


def edition(machine: Machine) -> Found:
    name = str(machine.registry(VERSION, "EditionID") or "")
    if not name:
        return EDITION.unknown("Windows did not tell its edition.", "winver")
    if has_launcher(machine):
        return EDITION.held(f"{name} has Shell Launcher and Keyboard Filter.")
    what = f"{_plain(name)} has neither Shell Launcher nor Keyboard Filter."
    cure = f"Use Windows Enterprise, Education or IoT Enterprise; or as far as it goes: {_OWN_SHELL}"
    return EDITION.not_held(what, cure)


def shell(machine: Machine) -> Found:
    if running(machine.processes(), "explorer.exe"):
        means = SHELL_LAUNCHER if has_launcher(machine) else _OWN_SHELL
        return SHELL.not_held("Explorer runs: the taskbar and the Start menu are a key or a swipe away.", means)
    if machine.has_registry(LAUNCHER):
        return SHELL.held("Shell Launcher starts the kiosk in place of Explorer.")
    if machine.has_registry(ASSIGNED_ACCESS):
        return SHELL.held("Assigned Access is set up, and Explorer does not run.")
    own = machine.registry(rf"HKCU\{WINLOGON}", "Shell") or machine.registry(rf"HKLM\{WINLOGON}", "Shell")
    if isinstance(own, str) and own.casefold() != "explorer.exe":
        return SHELL.held("Windows starts another program in place of Explorer.")
    return SHELL.unknown("Explorer does not run now, but is what Windows starts.", _OWN_SHELL)


def keyboard_filter(machine: Machine) -> Found:
    start = machine.registry(FILTER_SERVICE, "Start")
    if start == _AUTOMATIC:
        return KEYBOARD_FILTER.held("It starts with Windows.")
    if has_launcher(machine):
        return KEYBOARD_FILTER.not_held("It is off: Alt+Tab, Ctrl+Esc and Alt+F4 go to Windows.", FILTER_ON)
    what = "This edition has none: Alt+Tab, Ctrl+Esc and Alt+F4 go to Windows."
    return KEYBOARD_FILTER.not_held(what, f"Put up no keyboard, or let nothing else run: {_OWN_SHELL}")


def has_launcher(machine: Machine) -> bool:
    return str(machine.registry(VERSION, "EditionID") or "").startswith(_WITH_LAUNCHER)


def _plain(edition_id: str) -> str:
    if edition_id.startswith("Core"):
        return "Windows Home"
    return "Windows Pro" if edition_id.startswith("Professional") else f"Windows {edition_id}"
