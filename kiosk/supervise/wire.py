"""The form of all that goes over the pipes between the processes: one message is one line of JSON."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.edition.codec import UndecodableError, decoder, encode
from kiosk.edition.value import Value

M = TypeVar("M", bound=Value)


class Unreadable(Value, frozen=True):
    """A line that is no message, and why not."""

    line: str
    why: str


def to_line(message: Value) -> str:
    """Give the message as one line, with its line feed."""
    return encode(message).decode() + "\n"


def reader(*kinds: type[M]) -> Callable[[str], M | Unreadable]:
    """Give a function that reads a line, with or without its line feed, as a message of one of these kinds."""
    decoded = decoder(*kinds)

    def read(line: str) -> M | Unreadable:
        try:
            return decoded(line)
        except UndecodableError as error:
            return Unreadable(line, str(error))

    return read
