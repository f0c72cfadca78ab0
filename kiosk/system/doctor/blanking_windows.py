"""What makes the screen of Windows dark or locks it while nobody touches it."""

import re

from kiosk.system.doctor.blanking import BLANKING, LOCKER
from kiosk.system.doctor.found import Found
from kiosk.system.doctor.machine import Machine, Text
from kiosk.system.doctor.ready_windows import POWER
from kiosk.system.doctor.settings_windows import add
from kiosk.system.doctor.sleep import SLEEP

DESKTOP = r"HKCU\Control Panel\Desktop"
DESKTOP_POLICY = r"HKCU\Software\Policies\Microsoft\Windows\Control Panel\Desktop"
SYSTEM_POLICY = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"

_DARK = ("SUB_VIDEO", "VIDEOIDLE")
_ASLEEP = ("SUB_SLEEP", "STANDBYIDLE")
_VALUE = re.compile(r"0x[0-9a-fA-F]{8}")
_WITH_THE_BUTTONS = f"; or this and the buttons of the computer at once: {POWER}"
_DARK_CURE = f"powercfg /change monitor-timeout-ac 0 & powercfg /change monitor-timeout-dc 0{_WITH_THE_BUTTONS}"
_ASLEEP_CURE = f"powercfg /change standby-timeout-ac 0 & powercfg /change standby-timeout-dc 0{_WITH_THE_BUTTONS}"


def blanking_windows(machine: Machine) -> Found:
    seconds = _seconds(machine, *_DARK)
    if seconds is None:
        return BLANKING.unknown("Windows did not tell (powercfg).", _DARK_CURE)
    if seconds:
        return BLANKING.not_held(f"Windows switches the screen off after {seconds} s.", _DARK_CURE)
    return BLANKING.held("Windows keeps the screen on.")


def sleep_windows(machine: Machine) -> Found:
    seconds = _seconds(machine, *_ASLEEP)
    if seconds is None:
        return SLEEP.unknown("Windows did not tell (powercfg).", _ASLEEP_CURE)
    if seconds:
        return SLEEP.not_held(f"Windows sends it to sleep after {seconds} s.", _ASLEEP_CURE)
    return SLEEP.held("Windows lets it run.")


def locker_windows(machine: Machine) -> Found:
    limit = machine.registry(SYSTEM_POLICY, "InactivityTimeoutSecs")
    if limit:
        what = f"A policy locks the computer after {limit} s."
        return LOCKER.not_held(what, add(SYSTEM_POLICY, "InactivityTimeoutSecs", "REG_DWORD", 0))
    if _has_saver(machine):
        cure = add(DESKTOP, "ScreenSaveActive", "REG_SZ", "0")
        return LOCKER.not_held("A screen saver is set.", cure)
    return LOCKER.held("There is neither a screen saver nor a lock after a pause.")


def _has_saver(machine: Machine) -> bool:
    """Tell whether one would start: a policy goes before the user's own setting."""

    def told(name: str) -> int | str | None:
        policy = machine.registry(DESKTOP_POLICY, name)
        return machine.registry(DESKTOP, name) if policy is None else policy

    return str(told("ScreenSaveActive")) == "1" and bool(told("SCRNSAVE.EXE"))


def _seconds(machine: Machine, group: str, setting: str) -> int | None:
    """Read the last two figures, those for the mains and for the battery: the words before them are translated."""
    match machine.run("powercfg", "/query", "SCHEME_CURRENT", group, setting):
        case Text(text, 0):
            values = [int(value, 16) for value in _VALUE.findall(text)[-2:]]
            return next((value for value in values if value), 0) if values else None
        case _:
            return None
