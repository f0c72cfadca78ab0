"""The office's proxy, as the administrator names it or as the system does."""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from urllib.parse import unquote
from urllib.request import getproxies, proxy_bypass

from kiosk.edition.web_source import Network
from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.host import Malformed
from kiosk.prepare.network.outcome import NotFetched, StoppedError
from kiosk.prepare.network.patience import within
from kiosk.prepare.network.url import Target, parse_authority

_ASK_ADMINISTRATOR = (
    'Your administrator names one like "http://proxy.example:3128" as proxy below [network] in device.toml, or "none"'
)
_SYSTEM_ANSWERS_WITHIN = 3.0
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Proxy:
    """One that is spoken to by plain http; `authorization` is the header, "" without a password."""

    host: str
    port: int
    authorization: str = field(default="", repr=False)


def proxy_for(target: Target, network: Network, deadline: Deadline) -> Proxy | None:
    """Give the proxy on the way to the target, None where it is visited directly."""
    match network.proxy:
        case "none":
            return None
        case "":
            return _of_system(target, min(deadline.left(), _SYSTEM_ANSWERS_WITHIN))
        case named:
            return _usable(named, "that device.toml names")


def parse_proxy(text: str) -> Proxy | Malformed:
    """Read "http://proxy.example:3128", also with "user:password@" before the host; without "http://" too."""
    scheme = _SCHEME.match(text)
    if scheme and scheme[0].lower() != "http://":
        return Malformed(f"begins with {scheme[0]}, which the kiosk does not speak to a proxy")
    rest = text[scheme.end() :] if scheme else text
    user, has_user, place = rest.partition("/")[0].rpartition("@")
    authority = parse_authority(place)
    if isinstance(authority, Malformed):
        return authority
    return Proxy(authority.host, authority.port or 80, _basic(user) if has_user else "")


def _basic(user: str) -> str:
    return "Basic " + b64encode(unquote(user).encode()).decode("ascii")


def _of_system(target: Target, seconds: float) -> Proxy | None:
    # On Windows and macOS the system may look up names to answer this.
    named = within(seconds, lambda: _asked_of_system(target))
    return _usable(named, "of this computer's settings") if named else None


def _asked_of_system(target: Target) -> str:
    proxies = getproxies()
    named = proxies.get(target.scheme) or proxies.get("all") or ""
    return "" if named and proxy_bypass(target.authority) else named


def _usable(named: str, whose: str) -> Proxy:
    proxy = parse_proxy(named)
    if isinstance(proxy, Malformed):
        raise StoppedError(
            NotFetched("offline", f"cannot be reached, for the proxy {whose} {proxy.why}", _ASK_ADMINISTRATOR)
        )
    return proxy
