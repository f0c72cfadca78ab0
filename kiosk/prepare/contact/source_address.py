"""The address of a source in the world, strictly: every program on the way to it must read the same in it."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

import idna

from kiosk.edition import links
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.lookalike import is_lookalike
from kiosk.prepare.network.addresses import realm
from kiosk.prepare.network.host import Malformed, literal
from kiosk.prepare.network.url import Target, parse_url

_EXAMPLE = 'Write it like "https://paper.example/news"'
_COPY_AGAIN = "Open the page in a browser and copy its address again"
_LONGEST_SHOWN = 100

_ADDRESS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]+(?= ?[:;] ?[/\\])|(?:https?|feed|mailto|javascript|data)(?=:))"
    r" ?(?P<signs>[:;] ?[/\\]*)(?P<rest>.*)"
    r"|(?P<bare>h[tps]{2,5}) ?(?P<slashes>[/\\]{2})(?P<behind>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WEB = ("https", "http")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
"""idna would leave these out of a host: the address would lead to another place than the text says (row M16)."""


@dataclass(frozen=True, slots=True)
class SourceAddress:
    """`doubt` is a warning."""

    target: Target
    doubt: Fault | None = None


def is_address(text: str) -> bool:
    """Tell an address, also one with a slip in it, from the name of a file or folder.

    One letter and a colon is a drive of Windows.
    """
    return _ADDRESS.fullmatch(text) is not None


def source_address(text: str, *, allow_http: bool) -> SourceAddress | Fault:
    """Read what `is_address`."""
    if fault := _spoilt(text) or _wrong_beginning(text, allow_http=allow_http) or _wrong_authority(text):
        return fault
    target = parse_url(text)
    if isinstance(target, Malformed):
        return Fault("", target.why, _COPY_AGAIN)
    number = literal(target.host)
    if number is not None and realm(number) == "nowhere":
        return Fault("", "is where no page can be", "Name a page that you can open in a browser")
    return _too_long() if len(target.url) > links.LONGEST_URL else SourceAddress(target, _doubt(target.host))


def _spoilt(text: str) -> Fault | None:
    if len(text) > links.LONGEST_URL:
        return _too_long()
    if _HIDDEN.search(text):
        return Fault("", "has an invisible character in it", f"{_COPY_AGAIN}, or type it")
    if "\\" in text:
        return Fault("", "has a backslash in it", f"Write {_shown(text.replace(chr(92), '/'))}")
    if re.search(r"\s", text):
        return Fault("", "has a space in it", "Delete the space; one that belongs to the address is written %20")
    return None


def _too_long() -> Fault:
    cure = "What follows a ? can often be left out; see in a browser whether the shorter address shows the same"
    return Fault("", f"is longer than {links.LONGEST_URL} characters", cure)


def _wrong_beginning(text: str, *, allow_http: bool) -> Fault | None:
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return Fault("", "is no address", _EXAMPLE)
    scheme = (found["scheme"] or found["bare"]).lower()
    rest = found["rest"] if found["scheme"] else found["behind"]
    if is_address(rest) and rest.lower().startswith(_WEB):
        return Fault("", "begins twice", f"Write {_shown(rest)}")
    if scheme == "feed":
        return Fault("", "begins as only feed readers write it", f"Write {_shown(f'https://{rest}')}")
    if scheme not in _WEB and not get_close_matches(scheme, _WEB, n=1, cutoff=0.75):
        return Fault("", f"begins with {scheme}:, which the kiosk does not open", _EXAMPLE)
    if scheme not in _WEB or found["signs"] != "://":
        return Fault("", "does not begin as an address does", f"Write {_shown(f'https://{rest}')}")
    if scheme == "http" and not allow_http:
        cure = f"Try {_shown(f'https://{rest}')}. If that site has no https, add the line: allow_http = true"
        return Fault("", "begins with http://, and what comes that way can be changed by others", cure)
    return None


def _wrong_authority(text: str) -> Fault | None:
    behind = text.partition("://")[2]
    authority = re.split("[/?#]", behind, maxsplit=1)[0]
    if "@" in authority:
        without = authority.rpartition("@")[2] + behind[len(authority) :]
        cure = f"The kiosk signs in nowhere. Write {_shown(f'https://{without}')}"
        return Fault("", "has a user's name in front of its host", cure)
    if not authority or authority.startswith(":"):
        return Fault("", "names no host", _EXAMPLE)
    return None


def _doubt(host: str) -> Fault | None:
    shown = idna.decode(host) if "xn--" in host else host
    if shown.isascii() or not is_lookalike(shown):
        return None
    what = f'the host "{shown:.60}" has letters that look like others; to computers it is {host}'
    return Fault("", what, "It is visited so. If you mean another, type the address in plain letters", "warning")


def _shown(address: str) -> str:
    return f'"{address}"' if len(address) <= _LONGEST_SHOWN else f'"{address[:_LONGEST_SHOWN]}..."'
