"""Makes Qt's enumerations quicker than Python does: of their members 3,400 are made before the first frame.

Python takes 7 us for each, since a member may be anything where people write the class. Qt's are names of whole numbers,
which takes 1 us. What the members are, and the class knows of them, is in Python's Lib/enum.py. Flags, which are few, and
whatever is not Qt's are made as ever.
"""

import sys
from collections.abc import Callable, Iterable
from enum import KEEP, Enum, EnumType, IntEnum
from typing import Any

VERIFIED_PYTHONS = ((3, 11), (3, 12), (3, 13))
"""The versions of Python whose enumerations have been seen to be the same either way; later ones make them as ever."""

TAKEN = frozenset(("mro", *(name for base in IntEnum.__mro__ for name in vars(base))))
"""Names that mean something else in the class."""

NamesAndValues = list[tuple[str, int]]

_usual: Callable[..., type[Enum]] = EnumType._create_  # type: ignore[attr-defined]  # typeshed leaves it out; calls of Enum come to it


def quicken() -> None:
    """Do so for each class of Qt that is looked at from now on."""
    if sys.version_info[:2] in VERIFIED_PYTHONS:
        EnumType._create_ = _made  # type: ignore[attr-defined]  # as above


def _made(kind: type[Enum], class_name: str, names: NamesAndValues, **wanted: Any) -> type[Enum]:  # noqa: ANN401  # as Python's own
    """Make an enumeration of this kind; of all who ask for one by a call, Shiboken alone wants KEEP, whatever the kind."""
    if kind not in {Enum, IntEnum} or wanted.get("boundary") is not KEEP or not _are_plain(names):
        return _usual(kind, class_name, names, **wanted)
    made = _usual(kind, class_name, (), **wanted)
    _fill(made, names, _new_number if kind is IntEnum else _new_member)
    return made


def _are_plain(names: NamesAndValues) -> bool:
    return all(type(value) is int and name not in TAKEN and not name.startswith("_") for name, value in names)


def _fill(made: Any, items: Iterable[tuple[str, int]], new: Callable[[Any, int], Any]) -> None:  # noqa: ANN401  # mypy knows no sunders
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    for name, value in items:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value)
            member._value_, member._name_, member.__objclass__, member._sort_order_ = value, name, made, len(names)
            names.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)


def _new_number(made: type[IntEnum], value: int) -> IntEnum:
    return int.__new__(made, value)


def _new_member(made: type[Enum], _value: int) -> Enum:
    return object.__new__(made)
