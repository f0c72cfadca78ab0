"""From a host's name to all of its addresses, asked for once and in time."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TypeAlias

from kiosk.prepare.network.host import Address, literal
from kiosk.prepare.network.patience import within


@dataclass(frozen=True, slots=True)
class Unresolved:
    """No address; `is_unknown` where the name does not exist, otherwise nobody could be asked."""

    is_unknown: bool


Addresses: TypeAlias = tuple[Address, ...]
Resolver: TypeAlias = Callable[[str, float], Addresses | Unresolved]


def look_up(host: str, seconds: float) -> Addresses | Unresolved:
    """Give every address of the host, the best first, each once; an IP address is its own."""
    own = literal(host)
    if own is not None:
        return (own,)
    return within(seconds, lambda: _asked(host)) or Unresolved(is_unknown=False)


def _asked(host: str) -> Addresses | Unresolved:
    try:
        # As bytes, for Python would pass a text through its own, older rules for names in other scripts.
        found = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        return Unresolved(is_unknown=error.errno == socket.EAI_NONAME)
    except OSError:
        return Unresolved(is_unknown=False)
    return tuple(dict.fromkeys(ip_address(place[0]) for *_, place in found))
