"""Reads the processes from /proc, see proc(5)."""

import os
from collections.abc import Iterator
from contextlib import suppress

from kiosk.system.doctor.machine import Process


def processes(proc: str = "/proc") -> tuple[Process, ...]:
    return tuple(_processes(proc))


def _processes(proc: str) -> Iterator[Process]:
    for name in os.listdir(proc):  # noqa: PTH208  # names, not paths
        if name.isdecimal():
            with suppress(OSError):  # it has ended meanwhile
                yield _process(proc, name)


def _process(proc: str, pid: str) -> Process:
    with open(f"{proc}/{pid}/comm", encoding="utf-8", errors="replace") as comm:  # noqa: PTH123  # hundreds of them
        name = comm.read().rstrip("\n")
    with open(f"{proc}/{pid}/cmdline", encoding="utf-8", errors="replace") as cmdline:  # noqa: PTH123  # as above
        arguments = tuple(cmdline.read().rstrip("\0").split("\0"))
    return Process(int(pid), name, arguments, os.stat(f"{proc}/{pid}").st_uid)  # noqa: PTH116  # as above
