"""How this computer reaches the world, as the system's own table of routes tells: not a packet leaves for it."""

import socket

_FAR_AWAY = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that are nobody's (RFC 5737, RFC 3849), so that they take the same way as everybody's."""

_DISCARD_PORT = 9


def link() -> str:
    """Give the computer's own addresses on its way to the world, "" where there is no way.

    Another cable, another Wi-Fi network, or the same one again after it was gone, make another text.
    """
    return " ".join(address for family, far_away in _FAR_AWAY if (address := _own_address(family, far_away)))


def _own_address(family: socket.AddressFamily, far_away: str) -> str:
    """Connect a datagram socket, which sends nothing and makes the system choose the way."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((far_away, _DISCARD_PORT))
            return str(way.getsockname()[0])
    except OSError:
        return ""
