"""The whole vocabulary between the processes: one message is one line of JSON on a pipe."""

import json
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from kiosk.edition.codec import decode, encode


@dataclass(frozen=True, slots=True)
class Show:
    """To the display: read this edition, by its hash, and show it."""

    edition: str


@dataclass(frozen=True, slots=True)
class Painted:
    """From the display: the first complete frame of this edition has been painted; "" means the holding card."""

    edition: str


@dataclass(frozen=True, slots=True)
class OpenLink:
    """From a display in a window: the visitor wants this link opened by the system's own program."""

    uri: str


Message: TypeAlias = Show | Painted | OpenLink
"""Between the supervisor and the display."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """From prepare: this edition is the current one now; `files` are all it is made from."""

    edition: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotPrepared:
    """From prepare: no edition was made, the problems stand on its standard error; `files` are all that were read."""

    files: tuple[str, ...]


Report: TypeAlias = Prepared | NotPrepared
"""From prepare to the supervisor, its only line."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no message, and why not."""

    line: str
    why: str


Spoken = TypeVar("Spoken")


def to_line(message: Message | Report) -> str:
    """Give the message as one line, with its line feed."""
    return json.dumps(encode(message)) + "\n"


def from_line(line: str) -> Message | Unreadable:
    """Read one line, with or without its line feed."""
    return _read(_MESSAGES, line)


def report_from_line(line: str) -> Report | Unreadable:
    """Read what prepare said, with or without its line feed."""
    return _read(_REPORTS, line)


def _read(kinds: dict[str, type[Spoken]], line: str) -> Spoken | Unreadable:
    try:
        record = json.loads(line)
        return decode(kinds[record["kind"]], record)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return Unreadable(line, f"{type(error).__name__}: {error}")


_MESSAGES: dict[str, type[Message]] = {"Show": Show, "Painted": Painted, "OpenLink": OpenLink}
_REPORTS: dict[str, type[Report]] = {"Prepared": Prepared, "NotPrepared": NotPrepared}
