"""Runs one prepare job at a time and knows what its last report was made from."""

from collections.abc import Callable
from queue import SimpleQueue

from kiosk.supervise.children import Child
from kiosk.supervise.messages import Report, Unreadable, report_from_line
from kiosk.supervise.pipes import Ended, read_lines
from kiosk.supervise.watch import Calm, Stamps, Watch, stamps_of

SOURCE = "prepare"
LONGEST_SECONDS = 30.0


class Preparing:
    """`files` are what to watch before the first report names them."""

    def __init__(self, start: Callable[[], Child], files: tuple[str, ...], queue: SimpleQueue[object]) -> None:
        self._start = start
        self._files = files
        self._queue = queue
        self._child: Child | None = None
        self._began = 0.0
        self._before: Stamps = ()
        self._answer: Report | Unreadable = Unreadable("", "nothing was said")

    @property
    def files(self) -> tuple[str, ...]:
        return self._files

    @property
    def is_at_work(self) -> bool:
        return self._child is not None

    def follow(self, files: tuple[str, ...]) -> None:
        """Watch what an edition of an earlier run was made from."""
        self._files = files

    def begin(self, now: float) -> None:
        self._before = stamps_of(self._files)
        self._answer = Unreadable("", "nothing was said")
        self._began = now
        try:
            self._child = self._start()
        except OSError as error:  # no memory or no process left: a failed job, and the next change tries again
            self._answer = Unreadable("", str(error))
            self._queue.put(Ended(SOURCE))
            return
        if self._child.stdout is not None:
            read_lines(self._child.stdout, SOURCE, self._queue)

    def hear(self, line: str) -> None:
        self._answer = report_from_line(line)

    def finish(self) -> Report | Unreadable:
        """Take note of its end and give what it said."""
        if self._child is not None:
            self._child.wait()
        self._child = None
        if not isinstance(self._answer, Unreadable):
            self._files = self._answer.files
        return self._answer

    def watch(self) -> Watch:
        """Give the watch after a job: files as they were before it, so that a change meanwhile is seen."""
        before = dict(self._before)
        return Calm(tuple((file, before.get(file, stamp)) for file, stamp in stamps_of(self._files)))

    def end_when_over_time(self, now: float) -> None:
        if self._child is not None and now - self._began > LONGEST_SECONDS:
            self._child.kill()

    def end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.wait()
