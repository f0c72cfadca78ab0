"""Dangers of Windows that one value of the registry holds off."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.ready_windows import settings_of_the_user

_POLICIES = r"Software\Microsoft\Windows\CurrentVersion\Policies"


@dataclass(frozen=True, slots=True)
class Setting:
    """`wanted` is the value that holds the danger off; where nothing is written, Windows does not."""

    danger: Danger
    key: str
    name: str
    wanted: int
    what: str


SETTINGS = (
    Setting(
        Danger("windows-keys", "Keys with the Windows logo"),
        rf"HKCU\{_POLICIES}\Explorer",
        "NoWinKeys",
        1,
        "They open the Start menu, the settings and other programs.",
    ),
    Setting(
        Danger("task-manager", "Task Manager"),
        rf"HKCU\{_POLICIES}\System",
        "DisableTaskMgr",
        1,
        "Ctrl+Alt+Delete and Ctrl+Shift+Esc lead to it, and from there to any program.",
    ),
    Setting(
        Danger("lock-key", "Lock by Ctrl+Alt+Delete or Windows+L"),
        rf"HKCU\{_POLICIES}\System",
        "DisableLockWorkstation",
        1,
        "A visitor can lock the computer, which then asks for a password.",
    ),
    Setting(
        Danger("change-password", "Change of the password"),
        rf"HKCU\{_POLICIES}\System",
        "DisableChangePassword",
        1,
        "Ctrl+Alt+Delete offers it.",
    ),
    Setting(
        Danger("sign-out", "Sign out by Ctrl+Alt+Delete"),
        rf"HKCU\{_POLICIES}\Explorer",
        "NoLogoff",
        1,
        "A visitor can sign the kiosk's user out.",
    ),
    Setting(
        Danger("user-switch", "Change to another user"),
        r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System",
        "HideFastUserSwitching",
        1,
        "Ctrl+Alt+Delete offers it.",
    ),
    Setting(
        Danger("edge-swipe", "Swipe from the edge of the screen"),
        r"HKLM\SOFTWARE\Policies\Microsoft\Windows\EdgeUI",
        "AllowEdgeSwipe",
        0,
        "A finger brings the notifications or other programs in.",
    ),
    Setting(
        Danger("notifications", "Notifications and pop-ups"),
        r"HKCU\Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications",
        "NoToastApplicationNotification",
        1,
        "Windows shows those of every program, with links into the settings.",
    ),
    Setting(
        Danger("error-windows", "Windows about errors"),
        r"HKCU\Software\Microsoft\Windows\Windows Error Reporting",
        "DontShowUI",
        1,
        "A program that ends badly leaves a window in front of the kiosk.",
    ),
    Setting(
        Danger("narrator-key", "Narrator by Windows+Ctrl+Enter"),
        r"HKCU\Software\Microsoft\Narrator\NoRoam",
        "WinEnterLaunchEnabled",
        0,
        "It opens a window with links into the settings.",
    ),
)


def settings(machine: Machine) -> Iterator[Found]:
    for setting in SETTINGS:
        yield judged(machine, setting)


def judged(machine: Machine, setting: Setting) -> Found:
    value = machine.registry(setting.key, setting.name)
    if value == setting.wanted:
        return setting.danger.held(f"{setting.name} is {setting.wanted}.")
    return setting.danger.not_held(setting.what, settings_of_the_user(machine))


def add(key: str, name: str, kind: str, value: int | str) -> str:
    """Write the command that sets a value; one of HKLM is for an administrator, of HKCU for the kiosk's user."""
    return f'reg add "{key}" /v "{name}" /t {kind} /d "{value}" /f'
