"""What it is that came instead of a feed, told to staff with what to do."""

import re

from kiosk.prepare.feed.feed import NoFeed
from kiosk.prepare.feed.guard import MOST_JUNK

_LOOK = (
    "Open the site in a browser and look for a link named RSS, Atom or feed; or take the address of one article's page"
)
_BEGINNINGS = (
    (b"%PDF", "is a PDF document"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"PK\x03\x04", "is a ZIP archive or an office document"),
    (b"\x1f\x8b", "is a compressed file"),
    (b"ID3", "is a sound file"),
)
_OF_ROOTS = {
    "urlset": ("is a sitemap, which is made for search engines", _LOOK),
    "sitemapindex": ("is a list of sitemaps, which is made for search engines", _LOOK),
    "opml": (
        "is a list of feeds (OPML), not a feed",
        "Open it in a text editor and take one of the addresses after xmlUrl",
    ),
    "svg": ("is a picture", _LOOK),
}
_CALENDAR = re.compile(r"\s*BEGIN:VCALENDAR", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body|title|div|script)\b", re.IGNORECASE)
_PASSWORD = re.compile(r"""<input\b[^<>]{0,500}\btype\s*=\s*["']?password""", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w-]{1,40}:)?(\w[\w-]{0,40})")


def of_bytes(content: bytes) -> NoFeed | None:
    """Tell what the content is by how it begins, None for any text."""
    for beginning, what in _BEGINNINGS:
        if content.startswith(beginning):
            return NoFeed(f"{what}, not a feed", _LOOK)
    return None


def is_page(text: str) -> bool:
    return bool(_PAGE.search(text, 0, MOST_JUNK))


def of_text(text: str) -> NoFeed:
    """Tell what a text is that has no feed in it."""
    root = _ROOT.search(text, 0, MOST_JUNK)
    name = root[1].lower() if root else ""
    if name in _OF_ROOTS:
        return NoFeed(*_OF_ROOTS[name])
    if is_page(text):
        return _page(text)
    if _CALENDAR.match(text):
        return NoFeed("is a calendar (.ics), not a feed", _LOOK)
    if text.lstrip()[:1] in {"{", "["}:
        return NoFeed("is JSON, but no JSON Feed", _LOOK)
    if root is None:
        return NoFeed("is plain text, not a feed", _LOOK)
    return NoFeed(f"is XML, but no feed: it begins with <{root[1]}>", _LOOK)


def _page(text: str) -> NoFeed:
    if _PASSWORD.search(text):
        return NoFeed(
            "is a page to log in, not a feed",
            "Take the address of a feed that opens in a private browser window without logging in",
        )
    return NoFeed("is a web page, not a feed", _LOOK)
