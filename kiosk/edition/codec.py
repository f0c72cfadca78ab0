"""Values to JSON and back: an object names its type under "kind" and leaves out what holds its default."""

from collections.abc import Callable
from functools import reduce
from operator import or_
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


def decoder(*kinds: type[T]) -> Callable[[str], T]:
    """Give a function that reads values of any of these kinds, and raises as `decode` does."""
    read = msgspec.json.Decoder(reduce(or_, kinds)).decode

    def decoded(content: str) -> T:
        try:
            return read(content)
        except (msgspec.DecodeError, RecursionError) as error:
            raise UndecodableError(str(error)) from error

    return decoded


def plain(value: Value) -> object:
    """Give the value as dictionaries, lists, texts and numbers, as JSON would have it; defaults are left out."""
    return msgspec.to_builtins(value)
