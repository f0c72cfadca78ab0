"""What a feed is to the kiosk, whichever of the ten formats it came in."""

from dataclasses import dataclass
from datetime import datetime

MOST_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; texts are clean and plain except `content`, which is HTML as it came and is "" for none.

    `identity` tells it from the feed's others over time. `link` and `picture` are absolute http(s) or "". `summary` is
    "" where it would only repeat the content. Relative addresses of the content count from `base`. `published` is
    aware. `language` is a BCP 47 tag or "".
    """

    identity: str
    title: str
    link: str
    published: datetime | None
    author: str
    summary: str
    content: str
    base: str
    picture: str
    language: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with at most MOST_ENTRIES entries in its own order, none twice, each with a title."""

    title: str
    language: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NoFeed:
    """Nothing that can be read; `what` continues a sentence that begins with the address, `cure` tells staff what to do."""

    what: str
    cure: str
