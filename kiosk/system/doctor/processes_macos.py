"""Asks ps(1) for the processes."""

from collections.abc import Callable, Iterator

from kiosk.system.doctor.machine import Answer, Process, printed

_FIELDS = 3


def processes(run: Callable[..., Answer]) -> tuple[Process, ...]:
    return tuple(_processes(printed(run("ps", "-A", "-o", "pid=,uid=,comm="))))


def _processes(table: str) -> Iterator[Process]:
    """Read lines such as `  412   501 /System/Library/CoreServices/Dock.app/Contents/MacOS/Dock`."""
    for line in table.splitlines():
        match line.split(maxsplit=_FIELDS - 1):
            case [pid, user, program] if pid.isdecimal() and user.isdecimal():
                yield Process(int(pid), program.rpartition("/")[2], (program,), int(user))
