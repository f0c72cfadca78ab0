"""Visits through a proxy, which is a real one: it looks up the name, connects and carries every byte."""

import socket
import threading
from base64 import b64encode
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.edition.web_source import Network
from kiosk.prepare.fetch import Fetched, NotFetched, Outcome
from kiosk.prepare.network.host import literal
from kiosk.prepare.network.resolve import Addresses, Unresolved
from kiosk.prepare.network.visit import visit
from tests.prepare.network.authority import NAME, Authority
from tests.prepare.network.nasty import Server, Speak, answers, drips, keeps_silent, question, repeats, says, serving

USER = "ann:pass@"


def carries_to(port: int) -> Speak:
    """Connect every caller to this port, wherever it asked to be connected to."""

    def speak(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 Connected\r\nX: y\r\n\r\n")
        with socket.create_connection(("127.0.0.1", port)) as there:
            threading.Thread(target=_carry, args=(there, connection), daemon=True).start()
            _carry(connection, there)

    return speak


def _carry(here: socket.socket, there: socket.socket) -> None:
    with suppress(OSError):
        while came := here.recv(4096):
            there.sendall(came)
        there.shutdown(socket.SHUT_WR)


def nobody_knows(host: str, _seconds: float) -> Addresses | Unresolved:
    """Answer as the computers of an office whose proxy alone knows names of the world."""
    address = literal(host)
    return Unresolved(is_unknown=True) if address is None else (address,)


def by(proxy: Server, url: str, *, user: str = "", seconds: float = 5.0) -> Outcome:
    request = question(proxy, seconds=seconds)
    network = Network(f"http://{user}127.0.0.1:{proxy.port}")
    return visit(replace(request, url=url, network=network, allow_http=True), nobody_knows)


def test_http_is_asked_of_the_proxy_itself() -> None:
    with serving(answers("200 OK", b"here")) as proxy:
        outcome = by(proxy, "http://paper.example/a?b", user=USER)

    assert isinstance(outcome, Fetched)
    assert outcome.url == "http://paper.example/a?b"
    assert proxy.asked[0].startswith("GET http://paper.example/a?b HTTP/1.1\r\n")
    assert "Host: paper.example\r\n" in proxy.asked[0]
    assert f"Proxy-Authorization: Basic {b64encode(b'ann:pass').decode()}\r\n" in proxy.asked[0]


def test_https_goes_through_it_unseen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = Authority()
    authority.ours.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with (
        serving(answers("200 OK", b"here"), context=authority.good()) as there,
        serving(carries_to(there.port)) as proxy,
    ):
        outcome = by(proxy, f"https://{NAME}/a", user=USER)

    assert isinstance(outcome, Fetched)
    assert outcome.content == b"here"
    assert proxy.asked[0].startswith(f"CONNECT {NAME}:443 HTTP/1.1\r\nHost: {NAME}:443\r\nProxy-Authorization: Basic ")
    assert there.asked[0].startswith("GET /a HTTP/1.1\r\n")
    assert "Proxy-Authorization" not in there.asked[0]


def test_a_certificate_is_looked_at_behind_a_proxy_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with serving(answers(), context=Authority().good()) as there, serving(carries_to(there.port)) as proxy:
        outcome = by(proxy, f"https://{NAME}/")

    assert isinstance(outcome, NotFetched)
    assert "whom this computer does not know" in outcome.what


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_wants_a_password_is_told(scheme: str) -> None:
    with serving(answers("407 Proxy Authentication Required", b"", "Proxy-Authenticate: Basic")) as proxy:
        outcome = by(proxy, f"{scheme}://paper.example/")

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "offline"
    assert outcome.what == "cannot be reached: the proxy asks for a name and a password (407)"
    assert "device.toml" in outcome.cure


@pytest.mark.parametrize(
    ("speak", "what"),
    [
        pytest.param(answers("403 Forbidden"), "the proxy answers 403", id="forbids"),
        pytest.param(answers("502 Bad Gateway"), "the proxy answers 502", id="reaches nobody"),
        pytest.param(answers("302 Found", b"", "Location: http://portal.example/"), "answers 302", id="sends on"),
        pytest.param(says(b""), "hangs up", id="hangs up"),
        pytest.param(says(b"SSH-2.0\r\n"), "does not answer as a web server", id="no proxy"),
        pytest.param(keeps_silent, "does not answer in time", id="silence"),
        pytest.param(drips(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.1), "in time", id="headers drop by drop"),
        pytest.param(repeats(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), "headers", id="headers without an end"),
    ],
)
def test_a_proxy_that_does_not_connect_is_told(speak: Speak, what: str) -> None:
    with serving(speak) as proxy:
        outcome = by(proxy, "https://paper.example/", seconds=0.7)

    assert isinstance(outcome, NotFetched)
    assert what in outcome.what


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_is_gone_is_told(scheme: str) -> None:
    with serving(answers()) as proxy:
        pass

    outcome = by(proxy, f"{scheme}://paper.example/")

    assert isinstance(outcome, NotFetched)
    assert (outcome.trouble, outcome.what) == ("offline", "cannot be reached: the proxy 127.0.0.1 does not answer")


@pytest.mark.parametrize(
    "place", ["http://127.0.0.1/", "https://10.0.0.1/", "https://[64:ff9b::7f00:1]/", "https://paper.example:22/"]
)
def test_a_proxy_is_not_asked_for_what_is_forbidden(place: str) -> None:
    with serving(answers()) as proxy:
        outcome = by(proxy, place)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "forbidden"
    assert proxy.asked == []


def test_each_hop_through_a_proxy_is_checked() -> None:
    with serving(answers("302 Found", b"", "Location: http://127.0.0.1/")) as proxy:
        outcome = by(proxy, "http://paper.example/")

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "forbidden"
    assert len(proxy.asked) == 1
