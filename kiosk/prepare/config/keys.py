"""How a key is named to staff: `phone.number`, and `phone[2].number` where there are several, counted from 1."""

from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]


def spelled(path: KeyPath, document: object) -> str:
    words, here = "", document
    for step in path:
        words += _index(step, here) if isinstance(step, int) else f".{step}"
        here = _inside(here, step)
    return words.removeprefix(".")


def _index(step: int, entries: object) -> str:
    several = not isinstance(entries, list) or len(entries) > 1
    return f"[{step + 1}]" if several else ""


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
