"""An entry as its format gave it, before it is cleaned: what XML and JSON feeds have in common."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.edition.digest import sha256
from kiosk.prepare.article.language import Unknown, language_tag
from kiosk.prepare.feed.feed import Entry
from kiosk.prepare.feed.plain import (
    LONGEST_SUMMARY,
    length_of_text,
    one_line,
    plain_html,
    plain_text,
)

_LONGEST_MADE_TITLE = 80
_LONGEST_IDENTITY = 300
_CUT = re.compile(r"\s*\[(?:…|\.{3})\]$")
_FIRST_ON = re.compile(
    "appeared first on|first appeared on|erschien zuerst auf|est apparu en premier sur|se publicó primero en|"
    "proviene da|verscheen eerst op|apareceu primeiro em|pochodzi z serwisu|появились сначала на"
)
"""What stands between the two links of the paragraph that WordPress adds, in its most used languages."""

_LONGEST_TRAILER = 2000
_LINKS_OF_TRAILER = 2


@dataclass(frozen=True, slots=True)
class RawEntry:
    """`full` and `short` are HTML; `title` and `author` are clean already, the addresses absolute; "" for none."""

    identifier: str
    title: str
    link: str
    published: datetime | None
    author: str
    full: tuple[str, ...]
    short: tuple[str, ...]
    base: str
    picture: str
    language: str
    has_sound: bool


def finished(raw: RawEntry) -> Entry | None:
    """Give the entry, None where there is nothing to read in it: a bare episode of a podcast, or nothing at all."""
    content = _without_trailer(max((*raw.full, *raw.short), key=length_of_text, default=""))
    beginning = plain_html(content, LONGEST_SUMMARY)
    title = raw.title or one_line(beginning, _LONGEST_MADE_TITLE)
    if not title or (raw.has_sound and not beginning):
        return None
    return Entry(
        identity=_identity(raw, content),
        title=title,
        link=raw.link,
        published=raw.published,
        author=raw.author,
        summary=next(_summaries(raw, content, beginning), ""),
        content=content if beginning or "<img" in content else "",
        base=raw.base,
        picture=raw.picture,
        language=bcp_47(raw.language),
    )


def bcp_47(language: str) -> str:
    """Give the tag in its usual capitals, without what comes after the region; "" for none."""
    for written in (language, language.partition("-")[0]):
        tag = language_tag(written)
        if not isinstance(tag, Unknown):
            return tag
    return ""


def _identity(raw: RawEntry, content: str) -> str:
    known = raw.identifier.strip() or raw.link
    if known and len(known) <= _LONGEST_IDENTITY:
        return known
    said = known or f"{raw.title}\n{content}"
    return sha256(said.encode("utf-8", "replace"))


def _summaries(raw: RawEntry, content: str, beginning: str) -> Iterator[str]:
    """Give each summary that says something else than how the content begins."""
    for short in map(_without_trailer, raw.short):
        if short == content:
            continue
        plain = _CUT.sub("…", plain_text(short, LONGEST_SUMMARY))
        if plain and not beginning.startswith(plain.rstrip("….").rstrip()):
            yield plain


def _without_trailer(content: str) -> str:
    """Drop the paragraph that WordPress adds to every entry of its feeds."""
    begins = content.rfind("<p>", max(len(content) - _LONGEST_TRAILER, 0))
    last = content[begins:] if begins >= 0 else ""
    is_trailer = last.count("<a ") == _LINKS_OF_TRAILER and _FIRST_ON.search(last)
    return content[:begins].rstrip() if is_trailer else content
