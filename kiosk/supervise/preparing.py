"""Runs one prepare job at a time, within its limits, and gives what it said."""

import subprocess
from collections.abc import Callable
from contextlib import suppress

from kiosk.supervise.children import Child
from kiosk.supervise.jobs import Report, report_from_line
from kiosk.supervise.pipes import Ended, Flooded, Line, read_lines
from kiosk.supervise.wire import Unreadable
from kiosk.system.process_tree import kill_whole

SAYS = "prepare"
COMPLAINS = "complaints of prepare"
MOST_SAID = 4_000_000
COMPLAINTS_KEPT = 2000
ENDS_WITHIN_SECONDS = 0.5
LEFT_AFTER_SECONDS = 10.0
KILLED = -9


class Preparing:
    """`hear` takes what comes from the job's pipes and hands it back by `take`, in the supervisor's own thread."""

    def __init__(self, start: Callable[[], Child], hear: Callable[[object], None], longest_seconds: float) -> None:
        self._start = start
        self._hear = hear
        self._longest_seconds = longest_seconds
        self._child: Child | None = None
        self._due = 0.0
        self._is_given_up = False
        self._count = 0
        self._open_pipes = 0
        self._answer: Report | Unreadable = Unreadable("", "it said nothing")
        self._complaints = ""

    @property
    def is_at_work(self) -> bool:
        return self._child is not None

    @property
    def due(self) -> float | None:
        """The time at which the job is over its time, or will be left behind, None while there is none."""
        return self._due if self._child else None

    def begin(self, now: float) -> Unreadable | None:
        """Start a job, or say why there is none."""
        self._answer, self._complaints = Unreadable("", "it said nothing"), ""
        self._due, self._is_given_up = now + self._longest_seconds, False
        self._count += 1
        try:
            self._child = self._start()
            self._read_pipes(self._child)
        except OSError as error:  # no memory, process or thread left
            self.end()
            return Unreadable("", str(error))
        return None

    def _read_pipes(self, child: Child) -> None:
        pipes = ((child.stdout, SAYS, MOST_SAID), (child.stderr, COMPLAINS, None))
        self._open_pipes = sum(pipe is not None for pipe, _, _ in pipes)
        for pipe, source, most in pipes:
            if pipe is not None:
                read_lines(pipe, f"{source} {self._count}", self._hear, most)

    def take(self, event: Line | Flooded | Ended, now: float) -> bool:
        """Take what a pipe of the job told; True when that was its end. What an earlier job tells is too late."""
        if self._child is None or not event.source.endswith(f" {self._count}"):
            return False
        match event:
            case Line(source=source, text=text) if source.startswith(SAYS):
                self._answer = report_from_line(text)
            case Line(text=text):
                self._complaints = (self._complaints + text)[-COMPLAINTS_KEPT:]
            case Flooded():
                self._give_up("it said too much", now)
            case Ended():
                self._open_pipes -= 1
        return self._open_pipes == 0

    def finish(self) -> Report | Unreadable:
        """Take note of its end and give what it said; what is left of its processes is ended."""
        if self._child is not None:
            kill_whole(self._child.pid)
            status = self._status_of(self._child)
            if isinstance(self._answer, Unreadable):
                why = f"{self._answer.why} (exit status {status}) {self._complaints.strip()}".strip()
                self._answer = Unreadable(self._answer.line, why)
        self._child = None
        return self._answer

    def is_over_time(self, now: float) -> bool:
        """Kill a job that is over its time; True when not even that has ended it, and it is to be left behind."""
        if self._child is None or now < self._due:
            return False
        if self._is_given_up:
            return True
        self._give_up(f"it took longer than {self._longest_seconds:g} s", now)
        return False

    def end(self) -> None:
        """Kill it; one that the system cannot end, as when its disk hangs, is not waited for."""
        if self._child is not None:
            kill_whole(self._child.pid)
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(ENDS_WITHIN_SECONDS)
        self._child = None

    @staticmethod
    def _status_of(child: Child) -> int:
        try:
            return child.wait(ENDS_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:  # its disk hangs, and it with it
            return KILLED

    def _give_up(self, why: str, now: float) -> None:
        """Kill it; its pipes end then, or it is left behind after a while."""
        self._answer = Unreadable("", why)
        self._is_given_up, self._due = True, now + LEFT_AFTER_SECONDS
        if self._child is not None:
            kill_whole(self._child.pid)
