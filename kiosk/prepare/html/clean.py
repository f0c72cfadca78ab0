"""HTML without anything but words, pictures' and links' addresses and their order.

Two programs look at it, one after the other: ours, which knows what readers see, and nh3, which knows how browsers
read markup that is broken on purpose.
"""

import html as entities
import re

import nh3

from kiosk.prepare.html.tags import ALLOWED, ATTRIBUTES, GONE, SCHEMES
from kiosk.prepare.html.tidy import inside, tidy
from kiosk.prepare.html.tree import TooIntricate, parse_html, span

MOST_ROUNDS = 6
"""What is left after one round may read differently in the next; honest pages are the same after the second."""

MOST_SIGNS = 60_000
"""What nh3 takes in piece by piece, at a cost that grows with the square: 60 thousand take 0.3 s, 600 thousand 20 s."""

_SLOW = re.compile("[&\\x80-\\xbf]")

_LARGEST_START = 99_999


def _checked(_tag: str, name: str, value: str) -> str | None:
    if name in {"colspan", "rowspan"}:
        return str(span(value)) if span(value) > 1 else None
    if name == "start":
        digits = value.strip()
        return digits if digits.isascii() and digits.isdigit() and int(digits[:9]) <= _LARGEST_START else None
    return value


_CLEANER = nh3.Cleaner(
    tags=ALLOWED,
    attributes=ATTRIBUTES,
    clean_content_tags=GONE,
    attribute_filter=_checked,
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=True,
)


def clean_html(html: str) -> str | TooIntricate:
    """Give HTML of ALLOWED tags with their ATTRIBUTES; cleaning twice changes nothing."""
    for _ in range(MOST_ROUNDS):
        cleaner = cleaned_once(html)
        if isinstance(cleaner, TooIntricate) or cleaner == html:
            return cleaner
        html = cleaner
    return entities.escape(html, quote=False)


def cleaned_once(html: str) -> str | TooIntricate:
    """Give what `clean_html` gives, but for markup that was broken on purpose: that may be cleaned further."""
    root = parse_html(html)
    if isinstance(root, TooIntricate):
        return root
    body = root.find("body")
    if body is None:
        return ""
    tidy(body)
    tidied = inside(body)
    if len(_SLOW.findall(tidied)) > MOST_SIGNS:
        return TooIntricate(f"has more than {MOST_SIGNS // 1000} thousand signs such as & and no-break spaces")
    return _CLEANER.clean(tidied)
