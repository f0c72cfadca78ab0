"""Whether Windows Update restarts the computer while visitors are there."""

from kiosk.system.doctor.found import Found
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.ready_windows import settings_of_the_user
from kiosk.system.doctor.settings_windows import add
from kiosk.system.doctor.updates import UPDATES

POLICY = r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate"
CHOSEN = r"HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings"
_CURE = " & ".join(
    (
        add(POLICY, "SetActiveHours", "REG_DWORD", 1),
        add(POLICY, "ActiveHoursStart", "REG_DWORD", 6),
        add(POLICY, "ActiveHoursEnd", "REG_DWORD", 23),
    )
)


def updates_windows(machine: Machine) -> Found:
    if machine.registry(rf"{POLICY}\AU", "NoAutoRebootWithLoggedOnUsers") == 1:
        return UPDATES.held("Windows does not restart while somebody is signed in.")
    if machine.registry(POLICY, "SetActiveHours") == 1:
        return _of_hours(machine, POLICY)
    return _of_hours(machine, CHOSEN)


def _of_hours(machine: Machine, key: str) -> Found:
    start, end = machine.registry(key, "ActiveHoursStart"), machine.registry(key, "ActiveHoursEnd")
    if isinstance(start, int) and isinstance(end, int):
        return UPDATES.held(f"Windows does not restart from {start}:00 to {end}:00.")
    cure = f"{_CURE}; or this and the other settings at once: {settings_of_the_user(machine)}"
    return UPDATES.not_held("Windows restarts for them when it likes.", cure)
