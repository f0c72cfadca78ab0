"""The feeds that a home page offers to those who follow it."""

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.facts import facts_of

_KINDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
     "text/xml", "application/xml"}
)  # fmt: skip  # a list to look through, not a column
_MOST = 20


def feeds_of(text: str, url: str) -> tuple[str, ...]:
    """Give their absolute addresses, those of comments last; without any for a page that cannot be read."""
    tree = parse_html(text)
    if isinstance(tree, TooIntricate):
        return ()
    facts = facts_of(tree, url)
    links = [link for link in tree.iter("link") if "alternate" in link.get("rel", "").lower().split()]
    offered = [
        link for link in links if _kind_of(link.get("type", "")) in _KINDS and "wp-json" not in link.get("href", "")
    ]
    offered.sort(key=lambda link: "comment" in (link.get("href", "") + link.get("title", "")).lower())
    addresses = (facts.absolute(link.get("href", "")) for link in offered if link.get("href", "").strip())
    return tuple(dict.fromkeys(address for address in addresses if address.startswith(("https://", "http://"))))[:_MOST]


def _kind_of(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
