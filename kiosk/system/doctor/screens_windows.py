"""Whether the screen that device.toml wants is there. By which names Qt knows them, Windows does not tell."""

from kiosk.system.doctor.found import Found
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.screens import PLUG_IN, SCREEN


def screen_windows(machine: Machine, wanted: str) -> Found:
    count = machine.monitors()
    if count == 0:
        return SCREEN.not_held("No screen is connected.", PLUG_IN)
    connected = "1 is" if count == 1 else f"{count} are"
    if wanted == "primary" or (wanted.isdecimal() and int(wanted) < count):
        return SCREEN.held(f"It is there; {connected} connected.")
    if wanted.isdecimal():
        what = f"There is no screen number {wanted}: {connected} connected, and the first is number 0."
        return SCREEN.not_held(what, f'{PLUG_IN}, or write in device.toml: screen = "primary"')
    what = f'Windows did not tell whether "{wanted}" is there; {connected} connected.'
    return SCREEN.unknown(what, "Look whether the kiosk is on the right screen, or write its number into device.toml")
