"""A connection that goes the one way it is given: nothing in it looks up a name, follows or tries again."""

import logging
import socket
from functools import partial
from http.client import HTTPResponse
from io import BufferedReader
from typing import assert_never

from urllib3.connection import HTTPConnection

from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.host import bracketed
from kiosk.prepare.network.outcome import NotFetched, StoppedError
from kiosk.prepare.network.proxy import Proxy
from kiosk.prepare.network.reach import reach
from kiosk.prepare.network.status import through_proxy, without_proxy
from kiosk.prepare.network.stream import Stream
from kiosk.prepare.network.tls import secured
from kiosk.prepare.network.url import Target
from kiosk.prepare.network.way import Direct, ThroughProxy, Way

MOST_OF_HEADERS = 64 * 1024
"""Bytes; http.client allows a hundred lines."""

_FRAMES = 64 * 1024
_ENDLESS_HEADERS = NotFetched(
    "broken", "sends headers without an end", "Tell whoever looks after that site, or choose another source"
)

# It would write whole addresses, and the secrets some have in them, into the log.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)


class Answer(HTTPResponse):
    """An answer that is read in time and within its limits: its headers, and a body of so many bytes as sent."""

    def __init__(
        self,
        connection: socket.socket,
        debuglevel: int = 0,
        method: str | None = None,
        *,
        deadline: Deadline,
        most_bytes: int,
        when_full: NotFetched,
    ) -> None:
        super().__init__(connection, debuglevel, method)
        self.fp.close()
        self._stream = Stream(connection, deadline)
        self.fp = BufferedReader(self._stream)
        self._most_bytes = most_bytes
        self._when_full = when_full

    def begin(self) -> None:
        self._stream.expect(MOST_OF_HEADERS, _ENDLESS_HEADERS)
        super().begin()
        self._stream.expect(self._most_bytes + _FRAMES, self._when_full)


class Connection(HTTPConnection):
    """To one target by one way, for one question."""

    def __init__(self, target: Target, way: Way, deadline: Deadline, most_bytes: int, when_full: NotFetched) -> None:
        super().__init__(target.host, target.port, timeout=deadline.left())
        self._target = target
        self._way = way
        self._deadline = deadline
        answer = partial(Answer, deadline=deadline, most_bytes=most_bytes, when_full=when_full)
        self.response_class = answer  # type: ignore[assignment]  # http.client does no more than call it

    def connect(self) -> None:
        self.sock = _opened(self._target, self._way, self._deadline)
        self.timeout = self._deadline.left()


def _opened(target: Target, way: Way, deadline: Deadline) -> socket.socket:
    match way:
        case Direct(addresses):
            plain = reach(addresses, target.port, deadline)
        case ThroughProxy():
            plain = _to_proxy(target, way, deadline)
        case _:
            assert_never(way)
    return secured(plain, target.host, deadline) if target.scheme == "https" else plain


def _to_proxy(target: Target, way: ThroughProxy, deadline: Deadline) -> socket.socket:
    try:
        plain = reach(way.addresses, way.proxy.port, deadline)
    except OSError as error:
        raise StoppedError(without_proxy(way.proxy.host)) from error
    if target.scheme == "https":
        _tunnel(plain, target, way.proxy, deadline)
    return plain


def _tunnel(plain: socket.socket, target: Target, proxy: Proxy, deadline: Deadline) -> None:
    """Let the proxy connect to the target (RFC 9110, 9.3.6); after that every byte is between the two of us."""
    try:
        plain.settimeout(deadline.left())
        plain.sendall(_connect(target, proxy).encode("ascii"))
        _check_tunnel(Answer(plain, method="CONNECT", deadline=deadline, most_bytes=0, when_full=_ENDLESS_HEADERS))
    except BaseException:
        plain.close()
        raise


def _check_tunnel(answer: Answer) -> None:
    with answer:
        answer.begin()
        if answer.status // 100 != 2:  # noqa: PLR2004  # all of success
            raise StoppedError(through_proxy(answer.status))


def _connect(target: Target, proxy: Proxy) -> str:
    authority = f"{bracketed(target.host)}:{target.port}"
    secret = f"Proxy-Authorization: {proxy.authorization}\r\n" if proxy.authorization else ""
    return f"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{secret}\r\n"
