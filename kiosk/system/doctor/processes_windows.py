"""Asks tasklist for the processes of this session; its columns are the same in every language."""

import csv
import os
from collections.abc import Callable

from kiosk.system.doctor.machine import Answer, Process, printed

_NAME, _PID, _SESSION = 0, 1, 3


def processes(run: Callable[..., Answer], own_pid: int | None = None) -> tuple[Process, ...]:
    """Give those of the session that we are in: another user's Explorer is not on our screen."""
    rows = [row for row in csv.reader(printed(run("tasklist", "/FO", "CSV", "/NH")).splitlines()) if _is_whole(row)]
    ours = str(os.getpid() if own_pid is None else own_pid)
    session = next((row[_SESSION] for row in rows if row[_PID] == ours), None)
    return tuple(Process(int(row[_PID]), row[_NAME].lower()) for row in rows if session in {None, row[_SESSION]})


def _is_whole(row: list[str]) -> bool:
    return len(row) > _SESSION and row[_PID].isdecimal()
