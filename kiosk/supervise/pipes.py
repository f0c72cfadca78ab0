"""The only threads of the supervisor: each reads one pipe, line by line, into a queue, and tells when it ends.

A thread, because Windows cannot wait for several pipes at once; the queue is a SimpleQueue, because a signal handler
may put into it, too.
"""

import threading
from dataclasses import dataclass
from queue import SimpleQueue
from typing import IO, Generic, TypeVar

Source = TypeVar("Source")


@dataclass(frozen=True, slots=True)
class Line(Generic[Source]):
    source: Source
    text: str


@dataclass(frozen=True, slots=True)
class Ended(Generic[Source]):
    """The other side closed the pipe: it has died, or is about to."""

    source: Source


def read_lines(pipe: IO[str], source: Source, queue: SimpleQueue[object]) -> None:
    """Put each line of the pipe into the queue, marked with its source, and `Ended` at the end."""
    threading.Thread(target=_read, args=(pipe, source, queue), daemon=True).start()


def _read(pipe: IO[str], source: Source, queue: SimpleQueue[object]) -> None:
    with pipe:
        for line in pipe:
            queue.put(Line(source, line))
    queue.put(Ended(source))
