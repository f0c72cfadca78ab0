"""The display's end of its pipe to the supervisor; the one thread here waits for lines that may never come."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from kiosk.supervise.messages import (
    Beat,
    ComeForward,
    Cover,
    Findings,
    Mark,
    Menu,
    Message,
    Pad,
    Show,
    SwitchOff,
    Uncover,
    from_line,
)
from kiosk.supervise.wire import to_line

LEAVES_WITHIN_SECONDS = 1.0


def exit_at_once() -> None:
    """End this process whatever its event loop is busy with: without its supervisor it has no business here."""
    os._exit(0)


class SupervisorPipe(QObject):
    """Orders come as signals in the thread of the event loop; `hung_up` says that the supervisor is gone.

    Should the event loop not leave soon after that, `last_resort` is called.
    """

    show_ordered = Signal(Show)
    mark_ordered = Signal(bool)
    forward_ordered = Signal(str)
    """With the token that lets it to the front."""

    staff_ordered = Signal(object)
    """What concerns staff at the screen: Pad, Menu, Findings or SwitchOff."""

    uncover_ordered = Signal()
    cover_ordered = Signal(Cover)
    """To the card, which listens as the display does."""

    hung_up = Signal()

    def __init__(self, last_resort: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._last_resort = last_resort
        self._unsent = b""

    def start(self) -> None:
        with suppress(OSError, ValueError, AttributeError):  # no pipe
            if sys.platform != "win32":  # its pipes only know to wait
                os.set_blocking(sys.stdout.fileno(), False)
        Thread(target=self._listen, name="supervisor-pipe", daemon=True).start()

    def send(self, message: Message) -> None:
        """Tell the supervisor; one that does not listen is no reason to fail or to wait.

        What it does not take now is told before the next message; heartbeats are not worth keeping for that.
        """
        if not (self._unsent and isinstance(message, Beat)):
            self._unsent += to_line(message).encode()
        with suppress(OSError, AttributeError):  # nobody reads, or there is no standard output at all
            self._unsent = self._unsent[_written(self._unsent) :]

    def _listen(self) -> None:
        for line in sys.stdin:
            match from_line(line):
                case Show() as order:
                    self.show_ordered.emit(order)
                case Mark(on):
                    self.mark_ordered.emit(on)
                case ComeForward(token):
                    self.forward_ordered.emit(token)
                case Uncover():
                    self.uncover_ordered.emit()
                case Cover() as order:
                    self.cover_ordered.emit(order)
                case Pad() | Menu() | Findings() | SwitchOff() as order:
                    self.staff_ordered.emit(order)
                case _:
                    continue
        self.hung_up.emit()
        if self._last_resort is not None:
            time.sleep(LEAVES_WITHIN_SECONDS)
            self._last_resort()


def _written(content: bytes) -> int:
    """Write what the pipe takes and give its length; a standard output that is no file takes all."""
    try:
        descriptor = sys.stdout.fileno()
    except ValueError:  # also what io.UnsupportedOperation is
        sys.stdout.write(content.decode())
        return len(content)
    return os.write(descriptor, content)
