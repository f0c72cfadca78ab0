"""Finds processes by name, and the one that is the kiosk."""

import os
from collections.abc import Mapping

from kiosk.system.doctor.machine import Machine, Process, printed

_COMM_LETTERS = 15
"""proc_pid_comm(5): longer names are cut."""

_WORDS_BEFORE = 6
"""Python, its options and the program; what comes later belongs to somebody else's command."""


def running(processes: tuple[Process, ...], *names: str) -> tuple[Process, ...]:
    return tuple(process for process in processes if any(_is_called(process, name) for name in names))


def kiosks(processes: tuple[Process, ...]) -> tuple[Process, ...]:
    """Give the processes that are `kiosk run`, however they were started."""
    return tuple(process for process in processes if _is_kiosk(process.arguments))


def environment_of(machine: Machine, process: Process) -> Mapping[str, str]:
    """Give the environment a process was started with; none where it is not ours to see."""
    text = printed(machine.read(f"/proc/{process.pid}/environ"))
    return dict(entry.split("=", 1) for entry in text.split("\0") if "=" in entry)


def _is_called(process: Process, name: str) -> bool:
    program = process.arguments[0] if process.arguments else ""
    return process.name == name[:_COMM_LETTERS] or os.path.basename(program) == name  # noqa: PTH119  # hundreds of them


def _is_kiosk(arguments: tuple[str, ...]) -> bool:
    words = [os.path.basename(argument) for argument in arguments[:_WORDS_BEFORE]]  # noqa: PTH119  # as above
    if not words or not words[0].startswith(("python", "kiosk")) or "kiosk" not in words:
        return False
    after = words[words.index("kiosk") + 1 :]
    return not after or after[0] == "run"
