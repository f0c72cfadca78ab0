"""Whether Windows signs the kiosk's user in by itself."""

from kiosk.system.doctor.found import Found
from kiosk.system.doctor.login import LOGIN
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.shell_windows import WINLOGON

_KEY = rf"HKLM\{WINLOGON}"
_CURE = "Autologon.exe of Sysinternals, which keeps the password encrypted"


def login_windows(machine: Machine) -> Found:
    if str(machine.registry(_KEY, "AutoAdminLogon")) != "1":
        return LOGIN.not_held("Nobody is signed in by itself: the screen would ask for a password.", _CURE)
    if machine.registry(_KEY, "DefaultPassword"):
        what = "A user is signed in by itself, but every user can read the password in the registry."
        return LOGIN.not_held(what, f'reg delete "{_KEY}" /v DefaultPassword /f, then {_CURE}')
    return LOGIN.held("A user is signed in by itself.")
