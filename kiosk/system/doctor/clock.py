"""Whether the clock can be right: opening hours, notices and certificates depend on it."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Silent, Text
from kiosk.system.doctor.subject import Subject

CLOCK = Danger("clock", "Clock")
SYNCHRONISED = "/run/systemd/timesync/synchronized"
"""systemd-timesyncd makes it when the time has come from the network."""

_LINUX_CURE = "sudo apt install systemd-timesyncd && sudo timedatectl set-ntp true"
_MACOS_CURE = "sudo systemsetup -setusingnetworktime on"
_WINDOWS_CURE = "w32tm /config /syncfromflags:manual /manualpeerlist:time.windows.com /update && net start w32time"
_SERVICE = r"HKLM\SYSTEM\CurrentControlSet\Services\W32Time"
_DISABLED = 4


def clock_linux(machine: Machine, subject: Subject) -> Found:
    if is_before(machine, subject):
        return _stands_before(machine, _LINUX_CURE)
    if isinstance(machine.read(SYNCHRONISED), Text):
        return CLOCK.held("It is set by the network.")
    match machine.run("timedatectl", "show", "--property=NTPSynchronized", "--value"):
        case Text(text, 0) if text.strip() == "yes":
            return CLOCK.held("It is set by the network.")
        case Text(_, 0):
            return CLOCK.not_held("Nothing sets it: it will drift, and be wrong after a power cut.", _LINUX_CURE)
        case Silent():
            return CLOCK.unknown("The system did not tell in time whether the network sets it.", _LINUX_CURE)
        case _:
            return CLOCK.unknown("The system did not tell whether the network sets it (timedatectl).", _LINUX_CURE)


def clock_windows(machine: Machine, subject: Subject) -> Found:
    if is_before(machine, subject):
        return _stands_before(machine, _WINDOWS_CURE)
    kind, start = machine.registry(rf"{_SERVICE}\Parameters", "Type"), machine.registry(_SERVICE, "Start")
    if kind is None or start is None:
        return CLOCK.unknown("Windows did not tell whether the network sets it.", _WINDOWS_CURE)
    if kind == "NoSync" or start == _DISABLED:
        return CLOCK.not_held("Nothing sets it: it will drift, and be wrong after a power cut.", _WINDOWS_CURE)
    return CLOCK.held("It is set by the network.")


def clock_macos(machine: Machine, subject: Subject) -> Found:
    if is_before(machine, subject):
        return _stands_before(machine, _MACOS_CURE)
    return CLOCK.unknown("macOS tells only administrators whether the network sets it.", _MACOS_CURE)


def is_before(machine: Machine, subject: Subject) -> bool:
    return machine.now() < subject.installed_at


def _stands_before(machine: Machine, cure: str) -> Found:
    what = f"It says {machine.now().date()}, which is before this program was installed."
    return CLOCK.not_held(what, f"Set it, and let the network keep it right: {cure}")
