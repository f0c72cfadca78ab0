import socket
import time
from ipaddress import ip_address

import pytest

from kiosk.prepare.network.resolve import Unresolved, look_up


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "2001:db8::1"])
def test_an_ip_address_is_its_own(host: str) -> None:
    assert look_up(host, 5) == (ip_address(host),)


def test_a_name_has_its_addresses_each_once() -> None:
    found = look_up("localhost", 5)

    assert not isinstance(found, Unresolved)
    assert ip_address("127.0.0.1") in found or ip_address("::1") in found
    assert len(set(found)) == len(found)


def test_a_name_that_cannot_exist_has_none() -> None:
    assert isinstance(look_up("no-such-host.invalid", 5), Unresolved)


@pytest.mark.parametrize(
    ("number", "unresolved"),
    [
        (socket.EAI_NONAME, Unresolved(is_unknown=True)),
        (socket.EAI_AGAIN, Unresolved(is_unknown=False)),
        (socket.EAI_FAIL, Unresolved(is_unknown=False)),
    ],
)
def test_nobody_to_ask_is_not_a_name_that_nobody_knows(
    number: int, unresolved: Unresolved, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise socket.gaierror(number, "as the system says it")

    monkeypatch.setattr(socket, "getaddrinfo", failing)

    assert look_up("paper.example", 5) == unresolved


def hangs(*_: object, **__: object) -> list[object]:
    time.sleep(3)
    return []


def test_a_resolver_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", hangs)
    begin = time.monotonic()

    assert look_up("paper.example", 0.1) == Unresolved(is_unknown=False)

    assert time.monotonic() - begin < 2
