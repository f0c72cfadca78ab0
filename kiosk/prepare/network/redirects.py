"""Where a visit begins and where it may be sent on to."""

from kiosk.prepare.network.host import Malformed
from kiosk.prepare.network.outcome import NotFetched
from kiosk.prepare.network.url import Target, join, parse_url

MOST_REDIRECTS = 5

_COPY_AGAIN = "Open the page in a browser and copy its address from there"


def beginning(url: str, *, allow_http: bool) -> Target | NotFetched:
    place = parse_url(url)
    if isinstance(place, Malformed):
        return NotFetched("forbidden", place.why, _COPY_AGAIN)
    if place.scheme == "http" and not allow_http:
        cure = "Write https:// instead; if that site has no https, add the line: allow_http = true"
        return NotFetched("forbidden", "begins with http://, and what comes that way can be changed by others", cure)
    return place


def sent_on(base: Target, location: str) -> Target | NotFetched:
    """Give the next place; from https there is no way back to http."""
    place = join(base, location)
    if isinstance(place, Malformed):
        return NotFetched("forbidden", f"sends on to an address that {place.why}", _COPY_AGAIN)
    if (base.scheme, place.scheme) == ("https", "http"):
        return NotFetched("forbidden", "sends on from https to http, where others can change what comes", _COPY_AGAIN)
    return place


def sent_on_too_often() -> NotFetched:
    return NotFetched("broken", f"sends on more than {MOST_REDIRECTS} times", _COPY_AGAIN)
