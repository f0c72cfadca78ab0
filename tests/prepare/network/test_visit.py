"""Redirects, each of which is a visit of its own, and hosts that move between being checked and being visited."""

import socket
from ipaddress import ip_address
from itertools import count

import pytest

from kiosk.prepare.fetch import Fetched, NotFetched, Outcome, Unchanged, Validators, fetch
from kiosk.prepare.network.resolve import Addresses, Unresolved
from kiosk.prepare.network.visit import visit
from tests.prepare.network.nasty import Speak, answers, question, serving


def sends_on(location: str, status: str = "302 Found") -> Speak:
    return answers(status, b"elsewhere", f"Location: {location}")


def sent_on_by(location: str, *, also_allowed: tuple[str, ...] = ()) -> Outcome:
    with serving(sends_on(location)) as server:
        return fetch(question(server, "/a/b", also_allowed=also_allowed))


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_followed(status: str) -> None:
    with (
        serving(answers("200 OK", b"here")) as there,
        serving(sends_on(f"http://127.0.0.1:{there.port}/x", status)) as server,
    ):
        outcome = fetch(question(server, also_allowed=(f"127.0.0.1:{there.port}",)))

    assert isinstance(outcome, Fetched)
    assert (outcome.url, outcome.content) == (f"http://127.0.0.1:{there.port}/x", b"here")
    assert there.asked[0].startswith("GET /x HTTP/1.1\r\n")


@pytest.mark.parametrize(
    ("location", "path"),
    [("/x", "/x"), ("x", "/a/x"), ("?x", "/a/b?x"), ("../x", "/x"), ("/ü", "/%C3%BC"), ("/a b", "/a%20b")],
)
def test_a_relative_redirect_is_read_from_where_it_was_found(location: str, path: str) -> None:
    with serving(once(sends_on(location), answers("200 OK", b"here"))) as server:
        outcome = fetch(question(server, "/a/b"))

    assert isinstance(outcome, Fetched)
    assert outcome.url == f"http://127.0.0.1:{server.port}{path}"


def once(first: Speak, then: Speak) -> Speak:
    visits = count()

    def speak(connection: socket.socket) -> None:
        (then if next(visits) else first)(connection)

    return speak


def hops(number: int) -> Speak:
    """Send on so many times, then answer."""
    visits = count(1)

    def speak(connection: socket.socket) -> None:
        place = next(visits)
        (sends_on(f"/{place}") if place <= number else answers("200 OK", b"here"))(connection)

    return speak


def test_five_redirects_are_followed() -> None:
    with serving(hops(5)) as server:
        assert isinstance(fetch(question(server)), Fetched)


def test_a_sixth_is_not() -> None:
    with serving(hops(50)) as server:
        outcome = fetch(question(server))

    assert isinstance(outcome, NotFetched)
    assert outcome.what == "sends on more than 5 times"
    assert len(server.asked) == 6


def test_a_loop_ends() -> None:
    outcome = sent_on_by("/a/b")

    assert isinstance(outcome, NotFetched)
    assert outcome.what == "sends on more than 5 times"


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)", "data:text/html,x",
        "https://user:pw@example.org/", "//user@example.org/", "\\\\example.org\\x", "/\\example.org/", "https://127.1/",
        "https://2130706433/", "https://0x7f.1/", "https://0177.0.0.1/", "https://[fe80::1%25eth0]/", "https:///x",
        "http://127.0.0.1/", "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://10.0.0.1/",
        "https://169.254.169.254/latest/", "https://[64:ff9b::a9fe:a9fe]/", "https://[2002:7f00:1::]/", "/%00", "/%0d%0a",
        "https://example.org:22/", "https://example.org:8080/", f"/{'x' * 1500}",
    ],
)  # fmt: skip
def test_no_redirect_leads_where_no_visit_goes(location: str) -> None:
    outcome = sent_on_by(location)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "forbidden"
    assert outcome.cure


def test_a_place_that_is_allowed_is_so_for_itself_alone() -> None:
    with serving(answers()) as secret:
        outcome = sent_on_by(f"http://127.0.0.1:{secret.port}/")

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "forbidden"
    assert secret.asked == []


def test_validators_go_along_to_where_the_answer_came_from() -> None:
    with serving(once(sends_on("/x"), answers("304 Not Modified", b""))) as server:
        outcome = fetch(question(server, known=Validators('"1"')))

    assert outcome == Unchanged()


class Moving:
    """A host that is in another place each time somebody looks it up."""

    def __init__(self, *places: str) -> None:
        self.looked_up = 0
        self._places = places

    def __call__(self, _host: str, _seconds: float) -> Addresses | Unresolved:
        place = self._places[min(self.looked_up, len(self._places) - 1)]
        self.looked_up += 1
        return (ip_address(place),)


def test_a_host_that_moves_is_visited_where_it_was_checked() -> None:
    moving = Moving("127.0.0.1", "127.0.0.2")
    with serving(answers()) as server, socket.create_server(("127.0.0.2", server.port)):
        outcome = visit(question(server, host="moving.example"), moving)

    assert isinstance(outcome, Fetched)
    assert moving.looked_up == 1
    assert f"Host: moving.example:{server.port}\r\n" in server.asked[0]


def test_each_hop_is_looked_up_and_checked_again() -> None:
    moving = Moving("127.0.0.1", "169.254.169.254")
    with serving(sends_on("/x")) as server:
        outcome = visit(question(server, host="moving.example"), moving)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "forbidden"
    assert (moving.looked_up, len(server.asked)) == (2, 1)


def test_one_forbidden_address_among_good_ones_forbids_the_visit() -> None:
    def both(_host: str, _seconds: float) -> Addresses:
        return (ip_address("127.0.0.1"), ip_address("0.0.0.0"))  # noqa: S104  # nothing is bound

    with serving(answers()) as server:
        outcome = visit(question(server, host="moving.example"), both)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "forbidden"
    assert server.asked == []
