"""Addresses in feeds: absolute http(s) or nothing. Whether to go there, and whether to show it, others decide."""

import re
from urllib.parse import quote, urljoin, urlsplit

LONGEST = 2000

_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NOTHING = re.compile(r"(?:https?:/*)?", re.IGNORECASE)


def absolute(address: str, base: str) -> str:
    """Resolve an address as browsers do, letters beyond ASCII in its path encoded; "" where no page can be there."""
    written = _NOT_IN_ADDRESSES.sub("", address).strip()
    if len(written) > LONGEST or _NOTHING.fullmatch(written):
        return ""
    try:
        whole = urljoin(base, written)
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    front = f"{parts.scheme}://{parts.netloc}"
    return front + _encoded(whole[whole.index("//") + 2 + len(parts.netloc) :])


def _encoded(rest: str) -> str:
    return "".join(sign if "!" <= sign <= "~" else quote(sign, errors="replace") for sign in rest)
