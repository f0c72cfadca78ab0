"""One display process: what it is told, what is heard of it, and its end."""

import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from kiosk.supervise.children import Child
from kiosk.supervise.messages import Beat, Message, from_line
from kiosk.supervise.pipes import Line, read_lines
from kiosk.supervise.pulse import Alive, Pulse
from kiosk.supervise.wire import to_line
from kiosk.system.process_tree import kill_whole

LEAVES_WITHIN_SECONDS = 1.5
ENDS_WITHIN_SECONDS = 0.5
KILLED = -9
BEAT = '"kind":"Beat"'


class Display:
    """`source` marks what its pipe tells; beats go to the pulse at once and wake nobody while all is well."""

    def __init__(self, child: Child, source: str, hear: Callable[[object], None], patience: float) -> None:
        self._child = child
        self._hear = hear
        self._patience = patience
        self.source = source
        self.born = monotonic()
        self.pulse = Pulse(self.born)
        self.has_painted = False
        self.killed_at: float | None = None
        """When it was given up, None while it is well."""
        self.leaves_by: float | None = None
        """When one that was asked to leave is ended, None before and after that."""
        if child.stdout is not None:
            read_lines(child.stdout, source, self._take)

    @property
    def pid(self) -> int:
        return self._child.pid

    def tell(self, message: Message) -> None:
        """Write a message; whether it still lives is told by its other pipe."""
        if self._child.stdin is None:
            return
        with suppress(OSError, ValueError):  # broken or closed pipe: its end is on the way
            self._child.stdin.write(to_line(message))
            self._child.stdin.flush()

    def ask_to_leave(self) -> None:
        """Close its pipe: it leaves then."""
        if self._child.stdin is not None:
            with suppress(OSError):  # what was not yet written has no reader any more
                self._child.stdin.close()

    def ask_for_stack(self) -> None:
        """Let its fault handler write down where it stands, which ends it; one that is stopped does nothing."""
        with suppress(OSError, ValueError):  # ValueError: Windows has no such signal
            self._child.send_signal(signal.SIGABRT)

    def kill(self) -> None:
        kill_whole(self._child.pid)

    def end(self) -> int:
        """Give its exit status within two seconds: it is asked to leave, the rest is force.

        One that even the system cannot end, as when a driver hangs, counts as killed.
        """
        self.ask_to_leave()
        for force, patience in ((self._child.terminate, LEAVES_WITHIN_SECONDS), (self.kill, ENDS_WITHIN_SECONDS)):
            with suppress(subprocess.TimeoutExpired):
                return self._child.wait(patience)
            force()
        with suppress(subprocess.TimeoutExpired):
            return self._child.wait(ENDS_WITHIN_SECONDS)
        return KILLED

    def _take(self, event: object) -> None:
        """Run in the thread of its pipe."""
        if isinstance(event, Line) and BEAT in event.text:
            beat = from_line(event.text)
            if isinstance(beat, Beat):
                self.pulse.hear(beat, monotonic())
                if isinstance(self.pulse.verdict(monotonic(), self._patience), Alive):
                    return
        self._hear(event)
