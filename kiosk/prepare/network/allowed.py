"""The hosts that an administrator allows by name to lie in the office's own network, or to listen on other ports."""

from kiosk.prepare.network.host import Malformed
from kiosk.prepare.network.url import USUAL_PORTS, Authority, Target, parse_authority


def is_allowed(target: Target, allowed_hosts: tuple[str, ...]) -> bool:
    """Tell whether one of "wiki.example" (ports 80 and 443) and "wiki.example:8443" means the target."""
    return any(_means(parse_authority(entry), target) for entry in allowed_hosts)


def _means(entry: Authority | Malformed, target: Target) -> bool:
    if isinstance(entry, Malformed) or entry.host != target.host:
        return False
    return target.port == entry.port if entry.port else target.port in USUAL_PORTS.values()
