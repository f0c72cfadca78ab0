"""What staff are told of a source in the world: its host, never the whole address, in which a secret may stand."""

import re
from datetime import datetime
from urllib.parse import urlsplit

from kiosk.edition.value import Value
from kiosk.edition.web_source import Trouble
from kiosk.supervise.refresh import asks_for_staff
from kiosk.supervise.rota import Turn

LONGEST_TEXT = 300
UNREADABLE = "an address that cannot be read"
_TELLING = re.compile(r"[A-Za-z][A-Za-z._-]{0,23}")
"""A part of a path that is a name for people; with digits, or longer, it is often a key."""

_ADDRESS = re.compile(r"\bhttps?://[^\s'\"<>]+", re.IGNORECASE)


class WorldSource(Value, frozen=True):
    """How it stands with a source; times are UTC, and None where there was none yet.

    `what` continues a sentence that begins with the name, `cure` says what to do; both are "" where all is well.
    """

    name: str
    next_at: datetime
    tried_at: datetime | None = None
    reached_at: datetime | None = None
    trouble: Trouble = ""
    what: str = ""
    cure: str = ""
    asks_for_staff: bool = False


def told(turn: Turn) -> WorldSource:
    """Give what may be told; a visit's words have been near to what strangers wrote."""
    name = name_of(turn.source.address)
    if turn.visit is None:
        return WorldSource(name, turn.next_at)
    return WorldSource(
        name=name,
        next_at=turn.next_at,
        tried_at=turn.visit.tried_at,
        reached_at=turn.visit.reached_at,
        trouble=turn.visit.trouble,
        what=_discreet(turn.visit.what),
        cure=_discreet(turn.visit.cure),
        asks_for_staff=asks_for_staff(turn.visit),
    )


def name_of(address: str) -> str:
    """Give the host, and the first folder of the path where that is a word."""
    try:
        parts = urlsplit(address)
        host = f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname
    except ValueError:
        return UNREADABLE
    if not host:
        return UNREADABLE
    first = parts.path.lstrip("/").partition("/")[0]
    return _printable(f"{host}/{first}" if _TELLING.fullmatch(first) else host)


def _discreet(text: str) -> str:
    return _printable(_ADDRESS.sub(lambda found: name_of(found.group()), text))


def _printable(text: str) -> str:
    return "".join(one if one.isprintable() else " " for one in text)[:LONGEST_TEXT]
