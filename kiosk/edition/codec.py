"""Frozen values to JSON and back: dataclasses by their fields, unions of dataclasses by a "kind" key.

It knows only what the model uses: dataclasses, tuples, None, text, numbers, Literal, date and datetime. The display
decodes before its first frame, so each type's reader is made once and kept.
"""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Reader: TypeAlias = Callable[[Json], object]


class UndecodableError(ValueError):
    """The JSON does not describe a value of the type; the text says where."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(f"{where.lstrip('.')}: {why}" if where else why)
        self.why = why
        self.where = where

    def inside(self, step: str) -> "UndecodableError":
        return UndecodableError(self.why, step + self.where)


def encode(value: object) -> Json:
    """Give the JSON of a frozen value; fields that hold their default are left out."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _encode_fields(value)
    raise TypeError(f"the codec has no form for {type(value).__name__}")


def decode(kind: type[T], json: Json) -> T:
    """Give the value of `kind` that `json` describes, or raise UndecodableError."""
    value = _dataclass_reader(kind)(json)
    if not isinstance(value, kind):
        raise UndecodableError(f"a {kind.__name__} was expected")
    return value


def _encode_fields(value: object) -> Json:
    record: dict[str, Json] = {"kind": type(value).__name__}
    for field in fields(value):  # type: ignore[arg-type]  # encode() has seen that it is a dataclass
        content = getattr(value, field.name)
        if field.default is MISSING or content != field.default:
            record[field.name] = encode(content)
    return record


@cache
def _reader(hint: object) -> Reader:
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple_reader(_reader(get_args(hint)[0]))
    if origin is Literal:
        return _choice_reader(get_args(hint))
    if origin in {Union, types.UnionType}:
        return _union_reader(get_args(hint))
    if hint in {str, int, bool}:
        return _plain_reader(frozenset({hint}))
    if hint is float:
        return _plain_reader(frozenset({int, float}))
    if hint is date or hint is datetime:
        return _date_reader(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass_reader(hint)
    raise TypeError(f"the codec cannot read {hint}")


def _tuple_reader(read_item: Reader) -> Reader:
    def read(json: Json) -> object:
        if not isinstance(json, list):
            raise UndecodableError("a list was expected")
        items: list[object] = []
        try:
            for item in json:
                items.append(read_item(item))  # noqa: PERF401  # the error below counts what was read
        except UndecodableError as error:
            raise error.inside(f"[{len(items)}]") from None
        return tuple(items)

    return read


def _choice_reader(choices: tuple[object, ...]) -> Reader:
    def read(json: Json) -> object:
        if json not in choices:
            raise UndecodableError(f"did not expect {json!r:.60}")
        return json

    return read


def _plain_reader(kinds: frozenset[object]) -> Reader:
    def read(json: Json) -> object:
        if type(json) not in kinds:
            raise UndecodableError(f"did not expect {json!r:.60}")
        return json

    return read


def _date_reader(kind: type[date]) -> Reader:
    def read(json: Json) -> object:
        try:
            return kind.fromisoformat(str(json))
        except ValueError as error:
            raise UndecodableError(str(error)) from error

    return read


def _union_reader(choices: tuple[object, ...]) -> Reader:
    """Read None, the dataclass that "kind" names, or else the one choice that is neither."""
    classes = [choice for choice in choices if isinstance(choice, type) and is_dataclass(choice)]
    readers = {choice.__name__: _dataclass_reader(choice) for choice in classes}
    plain = [_reader(choice) for choice in choices if choice is not types.NoneType and choice not in classes]
    optional = types.NoneType in choices

    def read(json: Json) -> object:
        if json is None and optional:
            return None
        if isinstance(json, dict) and (chosen := readers.get(str(json.get("kind")))):
            return chosen(json)
        if len(plain) == 1:
            return plain[0](json)
        raise UndecodableError(f"did not expect {json!r:.60}")

    return read


def _dataclass_reader(kind: type) -> Reader:
    def read(json: Json) -> object:
        if not isinstance(json, dict) or json.get("kind") != kind.__name__:
            raise UndecodableError(f"a {kind.__name__} was expected")
        values = _read_fields(_field_readers(kind), json)
        try:
            return kind(**values)
        except TypeError as error:
            raise UndecodableError(str(error)) from error

    return read


def _read_fields(readers: dict[str, Reader], record: dict[str, Json]) -> dict[str, object]:
    values: dict[str, object] = {}
    name = ""
    try:
        for name, content in record.items():
            if name != "kind":
                values[name] = readers[name](content)
    except KeyError:
        raise UndecodableError(f"unknown {name}") from None
    except UndecodableError as error:
        raise error.inside(f".{name}") from None
    return values


@cache
def _field_readers(kind: type) -> dict[str, Reader]:
    """Look the fields up when the first value is read: a type may hold itself."""
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
