"""The judge of an attempt to escape: what holds of a session while the visitor is captive, and what has changed of it."""

from dataclasses import dataclass, fields

SHARE_ALIKE = 0.98
"""A frame around the article is 1 % of the screen, the clock half of that."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be seen of a session from outside.

    `is_there` is whether the program has its window, on the screen or not; `windows` is how many it has on the screen.
    """

    is_alive: bool
    is_there: bool
    windows: int
    children: frozenset[int]
    primary: str
    clipboard: str
    place: str
    active: str
    clients: str
    desktop: str
    processes: frozenset[int]


OF_THE_PROGRAM = ("is_alive", "is_there", "windows", "children", "primary", "clipboard")
OF_THE_SESSION = tuple(field.name for field in fields(Facts))


def breaches(before: Facts, after: Facts, judged: tuple[str, ...]) -> list[str]:
    """Say what is no longer as it was; windows and processes may go, but none may come."""
    return [
        f"{name} was {_told(was)}, is {_told(now)}"
        for name in judged
        if _has_changed(was := getattr(before, name), now := getattr(after, name))
    ]


def is_alike(one: list[int], other: list[int]) -> bool:
    """Tell whether two samples of a screen differ in no more than a frame around a control and the clock do."""
    same = sum(first == second for first, second in zip(one, other, strict=True))
    return same >= SHARE_ALIKE * len(one)


def _has_changed(was: object, now: object) -> bool:
    match was, now:
        case (bool() | str(), _):
            return was != now
        case (int(), int()):
            return now > was
        case (frozenset(), frozenset()):
            return bool(now - was)
        case _:
            raise TypeError(f"{was!r} is no fact")


def _told(value: object) -> str:
    text = str(sorted(value)) if isinstance(value, frozenset) else repr(value)
    return text if len(text) <= 120 else f"{text[:60]} ... {text[-40:]}"
