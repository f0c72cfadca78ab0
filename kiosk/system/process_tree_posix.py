"""Kills a process group by killpg(3): the leader of a session has its own number for its group."""

import os
import signal
import sys
from contextlib import suppress

_FIRST_OF_OURS = 2
"""0, 1 and those below mean our own group, every process, or init: never what we started."""


def kill_whole(pid: int) -> None:
    """Kill the group; where there is none of this number, the process alone."""
    if sys.platform != "win32" and pid >= _FIRST_OF_OURS:
        try:
            os.killpg(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):  # macOS does not permit it for a group of zombies
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
