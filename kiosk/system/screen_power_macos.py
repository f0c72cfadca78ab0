"""Switches the screen's power on macOS by pmset(1), and on by the user that caffeinate(8) declares to be there."""

from contextlib import suppress

from kiosk.system.screen_power_outcome import OnlyDark, SwitchedOff
from kiosk.system.screen_power_xset import Run, run_command

OFF = ("/usr/bin/pmset", "displaysleepnow")
ON = ("/usr/bin/caffeinate", "-u", "-t", "1")


def switch_off(run: Run = run_command) -> SwitchedOff | OnlyDark:
    """Believe pmset: nothing tells whether the display sleeps."""
    try:
        run(OFF)
    except OSError as error:
        return OnlyDark(str(error))
    return SwitchedOff("pmset")


def switch_on(run: Run = run_command) -> None:
    with suppress(OSError):
        run(ON)
