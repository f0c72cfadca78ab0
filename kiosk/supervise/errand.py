"""A short-lived child that answers one question: what it is asked goes into it, its one line and its status come back."""

import subprocess
from collections.abc import Callable
from contextlib import suppress

from kiosk.edition.value import Value
from kiosk.supervise.children import Child
from kiosk.supervise.pipes import Ended, Flooded, Line, read_lines
from kiosk.system.process_tree import kill_whole

MOST_SAID = 60_000
ENDS_WITHIN_SECONDS = 1.0
FAILED = -1


class Answer(Value, frozen=True):
    """`status` is its exit status, FAILED where it never started or had to be killed."""

    status: int
    text: str = ""


class Errand:
    """One child at a time; what an earlier one tells is too late."""

    def __init__(self, name: str, hear: Callable[[object], None], longest_seconds: float) -> None:
        self._name = name
        self._hear = hear
        self._longest_seconds = longest_seconds
        self._count = 0
        self._child: Child | None = None
        self._due = 0.0
        self._text = ""

    @property
    def is_under_way(self) -> bool:
        return self._child is not None

    @property
    def due(self) -> float | None:
        """The time at which it is over its time, None while there is none."""
        return self._due if self._child is not None else None

    def concerns(self, source: str) -> bool:
        """Tell whether what this pipe tells is for us."""
        return source.startswith(f"{self._name} ")

    def begin(self, start: Callable[[], Child], question: str, now: float) -> Answer | None:
        """Start a child and ask it; the answer comes by `take`, or at once where there can be no child."""
        self._count += 1
        self._text, self._due = "", now + self._longest_seconds
        try:
            self._child = start()
            if self._child.stdout is not None:
                read_lines(self._child.stdout, f"{self._name} {self._count}", self._hear, MOST_SAID)
            self._ask(self._child, question)
        except OSError:
            self.end()
            return Answer(FAILED)
        return None

    def take(self, event: Line | Flooded | Ended) -> Answer | None:
        """Take what its pipe told; the answer when that was the end."""
        if self._child is None or event.source != f"{self._name} {self._count}":
            return None
        match event:
            case Line(text=text):
                self._text += text
                return None
            case Flooded():
                return self._given_up()
            case Ended():
                return self._finished(self._child)

    def over_time(self, now: float) -> Answer | None:
        """Give up a child that is over its time."""
        return self._given_up() if self._child is not None and now >= self._due else None

    def end(self) -> None:
        """Kill it; one that the system cannot end is not waited for."""
        if self._child is not None:
            kill_whole(self._child.pid)
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(ENDS_WITHIN_SECONDS)
        self._child = None

    @staticmethod
    def _ask(child: Child, question: str) -> None:
        """Write the question, which is shorter than any pipe, so that this never waits."""
        if child.stdin is not None:
            with child.stdin:
                child.stdin.write(question)

    def _given_up(self) -> Answer:
        self.end()
        return Answer(FAILED)

    def _finished(self, child: Child) -> Answer:
        try:
            status = child.wait(ENDS_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:  # it closed its pipe and went on
            return self._given_up()
        self._child = None
        return Answer(status, self._text)
