"""Keeps macOS awake by caffeinate(8), a child that ends with us at the latest."""

import os
from collections.abc import Callable
from typing import Final, Protocol, TypeAlias

COMMAND: Final = ("/usr/bin/caffeinate", "-d", "-i", "-s", "-w")
"""Neither the display nor an idle or a plugged-in computer sleeps, as long as the process that follows lives."""

STAYS_SECONDS: Final = 0.2
"""One that dislikes its options ends sooner."""


class Child(Protocol):
    def poll(self) -> int | None: ...
    def terminate(self) -> None: ...
    def wait(self) -> int: ...


Start: TypeAlias = Callable[[tuple[str, ...]], Child]
"""Starts a command that shall stay; raises OSError where it cannot be started, or ends at once."""


class Caffeinate:
    def __init__(self, start: Start) -> None:
        self._start = start
        self._child: Child | None = None

    def hold(self) -> tuple[str, ...]:
        if self._child is None or self._child.poll() is not None:
            try:
                self._child = self._start((*COMMAND, str(os.getpid())))
            except OSError:
                self._child = None
        return () if self._child is None else ("caffeinate",)

    def release(self) -> None:
        if self._child is not None:
            self._child.terminate()
            self._child.wait()


def start_staying(command: tuple[str, ...]) -> Child:
    import subprocess  # noqa: PLC0415  # only where it is used

    child = subprocess.Popen(  # noqa: S603  # a fixed command
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        child.wait(STAYS_SECONDS)
    except subprocess.TimeoutExpired:
        return child
    raise OSError(f"{command[0]} ended at once")


def holders() -> tuple[Caffeinate]:
    return (Caffeinate(start_staying),)
