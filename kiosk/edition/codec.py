"""Frozen values to JSON and back: dataclasses by their fields, unions of dataclasses by a "kind" key.

It knows only what the model uses: dataclasses, tuples, None, text, numbers, Literal, date and datetime.
"""

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class UndecodableError(ValueError):
    """The JSON does not describe a value of the type; the text says where."""


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
    message = f"the codec has no form for {type(value).__name__}"
    raise TypeError(message)


def decode(kind: type[T], json: Json) -> T:
    """Give the value of `kind` that `json` describes, or raise UndecodableError."""
    value = _decode(kind, json, kind.__name__)
    if not isinstance(value, kind):
        message = f"{kind.__name__}: got {type(value).__name__}"
        raise UndecodableError(message)
    return value


def _encode_fields(value: object) -> Json:
    record: dict[str, Json] = {"kind": type(value).__name__}
    for field in fields(value):  # type: ignore[arg-type]  # encode() has seen that it is a dataclass
        content = getattr(value, field.name)
        if field.default is MISSING or content != field.default:
            record[field.name] = encode(content)
    return record


def _decode(hint: object, json: Json, where: str) -> object:
    origin = get_origin(hint)
    if origin is tuple:
        return _decode_tuple(hint, json, where)
    if origin is Literal:
        return _expect(json in get_args(hint), json, where)
    if origin in {Union, types.UnionType}:
        return _decode_union(get_args(hint), json, where)
    if hint in {str, int, bool}:
        return _expect(type(json) is hint, json, where)
    if hint is float:
        return _expect(type(json) in {int, float}, json, where)
    if hint in {date, datetime}:
        return _decode_date(hint, json, where)
    if isinstance(hint, type) and is_dataclass(hint):
        return _decode_dataclass(hint, json, where)
    message = f"the codec cannot read {hint} at {where}"
    raise TypeError(message)


def _expect(fits: bool, json: Json, where: str) -> Json:  # noqa: FBT001  # an assertion of the line that calls it
    if not fits:
        message = f"{where}: did not expect {json!r:.60}"
        raise UndecodableError(message)
    return json


def _decode_tuple(hint: object, json: Json, where: str) -> tuple[object, ...]:
    if not isinstance(json, list):
        message = f"{where}: a list was expected"
        raise UndecodableError(message)
    inner = get_args(hint)[0]
    return tuple(_decode(inner, item, f"{where}[{place}]") for place, item in enumerate(json))


def _decode_union(choices: tuple[object, ...], json: Json, where: str) -> object:
    if json is None and type(None) in choices:
        return None
    kinds = {choice.__name__: choice for choice in choices if isinstance(choice, type) and is_dataclass(choice)}
    if isinstance(json, dict) and json.get("kind") in kinds:
        return _decode(kinds[str(json["kind"])], json, where)
    plain = [choice for choice in choices if choice is not type(None) and choice not in kinds.values()]
    if len(plain) == 1:
        return _decode(plain[0], json, where)
    return _expect(fits=False, json=json, where=where)


def _decode_date(hint: object, json: Json, where: str) -> date:
    try:
        return (datetime if hint is datetime else date).fromisoformat(str(json))
    except ValueError as error:
        message = f"{where}: {error}"
        raise UndecodableError(message) from error


def _decode_dataclass(kind: type, json: Json, where: str) -> object:
    if not isinstance(json, dict) or json.get("kind") != kind.__name__:
        message = f"{where}: a {kind.__name__} was expected"
        raise UndecodableError(message)
    hints = _hints(kind)
    if unknown := json.keys() - hints.keys() - {"kind"}:
        message = f"{where}: unknown {', '.join(sorted(unknown))}"
        raise UndecodableError(message)
    values = {name: _decode(hints[name], json[name], f"{where}.{name}") for name in hints if name in json}
    try:
        return kind(**values)
    except TypeError as error:
        message = f"{where}: {error}"
        raise UndecodableError(message) from error


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)
