"""Keeps a card under the display: a process that shows the last good picture while there is no display.

The kiosk does without one rather than suffer from it: one that cannot be started is a line in the log, and one that stays
in front of a display that lives is ended.
"""

import logging
import subprocess
from collections.abc import Callable
from contextlib import suppress

from kiosk.log import note
from kiosk.supervise.children import Child
from kiosk.supervise.messages import Cover, InFront, from_line
from kiosk.supervise.pipes import Ended, Flooded, Line, read_lines
from kiosk.supervise.restart import Deaths, delay_seconds, with_death
from kiosk.supervise.wire import to_line
from kiosk.system.process_tree import kill_whole

NAME = "card"
WELL_SECONDS = 600.0
LEAVES_WITHIN_SECONDS = 1.0
MOST_IN_A_ROW = 5
"""So often a card may say that it is in front of a display that lives before it has to go."""

IN_A_ROW_SECONDS = 3.0


class Card:
    """`start` is None where there shall be none."""

    def __init__(
        self, start: Callable[[], Child] | None, hear: Callable[[object], None], well: float = WELL_SECONDS
    ) -> None:
        self._start = start
        self._hear = hear
        self._well = well
        self._count = 0
        self._child: Child | None = None
        self._cover: Cover | None = None
        self._born = 0.0
        self._deaths = Deaths()
        self._in_front = 0
        self._in_front_at = 0.0
        self.due: float | None = None
        """The time at which it is started again, None while it need not be."""

    def begin(self, cover: Cover, now: float) -> None:
        """Lay it down, the first time that this is called."""
        if self._cover is None and self._start is not None:
            self._cover = cover
            self._lay_down(self._start, now)

    def show(self, cover: Cover) -> None:
        """Have it show this, if that is another order than the last."""
        if self._cover is not None and cover != self._cover:
            self._cover = cover
            self.look_again()

    def look_again(self) -> None:
        """Have it read the picture again."""
        if self._child is not None and self._child.stdin is not None and self._cover is not None:
            with suppress(OSError, ValueError):  # broken or closed pipe: its end is on the way
                self._child.stdin.write(to_line(self._cover))
                self._child.stdin.flush()

    def concerns(self, source: str) -> bool:
        """Tell whether what this pipe tells is for us."""
        return source.startswith(f"{NAME} ")

    def take(self, event: Line | Flooded | Ended, now: float) -> bool:
        """Take what its pipe told; True when it is in front of everything."""
        if event.source != self._source:
            return False
        match event:
            case Line(text=text):
                return isinstance(from_line(text), InFront)
            case Flooded():
                return False
            case Ended():
                self._bury(now)
                return False

    def stand_back(self, now: float) -> None:
        """Count how often it has been in front of a display that lives, and do without it rather than bear that."""
        self._in_front = self._in_front + 1 if now - self._in_front_at <= IN_A_ROW_SECONDS else 1
        self._in_front_at = now
        if self._in_front >= MOST_IN_A_ROW and self._child is not None:
            note("the card stays in front", logging.WARNING, pid=self._child.pid)
            self._start = None
            kill_whole(self._child.pid)

    def do_what_is_due(self, now: float) -> None:
        if self.due is not None and now >= self.due and self._start is not None:
            self._lay_down(self._start, now)

    def end(self) -> None:
        """Have it go: it leaves when its pipe is closed, and otherwise by force."""
        child, self._child, self.due = self._child, None, None
        if child is not None:
            _end(child)

    @property
    def _source(self) -> str:
        return f"{NAME} {self._count}"

    def _lay_down(self, start: Callable[[], Child], now: float) -> None:
        self._count += 1
        self._born, self.due, self._in_front = now, None, 0
        try:
            self._child = start()
            if self._child.stdout is not None:
                read_lines(self._child.stdout, self._source, self._hear)
            self.look_again()
        except OSError as error:  # no memory, process or thread left: it may have passed when the delay has
            self.end()
            self._plan(now, why=str(error))

    def _bury(self, now: float) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        _end(child)
        if self._start is not None:
            self._plan(now, status=child.returncode)

    def _plan(self, now: float, **fields: object) -> None:
        self._deaths = with_death(self._deaths, self._born, now, self._well)
        delay = delay_seconds(self._deaths)
        self.due = now + delay
        note("the card died", logging.WARNING, next_start_in=delay, **fields)


def _end(child: Child) -> None:
    """Close its pipe, upon which it leaves; the rest is force."""
    if child.stdin is not None:
        with suppress(OSError):  # what was not yet written has no reader any more
            child.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        child.wait(LEAVES_WITHIN_SECONDS)
        return
    kill_whole(child.pid)
    with suppress(subprocess.TimeoutExpired):
        child.wait(LEAVES_WITHIN_SECONDS)
