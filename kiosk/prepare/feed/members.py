"""Values from outside by their kind: what is of the wrong kind is as good as missing."""

from typing import TypeAlias

Members: TypeAlias = dict[str, object]


def text_of(members: Members, name: str) -> str:
    """Give a text without what UTF-8 cannot carry; numbers serve as text, which many take an id for."""
    found = dict.get(members, name)  # feedparser's dictionaries answer for missing names with others
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return found.encode("utf-8", "replace").decode() if isinstance(found, str) else ""


def object_of(members: Members, name: str) -> Members:
    found = dict.get(members, name)
    return found if isinstance(found, dict) else {}


def objects_of(members: Members, name: str) -> list[Members]:
    found = dict.get(members, name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
