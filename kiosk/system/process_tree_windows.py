"""Kills a process and its descendants by taskkill, which Windows brings along."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

DONE_WITHIN_SECONDS = 10.0
CREATE_NO_WINDOW = 0x08000000
"""Nothing may flash up on the screen. The constant of MSDN's "Process Creation Flags", which subprocess has only there."""

Run: TypeAlias = Callable[[tuple[str, ...]], None]
"""Runs a command to its end; raises OSError where it cannot be run or takes too long."""


def kill_whole(pid: int, run: Run | None = None) -> None:
    """Kill the tree; without taskkill, the process alone."""
    try:
        (run or _run)((_taskkill(), "/F", "/T", "/PID", str(pid)))
    except OSError:
        with suppress(OSError):
            os.kill(pid, signal.SIGTERM)  # on Windows this is TerminateProcess


def _taskkill() -> str:
    """Name it in full: Windows would look for it beside us and in the current folder first."""
    return os.environ.get("SYSTEMROOT", r"C:\Windows") + r"\System32\taskkill.exe"


def _run(command: tuple[str, ...]) -> None:
    import subprocess  # noqa: PLC0415  # only when it is asked

    try:
        subprocess.run(  # noqa: S603  # taskkill and a number
            command, capture_output=True, timeout=DONE_WITHIN_SECONDS, check=False, creationflags=CREATE_NO_WINDOW
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(str(error)) from error
