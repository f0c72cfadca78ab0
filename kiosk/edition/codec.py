"""Values to JSON and back: an object names its type under "kind" and leaves out what holds its default."""

from typing import TypeVar

import msgspec

from kiosk.edition.value import Value

T = TypeVar("T")


class UndecodableError(ValueError):
    """The JSON does not describe a value of the type; the text says where."""


def encode(value: Value) -> bytes:
    """Give the canonical JSON of a value: one form for each, so that equal values have equal hashes."""
    return msgspec.json.encode(value, order="sorted")


def decode(kind: type[T], content: bytes | str) -> T:
    """Give the value of `kind` that the JSON describes, or raise UndecodableError."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UndecodableError(str(error)) from error
