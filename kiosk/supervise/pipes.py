"""The threads that read the children's pipes, line by line, and tell when a pipe ends.

A thread for each, because Windows cannot wait for several pipes at once.
"""

import threading
from collections.abc import Callable
from typing import IO

from kiosk.edition.value import Value

LONGEST_LINE = 65_536


class Line(Value, frozen=True):
    source: str
    text: str


class Flooded(Value, frozen=True):
    """The other side said more than it may; the rest is not read."""

    source: str


class Ended(Value, frozen=True):
    """The other side closed the pipe: it has died, or is about to."""

    source: str


def read_lines(pipe: IO[str], source: str, hear: Callable[[object], None], most: int | None = None) -> None:
    """Tell `hear`, from a thread, each line of the pipe, and `Ended` at the end; `most` limits all characters together.

    A line that is longer than 64 kB comes in pieces, so that no child can fill the memory of this process. Where the
    system has no thread left, that is an OSError.
    """
    try:
        threading.Thread(target=_read, args=(pipe, source, hear, most), name=source, daemon=True).start()
    except RuntimeError as error:
        raise OSError(str(error)) from error


def _read(pipe: IO[str], source: str, hear: Callable[[object], None], most: int | None) -> None:
    left = most
    with pipe:
        while line := pipe.readline(LONGEST_LINE if left is None else left + 1):
            if left is not None and len(line) > left:
                hear(Flooded(source))
                break
            left = None if left is None else left - len(line)
            hear(Line(source, line))
    hear(Ended(source))
