"""RSS 0.90 to 2.0, RDF and Atom 0.3 and 1.0 as feedparser reads them, from bytes that are no danger to it (sieve.py)."""

from collections.abc import Iterator
from email.utils import parseaddr
from io import BytesIO

import feedparser  # type: ignore[import-untyped]  # the package brings no types

from kiosk.prepare.feed.address import absolute
from kiosk.prepare.feed.dates import first_date
from kiosk.prepare.feed.feed import MOST_ENTRIES, Entry, Feed
from kiosk.prepare.feed.members import Members, object_of, objects_of, text_of
from kiosk.prepare.feed.newest import without_doubles
from kiosk.prepare.feed.picture import is_picture
from kiosk.prepare.feed.plain import (
    LONGEST_NAME,
    LONGEST_TITLE,
    html_of_text,
    looks_like_html,
    one_line,
    plain_html,
    plain_text,
)
from kiosk.prepare.feed.raw import RawEntry, bcp_47, finished

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_SOUND = ("audio/", "video/")
_MOST_AUTHORS = 5
_MOST_DIGITS = 5


def read_xml_feed(xml: bytes, url: str, *, is_atom: bool) -> Feed | None:
    """Read what the sieve gave; `url` is where the feed lies. None where feedparser fails on it."""
    found = _parsed(xml)
    if found is None:
        return None
    feed = object_of(found, "feed")
    entries = (_entry(item, feed, url, is_atom=is_atom) for item in objects_of(found, "entries")[:MOST_ENTRIES])
    kept = without_doubles(tuple(entry for entry in entries if entry is not None))
    return Feed(_title(feed, is_atom=is_atom), bcp_47(text_of(feed, "language")), kept)


def _parsed(xml: bytes) -> Members | None:
    """Call the library; what it raises on input that it has not been tried with is as good as broken XML."""
    try:
        found = feedparser.parse(BytesIO(xml), sanitize_html=False, resolve_relative_uris=False)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _entry(item: Members, feed: Members, url: str, *, is_atom: bool) -> Entry | None:
    contents, summary = objects_of(item, "content"), object_of(item, "summary_detail")
    details = [*contents, summary, object_of(item, "title_detail")]
    full = [_html(one, is_atom=is_atom) for one in contents]
    short = _html(summary, is_atom=is_atom)
    if not short and not any(full):
        short = _guessed(text_of(item, "aside"))
    link = _link(item, url)
    return finished(
        RawEntry(
            identifier=text_of(item, "id"),
            title=_title(item, is_atom=is_atom),
            link=link,
            published=first_date(text_of(item, name) for name in ("published", "created", "updated")),
            author=_authors(item) or (_authors(feed) if is_atom else ""),
            full=tuple(full),
            short=(short,),
            base=absolute(_first(details, "base"), url) or link or url,
            picture=next(filter(None, (absolute(address, url) for address in _pictures(item))), ""),
            language=text_of(item, "language") or _first(details, "language") or text_of(feed, "language"),
            has_sound=any(text_of(one, "type").startswith(_SOUND) for one in _links(item, "enclosure")),
        )
    )


def _title(members: Members, *, is_atom: bool) -> str:
    """Give a title as one plain line, by its type in Atom and by a guess in RSS, which has none."""
    detail = object_of(members, "title_detail")
    written = text_of(detail, "value")
    if not is_atom:
        return plain_text(written, LONGEST_TITLE)
    return (plain_html if text_of(detail, "type") in _HTML else one_line)(written, LONGEST_TITLE)


def _html(detail: Members, *, is_atom: bool) -> str:
    """Give a text as HTML, "" where it is something else, a picture in base64 for instance."""
    kind, written = text_of(detail, "type"), text_of(detail, "value").strip()
    if not kind.startswith("text/") and kind not in _HTML:
        return ""
    return html_of_text(written) if is_atom and kind == "text/plain" else _guessed(written)


def _guessed(written: str) -> str:
    return written if looks_like_html(written) else html_of_text(written)


def _first(details: list[Members], name: str) -> str:
    return next(filter(None, (text_of(one, name) for one in details)), "")


def _link(item: Members, url: str) -> str:
    """Give the address of the entry's own page; feedparser takes a guid for one even if it is only a number."""
    own = text_of(item, "link")
    is_made_up = own == text_of(item, "id") and "://" not in own
    others = [text_of(one, "href") for one in _links(item, "alternate")]
    return next(filter(None, (absolute(address, url) for address in ("" if is_made_up else own, *others))), "")


def _links(item: Members, relation: str) -> list[Members]:
    return [one for one in objects_of(item, "links") if text_of(one, "rel") == relation]


def _authors(members: Members) -> str:
    """Give each name once; RSS wants a mail address with the name behind it, and the address is nobody's business."""
    names = (_name(text_of(one, "name")) for one in objects_of(members, "authors")[:_MOST_AUTHORS])
    return ", ".join(dict.fromkeys(filter(None, names)))


def _name(written: str) -> str:
    text = plain_text(written, LONGEST_NAME)
    return one_line(parseaddr(text)[0], LONGEST_NAME) if "@" in text else text


def _pictures(item: Members) -> Iterator[str]:
    """Give the addresses of pictures, the best first: the widest of the article's own before any thumbnail."""
    photos = (one for one in objects_of(item, "media_content") if _is_photo(one))
    yield from (text_of(one, "url") for one in sorted(photos, key=_width, reverse=True))
    for one in _links(item, "enclosure"):
        if is_picture(text_of(one, "type"), text_of(one, "href")):
            yield text_of(one, "href")
    yield from (text_of(one, "url") for one in sorted(objects_of(item, "media_thumbnail"), key=_width, reverse=True))
    yield text_of(object_of(item, "image"), "href")


def _is_photo(media: Members) -> bool:
    kind, medium = text_of(media, "type"), text_of(media, "medium").lower()
    return medium == "image" if medium and not kind else is_picture(kind, text_of(media, "url"))


def _width(media: Members) -> int:
    digits = text_of(media, "width")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else 0
