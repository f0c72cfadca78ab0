"""Lets another program answer, and waits no longer than it is told; one that does not end is ended."""

import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress

from kiosk.system.doctor.machine import Absent, Answer, Refused, Silent, Text
from kiosk.system.process_tree import kill_whole

GONE_WITHIN_SECONDS = 0.2

if sys.platform == "win32":
    _NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _NO_WINDOW = 0


def ask(command: tuple[str, ...], environment: Mapping[str, str], seconds: float) -> Answer:
    if seconds <= 0:
        return Silent()
    try:
        child = subprocess.Popen(  # noqa: S603  # programs of the system that the checks name
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**environment, "LC_ALL": "C"},
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )
    except FileNotFoundError:
        return Absent()
    except OSError:
        return Refused()
    try:
        text, _ = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(child)
        return Silent()
    return Text(text, child.returncode)


def _end(child: subprocess.Popen[str]) -> None:
    """Kill it; one that a hanging disk keeps from dying is left to die later."""
    kill_whole(child.pid)
    if child.stdout is not None:
        child.stdout.close()
    with suppress(subprocess.TimeoutExpired):
        child.wait(GONE_WITHIN_SECONDS)
