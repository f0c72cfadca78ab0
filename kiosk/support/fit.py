"""Cuts what is too long, so that a mail takes the bundle: of texts the end goes, of logs the beginning. Pure."""

import zlib
from collections.abc import Iterable

from kiosk.support.contents import MOST_BYTES, Member, Missing, Part

MOST_LOG_BYTES = 8_000_000
"""Of all logs before they are packed: more than that takes long to censor."""

MOST_OTHER_BYTES = 300_000
MOST_PICTURE_BYTES = 800_000
OVERHEAD_BYTES = 60_000
"""What the archive itself, its README and its manifest need at most."""

NO_ROOM = "there was no room for it"
CAREFULLY = 0.95
"""How much of what should fit is tried, for packing is not even."""


def limited(member: Member, most: int = MOST_OTHER_BYTES) -> Member:
    if len(member.content) <= most:
        return member
    return Member(member.name, member.content[:most], f"only the first {most} bytes of {len(member.content)}")


def room_beside(parts: Iterable[Part], most: int = MOST_BYTES) -> int:
    """Give how many packed bytes are left for the logs."""
    return most - OVERHEAD_BYTES - sum(packed_size(part.content) for part in parts if isinstance(part, Member))


def fitted(newest_first: Iterable[Part], room: int, most: int = MOST_LOG_BYTES) -> tuple[Part, ...]:
    """Keep what was written last, and give it last; `room` is in packed bytes."""
    kept = list[Part]()
    for found in newest_first:
        part = _cut(found, room, most) if isinstance(found, Member) else found
        kept.append(part)
        if isinstance(part, Member):
            room -= packed_size(part.content)
            most -= len(part.content)
    return tuple(reversed(kept))


def packed_size(content: bytes) -> int:
    return len(zlib.compress(content))


def _cut(member: Member, room: int, most: int) -> Part:
    content = member.content if len(member.content) <= most else _end_of(member.content, most)
    while content and (size := packed_size(content)) > room:
        content = _end_of(content, int(len(content) * room / size * CAREFULLY))
    if not content and member.content:
        return Missing(member.name, NO_ROOM)
    if len(content) == len(member.content):
        return member
    note = f"only the last {len(content)} bytes of {len(member.content)}"
    return Member(member.name, content, _joined(member.note, note))


def _end_of(content: bytes, most: int) -> bytes:
    """Give whole lines, with the byte before them to see where the first begins."""
    return whole_lines(content[-most - 1 :]) if most > 0 else b""


def whole_lines(content: bytes) -> bytes:
    """Leave out the line that has lost its beginning: half a name is not found any more."""
    return content.partition(b"\n")[2]


def _joined(*notes: str) -> str:
    return "; ".join(note for note in notes if note)
