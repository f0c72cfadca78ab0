"""The whole vocabulary between the processes: one message is one line of JSON on a pipe."""

from typing import TypeAlias

import msgspec

from kiosk.edition.codec import encode
from kiosk.edition.value import Value


class Begin(Value, frozen=True):
    """To the display, its first line: the folder of the kiosk's state and how to show it; `screen` "" as device.toml."""

    state: str
    captive: bool = False
    screen: str = ""


class Show(Value, frozen=True):
    """To the display: read this edition, by its hash, and show it."""

    edition: str


class Painted(Value, frozen=True):
    """From the display: the first complete frame of this edition has been painted; "" means the holding card."""

    edition: str


class OpenLink(Value, frozen=True):
    """From a display in a window: the visitor wants this link opened by the system's own program."""

    uri: str


Message: TypeAlias = Begin | Show | Painted | OpenLink
"""Between the supervisor and the display."""


class Prepared(Value, frozen=True):
    """From prepare: this edition is the current one now; `files` are all it is made from."""

    edition: str
    files: tuple[str, ...]


class NotPrepared(Value, frozen=True):
    """From prepare: no edition was made, the problems stand on its standard error; `files` are all that were read."""

    files: tuple[str, ...]


Report: TypeAlias = Prepared | NotPrepared
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
        message: Message = _MESSAGES.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        return Unreadable(line, str(error))
    return message


def report_from_line(line: str) -> Report | Unreadable:
    """Read what prepare said, with or without its line feed."""
    try:
        report: Report = _REPORTS.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        return Unreadable(line, str(error))
    return report


_MESSAGES = msgspec.json.Decoder(Message)
_REPORTS = msgspec.json.Decoder(Report)
