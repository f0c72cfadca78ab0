"""The address that a page calls its own."""

from urllib.parse import urlsplit

from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.json_ld import text_at


def canonical_of(facts: Facts, url: str) -> str:
    """Give its canonical https address where that lies on the same site, else the one that it came from."""
    links = (
        link.get("href", "") for link in facts.tree.iter("link") if "canonical" in link.get("rel", "").lower().split()
    )
    said = (*links, facts.meta("og:url"), text_at(facts.article, "url"))
    found = (facts.absolute(address) for address in said if address.strip())
    return next((address for address in (*found, url) if _is_fit(address, url)), "")


def _is_fit(address: str, url: str) -> bool:
    try:
        own, asked = urlsplit(address), urlsplit(url)
    except ValueError:
        return False
    is_page = len(own.path.strip("/")) > 0 or not asked.path.strip("/")
    return (
        own.scheme == "https"
        and bool(own.hostname)
        and own.username is None
        and _site(own.hostname) == _site(asked.hostname)
        and is_page
    )


def _site(host: str | None) -> str:
    """Give the host without what sites put in front of it for phones and AMP."""
    name = (host or "").lower()
    for prefix in ("www.", "m.", "amp.", "mobile."):
        name = name.removeprefix(prefix)
    return name
