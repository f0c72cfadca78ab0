"""Hot keys of Windows for disabled people: five times Shift, a long press of Shift or Num Lock, and their like.

The kiosk turns most of them off while it runs; here is what Windows does before, and when the kiosk has ended.
"""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.settings_windows import add

ACCESSIBILITY = Danger("accessibility-keys", "Hot keys such as five times Shift")
HOT_KEY = 0x4
"""SKF_HOTKEYACTIVE, FKF_HOTKEYACTIVE and so on: the bit is the same for all."""

USUAL = {"StickyKeys": 510, "Keyboard Response": 126, "ToggleKeys": 62, "MouseKeys": 62, "HighContrast": 126}
"""What Windows takes where nothing is written: with the hot key."""

_TITLES = {
    "StickyKeys": "Sticky Keys",
    "Keyboard Response": "Filter Keys",
    "ToggleKeys": "Toggle Keys",
    "MouseKeys": "Mouse Keys",
    "HighContrast": "High Contrast",
}


def accessibility_windows(machine: Machine) -> Found:
    flags = {name: _flags(machine, name) for name in USUAL}
    active = [name for name, value in flags.items() if value & HOT_KEY]
    if not active:
        return ACCESSIBILITY.held("All of them are off.")
    cure = " & ".join(add(key_of(name), "Flags", "REG_SZ", str(flags[name] & ~HOT_KEY)) for name in active)
    names = ", ".join(_TITLES[name] for name in active)
    what = f"{names}: until the kiosk runs, they open a window with a link into the settings."
    return ACCESSIBILITY.not_held(what, f"{cure}, then sign in again")


def key_of(name: str) -> str:
    return rf"HKCU\Control Panel\Accessibility\{name}"


def _flags(machine: Machine, name: str) -> int:
    value = str(machine.registry(key_of(name), "Flags"))
    return int(value) if value.isdecimal() else USUAL[name]
