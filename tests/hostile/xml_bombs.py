"""Feeds whose XML grows, or asks for files and addresses, in the encodings in which a guard may miss it."""

from collections.abc import Iterator

from tests.hostile.case import MARKER, Case, sends
from tests.prepare.feed.hostile import hostile_feeds

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le")
_LARGE = 60_000


def cases() -> Iterator[Case]:
    for name, text in hostile_feeds(f"{MARKER}.dtd", "http://10.0.0.1/zqmarker"):
        for encoding in ENCODINGS if len(text) < _LARGE else ENCODINGS[:1]:
            yield Case("XML", f"{name}, {encoding}", {"": sends(text.encode(encoding), "application/xml")})
