"""Asks ps(1) for the resident size of a process: macOS tells the better figures to programs it has signed only."""

from collections.abc import Callable
from typing import TypeAlias

ANSWER_WITHIN_SECONDS = 5.0
_KIBIBYTE = 1024

Run: TypeAlias = Callable[[tuple[str, ...]], str]
"""Runs a command and gives what it printed; raises OSError where it cannot be run or takes too long."""


def memory_bytes(pid: int, run: Run | None = None) -> int | None:
    try:
        printed = (run or _run)(("/bin/ps", "-o", "rss=", "-p", str(pid))).strip()
    except OSError:
        return None
    return int(printed) * _KIBIBYTE if printed.isdecimal() else None


def _run(command: tuple[str, ...]) -> str:
    import subprocess  # noqa: PLC0415  # only when it is asked

    try:
        ended = subprocess.run(  # noqa: S603  # ps and a number
            command, capture_output=True, text=True, timeout=ANSWER_WITHIN_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(str(error)) from error
    return ended.stdout
