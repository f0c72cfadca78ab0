"""The proxy that device.toml names. A password may be in it: nothing here repeats what is written."""

from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.network.host import Malformed, bracketed
from kiosk.prepare.network.url import parse_authority

NONE = "none"
_HTTP = "http://"
_EXAMPLE = 'like "http://proxy.example:8080"'


def proxy_of(text: str) -> str | Fault:
    """Give "" for the system's own, "none" for none, or an http:// address with a port."""
    if not text or text.lower() == NONE:
        return text.lower()
    scheme, sign, rest = text.partition("://")
    if not sign:
        return Fault("proxy", "is no address", f"Write it {_EXAMPLE}")
    if scheme.lower() != "http":
        what = "is a kind of proxy that the kiosk does not know"
        return Fault("proxy", what, f"Write one that begins with http://, {_EXAMPLE}")
    signed_in, _, place = rest.removesuffix("/").rpartition("@")
    if any(not "!" <= sign <= "~" or sign in '/\\?#"<>' for sign in rest.removesuffix("/")):
        return Fault("proxy", "has a sign that belongs to no proxy's address", _CURE_OF_SIGNS)
    authority = parse_authority(place)
    if isinstance(authority, Malformed):
        return Fault("proxy", authority.why, f"Write it {_EXAMPLE}")
    if authority.port is None:
        return Fault("proxy", "has no port", f"Add a colon and its number, {_EXAMPLE}")
    user = f"{signed_in}@" if signed_in else ""
    return f"{_HTTP}{user}{bracketed(authority.host)}:{authority.port}"


_CURE_OF_SIGNS = "In a user's name or password, write % and two digits for such a sign, as browsers do: %2F for /"
