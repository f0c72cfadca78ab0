"""The whole vocabulary between the supervisor and the display: one message is one line of JSON on a pipe."""

import json
from dataclasses import dataclass
from typing import TypeAlias

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


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no message, and why not."""

    line: str
    why: str


def to_line(message: Message) -> str:
    """Give the message as one line, with its line feed."""
    return json.dumps(encode(message)) + "\n"


def from_line(line: str) -> Message | Unreadable:
    """Read one line, with or without its line feed."""
    try:
        record = json.loads(line)
        return decode(_KINDS[record["kind"]], record)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return Unreadable(line, f"{type(error).__name__}: {error}")


_KINDS: dict[str, type[Message]] = {"Show": Show, "Painted": Painted, "OpenLink": OpenLink}
