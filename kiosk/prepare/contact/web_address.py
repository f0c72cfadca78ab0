"""Web addresses as staff paste them: international host names become ASCII before the edition's link maker judges."""

import re
from urllib.parse import quote

import idna

from kiosk.edition import links
from kiosk.edition.links import Link, Refused
from kiosk.edition.model import Takeaway
from kiosk.prepare import qr

_SECURE = "https://"
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
"""idna would leave these out of a host: the link would lead to another place than the text says (row M16)."""


def web_takeaway(text: str) -> Takeaway | Refused:
    link = web_link(text)
    if isinstance(link, Refused):
        return link
    try:
        return qr.takeaway(link)
    except qr.TooLongError:
        return Refused("is too long for a QR code that phones can read")


def web_link(text: str) -> Link | Refused:
    """Accept an https address; letters beyond ASCII are encoded as browsers do."""
    if not text.lower().startswith(_SECURE):
        return Refused("does not start with https://")
    if _HIDDEN.search(text):
        return Refused("has an invisible character in it")
    rest = text[len(_SECURE) :]
    length = next((place for place, sign in enumerate(rest) if sign in "/?#"), len(rest))
    host = _ascii_host(rest[:length])
    if isinstance(host, Refused):
        return host
    return links.web(_SECURE + host + _percent_encoded(rest[length:]))


def _ascii_host(host: str) -> str | Refused:
    """Leave plain ASCII to links.web, which must see what was written; labels in Punycode must mean something."""
    try:
        if host.isascii():
            if "xn--" in host.lower():
                idna.decode(host.partition(":")[0])
            return host
        return idna.encode(host, uts46=True, std3_rules=True).decode("ascii")
    except idna.IDNAError:
        return Refused("has a host name that does not exist")


def _percent_encoded(rest: str) -> str:
    return "".join(sign if sign.isascii() else quote(sign) for sign in rest)
