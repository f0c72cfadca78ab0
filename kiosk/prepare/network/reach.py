"""A connection to one of the checked addresses, whichever answers first in their order, and through a proxy's tunnel."""

import socket
from contextlib import suppress

from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.host import Address
from kiosk.prepare.network.resolve import Addresses


def reach(addresses: Addresses, port: int, deadline: Deadline) -> socket.socket:
    """Connect; each address gets its share of the time, so that a silent one leaves some for the next."""
    *earlier, last = addresses
    for place, address in enumerate(earlier):
        with suppress(OSError):
            return _connected(address, port, deadline.left() / (len(addresses) - place))
    return _connected(last, port, deadline.left())


def _connected(address: Address, port: int, seconds: float) -> socket.socket:
    """Connect to the address itself, which nothing looks up any more."""
    connection = socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET, socket.SOCK_STREAM)  # noqa: PLR2004  # the version of IP
    try:
        connection.settimeout(seconds)
        connection.connect((str(address), port))
    except BaseException:
        connection.close()
        raise
    return connection
