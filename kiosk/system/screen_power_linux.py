"""Switches the screen's power by the DPMS of an X server, or by wlopm(1) where a Wayland compositor lets others do so."""

import os
from collections.abc import Mapping
from contextlib import suppress

from kiosk.system.screen_power_outcome import OnlyDark, SwitchedOff
from kiosk.system.screen_power_xset import Run, has_x_server, read_settings, run_command

X_OFF = ("xset", "+dpms", "dpms", "force", "off")
X_ON = ("xset", "dpms", "force", "on", "-dpms")
WAYLAND_OFF = ("wlopm", "--off", "*")
WAYLAND_ON = ("wlopm", "--on", "*")


def switch_off(run: Run = run_command, environment: Mapping[str, str] = os.environ) -> SwitchedOff | OnlyDark:
    try:
        if environment.get("WAYLAND_DISPLAY"):
            return _switch_off_by_wlopm(run)
        if has_x_server(environment):
            return _switch_off_by_xset(run)
    except OSError as error:
        return OnlyDark(str(error))
    return OnlyDark("there is neither an X server nor a Wayland compositor")


def switch_on(run: Run = run_command, environment: Mapping[str, str] = os.environ) -> None:
    with suppress(OSError):
        if environment.get("WAYLAND_DISPLAY"):
            run(WAYLAND_ON)
        elif has_x_server(environment):
            run(X_ON)


def _switch_off_by_xset(run: Run) -> SwitchedOff | OnlyDark:
    if read_settings(run).dpms is None:
        return OnlyDark("the X server has no DPMS")
    run(X_OFF)
    dpms = read_settings(run).dpms
    if dpms is not None and dpms.is_off:
        return SwitchedOff("DPMS of the X server")
    run(X_ON)
    return OnlyDark("the monitor stays on")


def _switch_off_by_wlopm(run: Run) -> SwitchedOff | OnlyDark:
    run(WAYLAND_OFF)
    states = {line.rpartition(" ")[2] for line in run(("wlopm",)).splitlines()}
    if states == {"off"}:
        return SwitchedOff("wlopm")
    run(WAYLAND_ON)
    return OnlyDark("the monitor stays on")
