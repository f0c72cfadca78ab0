"""Keeps one display alive: tells it what to show, starts it again when it dies, ends it with the kiosk."""

import logging
import subprocess
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue

from kiosk.supervise.children import Child
from kiosk.supervise.messages import Message, Show, to_line
from kiosk.supervise.pipes import read_lines
from kiosk.supervise.restart import after_death

SOURCE = "display"
LEAVES_WITHIN_SECONDS = 1.5
ENDS_WITHIN_SECONDS = 0.5

_LOG = logging.getLogger(__name__)


def tell(child: Child, message: Message) -> None:
    """Write a message to a display; whether it still lives is told by its other pipe."""
    if child.stdin is None:
        return
    with suppress(OSError, ValueError):  # broken or closed pipe: its end is in the queue
        child.stdin.write(to_line(message))
        child.stdin.flush()


class Screen:
    def __init__(self, first: Child, start: Callable[[], Child], queue: SimpleQueue[object], now: float) -> None:
        self._child = first
        self._start = start
        self._queue = queue
        self._born = now
        self._deaths = 0
        self._due: float | None = None
        self._listen()

    @property
    def due(self) -> float | None:
        """The time at which the display is to be started again, None while it lives."""
        return self._due

    def show(self, edition: str) -> None:
        """Say it, unless the display is dead: then it reads the current edition when it starts again."""
        tell(self._child, Show(edition))

    def was_closed(self, now: float) -> bool:
        """Take note of its end: True when somebody closed the window, False when it died and will come back."""
        self._close_stdin()
        if self._exit_status() == 0:
            return True
        self._plan_restart(now, "the display died")
        return False

    def restart_when_due(self, now: float) -> None:
        if self._due is None or now < self._due:
            return
        self._born = now
        try:
            self._child = self._start()
        except OSError as error:  # no memory or no process left: it may have passed when the delay has
            self._plan_restart(now, str(error))
            return
        self._due = None
        self._listen()

    def end(self) -> None:
        """End it within two seconds: closing its pipe asks it to leave, the rest is force."""
        self._close_stdin()
        self._exit_status()

    def _plan_restart(self, now: float, why: str) -> None:
        restart = after_death(self._deaths, now - self._born)
        self._deaths = restart.deaths
        self._due = now + restart.delay_seconds
        _LOG.warning("%s (death %d in a row), next start in %g s", why, restart.deaths, restart.delay_seconds)

    def _listen(self) -> None:
        if self._child.stdout is not None:
            read_lines(self._child.stdout, SOURCE, self._queue)

    def _close_stdin(self) -> None:
        if self._child.stdin is not None:
            with suppress(OSError):  # what was not yet written has no reader any more
                self._child.stdin.close()

    def _exit_status(self) -> int:
        for force, patience in (
            (self._child.terminate, LEAVES_WITHIN_SECONDS),
            (self._child.kill, ENDS_WITHIN_SECONDS),
        ):
            with suppress(subprocess.TimeoutExpired):
                return self._child.wait(patience)
            force()
        return self._child.wait()
