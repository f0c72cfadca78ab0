"""What the short-lived jobs prepare and gather are asked, and what they report."""

from typing import TypeAlias, get_args

from kiosk.edition.manifest import HashedFile
from kiosk.edition.value import Value
from kiosk.edition.web_source import Visit, WebSource
from kiosk.supervise.messages import Told
from kiosk.supervise.wire import Unreadable, reader


class Prepared(Value, frozen=True):
    """From prepare: this edition lies in the store; `files` are all it is made from, as they were.

    `sources` are those in the world from which articles are wanted, in each report.
    """

    edition: str
    files: tuple[HashedFile, ...]
    problems: tuple[Told, ...] = ()
    sources: tuple[WebSource, ...] = ()


class NotPrepared(Value, frozen=True):
    """From prepare: staff have something to mend, and no edition was made; `files` are all that were read."""

    files: tuple[HashedFile, ...]
    problems: tuple[Told, ...] = ()
    sources: tuple[WebSource, ...] = ()


class NotStored(Value, frozen=True):
    """From prepare: the files are in order, but the folder of state takes nothing, and why."""

    files: tuple[HashedFile, ...]
    why: str
    problems: tuple[Told, ...] = ()
    sources: tuple[WebSource, ...] = ()


Report: TypeAlias = Prepared | NotPrepared | NotStored
"""From prepare to the supervisor, its only line."""


class Gather(Value, frozen=True):
    """To gather, its first line: visit this source and keep what it has in the folder of state.

    `wanted` are the keys of all sources of which something is to be kept, besides this one's.
    """

    state: str
    source: WebSource
    wanted: tuple[str, ...] = ()


class Gathered(Value, frozen=True):
    """From gather, its only line: how the visit to the source of this key went.

    `left_out` tells of entries that are not shown, and why, a line for people each.
    """

    key: str
    visit: Visit
    left_out: tuple[str, ...] = ()


def report_from_line(line: str) -> Report | Unreadable:
    """Read what prepare said, with or without its line feed."""
    return _READ_REPORT(line)


def gather_from_line(line: str) -> Gather | Unreadable:
    """Read what gather is asked to do, with or without its line feed."""
    return _READ_GATHER(line)


def gathered_from_line(line: str) -> Gathered | Unreadable:
    """Read what gather said, with or without its line feed."""
    return _READ_GATHERED(line)


_READ_REPORT = reader(*get_args(Report))
_READ_GATHER = reader(Gather)
_READ_GATHERED = reader(Gathered)
