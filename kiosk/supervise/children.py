"""How the other parts of the program are started: with pipes, and a session or group of their own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO, Protocol

from kiosk.supervise.launch import clean, command, for_display

if sys.platform == "win32":
    _OWN_GROUP = subprocess.CREATE_NEW_PROCESS_GROUP  # Ctrl+C reaches the supervisor alone, as with a session on POSIX
else:
    _OWN_GROUP = 0


class Child(Protocol):
    """What subprocess.Popen[str] is, and a display that was started early."""

    @property
    def pid(self) -> int: ...
    @property
    def stdin(self) -> IO[str] | None: ...
    @property
    def stdout(self) -> IO[str] | None: ...
    @property
    def stderr(self) -> IO[str] | None: ...
    @property
    def returncode(self) -> int | None: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def send_signal(self, number: int, /) -> None: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...


def let_go(display: Child | None) -> None:
    """End a display that has not begun: it leaves when its pipe is closed."""
    if display is None or display.stdin is None or display.stdout is None:
        return
    with suppress(OSError):  # it is gone already
        display.stdin.close()
    with display.stdout:
        display.stdout.read()
    display.wait()


def start_display() -> Child:
    """Start the display with pipes for the messages; it waits for `Begin`. On POSIX, Ctrl+C does not reach it."""
    return _start(("display",), stdin=subprocess.PIPE, environment=for_display(os.environ))


def start_card() -> Child:
    """Start the card that lies under the display, with pipes for the messages; it waits for `Cover`."""
    return _start(("card",), stdin=subprocess.PIPE, environment=for_display(os.environ))


def start_prepare(arguments: Sequence[str]) -> Child:
    """Start one job; its only line comes on its standard output, what goes wrong with it on its standard error."""
    return _start(("prepare", *arguments), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)


def start_errand(arguments: Sequence[str]) -> Child:
    """Start one of our commands that answers in one line, or by its exit status alone; its complaints go nowhere."""
    return _start(arguments, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _start(
    arguments: Sequence[str], stdin: int, stderr: int | None = None, environment: Mapping[str, str] | None = None
) -> Child:
    return subprocess.Popen(  # noqa: S603  # our own program
        command(arguments),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment or clean(os.environ),
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        creationflags=_OWN_GROUP,
    )
