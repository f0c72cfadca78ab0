import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from ipaddress import ip_address

import pytest

from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.reach import reach

HERE, SILENT, CLOSED = (ip_address(f"127.0.0.{last}") for last in (1, 9, 7))


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.fixture
def port() -> Iterator[int]:
    """Give a port at which HERE answers, SILENT does not for its queue is full, and CLOSED refuses."""
    with ExitStack() as stack:
        full = stack.enter_context(socket.create_server((str(SILENT), 0), backlog=0))
        port = full.getsockname()[1]
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)  # noqa: FBT003  # the socket's own way
            waiting.connect_ex((str(SILENT), port))
        stack.enter_context(socket.create_server((str(HERE), port)))
        yield port


@pytest.mark.parametrize(
    "addresses",
    [(HERE,), (HERE, CLOSED), (CLOSED, HERE), (SILENT, HERE), (CLOSED, SILENT, HERE)],
    ids=str,
)
def test_the_first_that_answers_is_taken(addresses: tuple[object, ...], port: int) -> None:
    places = tuple(ip_address(str(address)) for address in addresses)

    with reach(places, port, Deadline(time.monotonic() + 1)) as connection:
        assert connection.getpeername()[0] == str(HERE)


def test_nobody_may_answer_at_all(port: int) -> None:
    with pytest.raises(ConnectionRefusedError):
        reach((SILENT, CLOSED), port, Deadline(time.monotonic() + 0.5))


def test_silence_lasts_as_long_as_the_visit(port: int) -> None:
    begin = time.monotonic()

    with pytest.raises(TimeoutError):
        reach((SILENT, SILENT), port, Deadline(begin + 0.4))

    assert 0.3 < time.monotonic() - begin < 1.5


@pytest.mark.skipif(not has_ipv6(), reason="this computer has no IPv6")
def test_an_address_of_ipv6_is_reached() -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listener:
        port = listener.getsockname()[1]
        with reach((ip_address("::1"),), port, Deadline(time.monotonic() + 1)) as connection:
            assert connection.getpeername()[0] == "::1"
