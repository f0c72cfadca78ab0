"""The whole vocabulary between the processes: one message is one line of JSON on a pipe."""

from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

from kiosk.edition.codec import UndecodableError, decoder, encode
from kiosk.edition.manifest import HashedFile
from kiosk.edition.value import Value


class Begin(Value, frozen=True):
    """To the display, its first line: the folder of the kiosk's state, what to show from it, and how.

    The first of `editions` that is whole is shown. `screen` is "" as device.toml says; a `safe` display shows no
    articles; a `marked` one has the sign for staff in its corner.
    """

    state: str
    captive: bool = False
    screen: str = ""
    editions: tuple[str, ...] = ()
    safe: bool = False
    marked: bool = False


class Show(Value, frozen=True):
    """To the display: read this edition, by its hash, from this folder of state, and show it."""

    state: str
    edition: str
    safe: bool = False


class Mark(Value, frozen=True):
    """To the display: have the sign for staff in the corner, or have it no more."""

    on: bool


class Painted(Value, frozen=True):
    """From the display: the first complete frame of this edition has been painted; "" means the holding card."""

    edition: str


class Unshowable(Value, frozen=True):
    """From the display: this edition cannot be read, and why; the screen is as it was.

    One that is not `damaged` may be readable again soon.
    """

    edition: str
    why: str
    damaged: bool = True


class Beat(Value, frozen=True):
    """From the display's event loop, every second: what it shows, and how long ago something was painted or touched.

    Ages are in seconds. `frame_age` is None while nobody can see the window, as when it is minimised; `blank` tells
    that the last look at the painted frame found one colour and nothing else.
    """

    edition: str
    frame_age: float | None = None
    touch_age: float = 0.0
    blank: bool = False


class OpenLink(Value, frozen=True):
    """From a display in a window: the visitor wants this link opened by the system's own program."""

    uri: str


Message: TypeAlias = Begin | Show | Mark | Painted | Unshowable | Beat | OpenLink
"""Between the supervisor and the display."""


class Told(Value, frozen=True):
    """What staff can mend, as prepare tells it; line and column are 0 where the whole file is meant."""

    file: str
    line: int
    column: int
    key: str
    what: str
    cure: str
    severity: Literal["error", "warning"]
    text: str
    """All of it as one line for people."""


class Prepared(Value, frozen=True):
    """From prepare: this edition lies in the store; `files` are all it is made from, as they were."""

    edition: str
    files: tuple[HashedFile, ...]
    problems: tuple[Told, ...] = ()


class NotPrepared(Value, frozen=True):
    """From prepare: staff have something to mend, and no edition was made; `files` are all that were read."""

    files: tuple[HashedFile, ...]
    problems: tuple[Told, ...] = ()


class NotStored(Value, frozen=True):
    """From prepare: the files are in order, but the folder of state takes nothing, and why."""

    files: tuple[HashedFile, ...]
    why: str
    problems: tuple[Told, ...] = ()


Report: TypeAlias = Prepared | NotPrepared | NotStored
"""From prepare to the supervisor, its only line."""


class Unreadable(Value, frozen=True):
    """A line that is no message, and why not."""

    line: str
    why: str


def to_line(message: Message | Report) -> str:
    """Give the message as one line, with its line feed."""
    return encode(message).decode() + "\n"


def from_line(line: str) -> Message | Unreadable:
    """Read one line, with or without its line feed."""
    try:
        return _MESSAGE(line)
    except UndecodableError as error:
        return Unreadable(line, str(error))


def report_from_line(line: str) -> Report | Unreadable:
    """Read what prepare said, with or without its line feed."""
    try:
        return _REPORT(line)
    except UndecodableError as error:
        return Unreadable(line, str(error))


_MESSAGE: Callable[[str], Message] = decoder(*get_args(Message))
_REPORT: Callable[[str], Report] = decoder(*get_args(Report))
