"""Feeds of all formats, from the bytes that came to what the kiosk knows of them; nothing here goes to the network."""

from kiosk.prepare.feed import instead
from kiosk.prepare.feed.decode import decode_feed
from kiosk.prepare.feed.feed import Feed, NoFeed
from kiosk.prepare.feed.guard import FEED_ROOT, MOST_JUNK, Forbidden
from kiosk.prepare.feed.json_feed import VERSION, is_feed, read_json_feed, read_members
from kiosk.prepare.feed.repair import repaired
from kiosk.prepare.feed.sieve import Fault, Sifted, sift
from kiosk.prepare.feed.xml_feed import read_xml_feed

MOST_BYTES = 2_000_000

_ROOTS = frozenset({"rss", "rdf", "feed"})
_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_REPORT = "Tell whoever runs the site, or take another of its feeds"


def looks_like_feed(content: bytes, content_type: str) -> bool:
    """Tell whether this is meant to be a feed, by its content first: servers are often wrong about types."""
    beginning = decode_feed(content[:MOST_JUNK], content_type)
    if beginning.lstrip()[:1] == "{":
        return VERSION in beginning.replace("\\/", "/") or _says_feed(content_type)
    root, page = FEED_ROOT.search(beginning), instead.is_page(beginning)
    if root is not None:
        return not page or not instead.is_page(beginning[: root.start()])
    return _says_feed(content_type) and not page


def read_feed(content: bytes, content_type: str, url: str) -> Feed | NoFeed:
    """Read a feed that came from `url`; never raises for what is in it."""
    if not content.strip():
        return NoFeed("answers, but sends nothing", _REPORT)
    if len(content) > MOST_BYTES:
        return NoFeed(f"is larger than the {MOST_BYTES // 1_000_000} MB that a feed may have", _REPORT)
    text = decode_feed(content, content_type)
    return instead.of_bytes(content) or (_json(text, url) if text.lstrip()[:1] == "{" else _xml(text, url))


def _says_feed(content_type: str) -> bool:
    return content_type.strip().lower().startswith(_TYPES)


def _json(text: str, url: str) -> Feed | NoFeed:
    members = read_members(text)
    if members is None:
        return NoFeed("is broken JSON, or cut off", _REPORT)
    if not is_feed(members):
        return instead.of_text(text)
    return _with_entries(read_json_feed(members, url), had_entries=bool(members.get("items")))


def _xml(text: str, url: str) -> Feed | NoFeed:
    sifted = _sifted(text)
    if isinstance(sifted, Forbidden):
        return instead.of_text(text) if not FEED_ROOT.search(text) else _forbidden(sifted)
    if sifted.root not in _ROOTS:
        return instead.of_text(text)
    feed = read_xml_feed(sifted.xml, url, is_atom=sifted.root == "feed")
    if feed is None:
        return NoFeed("is XML that nobody can make sense of", _REPORT)
    if sifted.fault and not feed.entries:
        return _broken(sifted.fault)
    return _with_entries(feed, had_entries=bool(sifted.entries))


def _sifted(text: str) -> Sifted | Forbidden:
    """Read as it stands, and where that ends early once more with the common mistakes mended."""
    strict = sift(text)
    if isinstance(strict, Forbidden) or strict.fault is None:
        return strict
    mended = sift(repaired(text))
    if isinstance(mended, Forbidden):
        return mended
    return mended if mended.fault is None or mended.entries > strict.entries else strict


def _with_entries(feed: Feed, *, had_entries: bool) -> Feed | NoFeed:
    if feed.entries or not had_entries:
        return feed
    return NoFeed("has entries, but no words in them, as a podcast", "Take a feed of articles that can be read")


def _forbidden(forbidden: Forbidden) -> NoFeed:
    return NoFeed(
        f"begins with a document type ({forbidden.declaration}), which no feed needs and the kiosk does not read",
        _REPORT,
    )


def _broken(fault: Fault) -> NoFeed:
    if not fault.line:
        return NoFeed("is XML that is larger or deeper than feeds are", _REPORT)
    return NoFeed(f"is broken XML: it stops making sense at line {fault.line}, column {fault.column}", _REPORT)
