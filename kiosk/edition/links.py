"""The only makers of links: tel:, mailto:, geo: and https:. What has no maker here can never become a QR code."""

import re
from urllib.parse import quote, urlsplit

from kiosk.edition.value import Value

LONGEST_URL = 1500
_LONGEST_HOST = 253  # RFC 1035
_UNSAFE = frozenset(' "<>\\^`{|}')
_STRAY_PERCENT = re.compile(r"%(?![2-9A-Fa-f][0-9A-Fa-f])|%7[Ff]")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?P<top>[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


class Link(Value, frozen=True):
    """A link that a phone may open; `host` is the ASCII host of a web link and "" for all others."""

    uri: str
    host: str = ""


class Refused(Value, frozen=True):
    """Why a text is no web link that a visitor may be sent to; `why` continues the sentence "The link ..."."""

    why: str


def tel(e164: str, extension: str = "") -> Link:
    """Make `tel:` of a number in E.164 such as +263775679494 (RFC 3966)."""
    return Link(f"tel:{e164};ext={extension}" if extension else f"tel:{e164}")


def mailto(address: str) -> Link:
    """Make `mailto:` of a validated address, without any header field (RFC 6068)."""
    return Link("mailto:" + quote(address, safe="@+-._~!$'*"))


def geo(latitude: float, longitude: float) -> Link:
    """Make `geo:` of degrees (RFC 5870), six decimals, about 10 cm."""
    return Link(f"geo:{latitude:.6f},{longitude:.6f}")


def map_at(latitude: float, longitude: float) -> Link:
    """Make a web link that opens a map with a pin on every phone, with or without a map program."""
    spot = f"{latitude:.6f}/{longitude:.6f}"
    return Link(
        f"https://www.openstreetmap.org/?mlat={latitude:.6f}&mlon={longitude:.6f}#map=17/{spot}",
        "www.openstreetmap.org",
    )


def map_search(text: str) -> Link:
    """Make a web link that looks an address up on a map."""
    return Link("https://www.openstreetmap.org/search?query=" + quote(text, safe=""), "www.openstreetmap.org")


def web(url: str) -> Link | Refused:
    """Accept an absolute https URL that every parser reads alike."""
    if len(url) > LONGEST_URL:
        return Refused(f"is longer than {LONGEST_URL} characters")
    if any(character in _UNSAFE or not "!" <= character <= "~" for character in url):
        return Refused("has a space, a backslash or another character that belongs to no web address")
    if _STRAY_PERCENT.search(url):
        return Refused("has a percent sign that stands for no letter")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return Refused("cannot be read as a web address")
    if parts.scheme != "https":
        return Refused("does not start with https://")
    if "@" in parts.netloc:
        return Refused("hides a user name before its host")
    host = parts.hostname or ""
    if port == 0 or not _is_host(host):
        return Refused("has no proper host name")
    return Link(url, host)


def _is_host(host: str) -> bool:
    """Tell whether this is a name with a dot whose last part browsers do not read as a number (no IP in disguise)."""
    found = _HOST.fullmatch(host)
    return found is not None and len(host) <= _LONGEST_HOST and not _NUMBER.fullmatch(found["top"])
