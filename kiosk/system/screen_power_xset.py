"""What an X server does with the screen when nobody touches it, by xset(1): its screen saver and its DPMS."""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeAlias

ANSWER_WITHIN_SECONDS = 2.0

_SAVER: Final = re.compile(r"timeout: +(\d+) +cycle: +(\d+)")
_DPMS: Final = re.compile(r"Standby: +(\d+) +Suspend: +(\d+) +Off: +(\d+)\s+DPMS is (Enabled|Disabled)")
_OFF: Final = "Monitor is Off"

Run: TypeAlias = Callable[[tuple[str, ...]], str]
"""Runs a command and gives what it printed; raises OSError where it cannot be run, fails or takes too long."""


class Dpms(NamedTuple):
    """When the monitor goes off by itself, in seconds, 0 for never, and what it is now."""

    standby: int
    suspend: int
    off: int
    is_enabled: bool
    is_off: bool


class Settings(NamedTuple):
    """When the screen saver comes and how often it changes, in seconds, 0 for never; `dpms` where the server has it."""

    timeout: int
    cycle: int
    dpms: Dpms | None


def has_x_server(environment: Mapping[str, str]) -> bool:
    """Tell whether an X server has the screen: under Wayland there is one, too, which has nothing to say."""
    return bool(environment.get("DISPLAY")) and not environment.get("WAYLAND_DISPLAY")


def read_settings(run: Run) -> Settings:
    return settings_in(run(("xset", "q")))


def settings_in(printed: str) -> Settings:
    saver = _SAVER.search(printed)
    if saver is None:
        raise OSError("xset says nothing of a screen saver")
    timeout, cycle = map(int, saver.groups())
    return Settings(timeout, cycle, _dpms_in(printed))


def run_command(command: tuple[str, ...]) -> str:
    import subprocess  # noqa: PLC0415  # only when it is asked

    try:
        ended = subprocess.run(  # noqa: S603  # fixed commands
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=ANSWER_WITHIN_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise OSError(f"{command[0]} is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise OSError(f"{command[0]} does not answer") from error
    if ended.returncode:
        raise OSError(f"{command[0]}: {ended.stderr.strip()[:200]}")
    return ended.stdout


def _dpms_in(printed: str) -> Dpms | None:
    found = _DPMS.search(printed)
    if found is None:
        return None
    standby, suspend, off, state = found.groups()
    return Dpms(int(standby), int(suspend), int(off), state == "Enabled", _OFF in printed)
