"""Servers that want to hold the kiosk up or fill it: each visit ends in time, with words and within its limits."""

import gzip
import socket
import time

import pytest

from kiosk.prepare.fetch import Fetched, NotFetched, fetch
from kiosk.prepare.network.connection import MOST_OF_HEADERS
from tests.prepare.network.nasty import Speak, answers, asked, drips, keeps_silent, question, repeats, says, serving

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BOMB = gzip.compress(bytes(30_000_000))
SECONDS = 0.7


def resets(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


@pytest.mark.parametrize(
    ("speak", "trouble", "what"),
    [
        pytest.param(keeps_silent, "offline", "does not answer in time", id="silence"),
        pytest.param(drips(b"", b"H", 0.1), "offline", "does not answer in time", id="a status letter by letter"),
        pytest.param(drips(OK + b"X: ", b"y", 0.1), "offline", "does not answer in time", id="a header drop by drop"),
        pytest.param(drips(OK, b"X: y\r\n", 0.1), "offline", "does not answer in time", id="headers drop by drop"),
        pytest.param(
            drips(OK + b"\r\n", b"x", 0.1), "offline", "sends its answer too slowly", id="a body drop by drop"
        ),
        pytest.param(drips(CHUNKED, b"1\r\nx\r\n", 0.1), "offline", "too slowly", id="chunks drop by drop"),
        pytest.param(drips(CHUNKED + b"0\r\n", b"X: y\r\n", 0.1), "offline", "too slowly", id="trailers drop by drop"),
        pytest.param(
            drips(OK + b"Content-Length: 9\r\n\r\nx", b"", 0.1), "offline", "too slowly", id="a body that stops"
        ),
    ],
)
def test_a_visit_ends_in_time(speak: Speak, trouble: str, what: str) -> None:
    begin = time.monotonic()

    outcome = asked(speak, seconds=SECONDS)

    assert time.monotonic() - begin < SECONDS + 1
    assert isinstance(outcome, NotFetched)
    assert (outcome.trouble, outcome.cure != "") == (trouble, True)
    assert what in outcome.what


@pytest.mark.parametrize(
    ("speak", "trouble", "what"),
    [
        pytest.param(repeats(OK, b"X: y\r\n"), "broken", "headers that cannot be read", id="headers without an end"),
        pytest.param(repeats(OK + b"X: ", b"y" * 999), "broken", "headers", id="one header without an end"),
        pytest.param(repeats(OK, b"X: " + b"y" * 999 + b"\r\n"), "broken", "without an end", id="long headers"),
        pytest.param(repeats(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "broken", "without an end", id="only a moment"),
        pytest.param(repeats(b"", b"x" * 999), "broken", "without an end", id="a status without an end"),
        pytest.param(repeats(OK + b"\r\n", b"x" * 999), "broken", "sends more than the 0.1 MB", id="no end"),
        pytest.param(repeats(CHUNKED, b"400\r\n" + b"x" * 1024 + b"\r\n"), "broken", "sends more", id="chunks, no end"),
        pytest.param(repeats(CHUNKED, b"1;" + b"x" * 99 + b"\r\ny\r\n"), "broken", "sends more", id="long frames"),
        pytest.param(repeats(CHUNKED + b"0\r\n", b"X: y\r\n"), "broken", "sends more", id="trailers without an end"),
        pytest.param(answers("200 OK", BOMB, "Content-Encoding: gzip"), "broken", "sends more", id="a gzip bomb"),
        pytest.param(says(b""), "offline", "hangs up without an answer", id="hangs up"),
        pytest.param(resets, "offline", "the connection broke", id="resets"),
        pytest.param(says(b"\x16\x03\x01\x00\xa5"), "broken", "not answer as a web server", id="no http"),
        pytest.param(says(b"<p>Hello</p>"), "broken", "not answer as a web server", id="http 0.9"),
        pytest.param(says(b"SSH-2.0-OpenSSH_9.2\r\n"), "broken", "not answer as a web server", id="ssh"),
        pytest.param(
            says(OK, b"No header here\r\n\x00\xff: y\r\n\r\n"), "nothing to show", "nothing", id="odd headers"
        ),
    ],
)
def test_a_flood_or_rubbish_ends_by_itself(speak: Speak, trouble: str, what: str) -> None:
    outcome = asked(speak, seconds=15)

    assert isinstance(outcome, NotFetched)
    assert (outcome.trouble, outcome.cure != "") == (trouble, True)
    assert what in outcome.what


def test_a_bomb_is_one_where_much_is_taken_too() -> None:
    outcome = asked(answers("200 OK", BOMB, "Content-Encoding: gzip"), most_bytes=10**8)

    assert isinstance(outcome, NotFetched)
    assert "hundred times" in outcome.what


def test_headers_may_be_long_but_not_without_measure() -> None:
    some = [f"X-{number}: {'y' * 900}" for number in range(60)]
    more = [f"X-{number}: {'y' * 900}" for number in range(MOST_OF_HEADERS // 900 + 20)]

    assert isinstance(asked(answers("200 OK", b"x", *some)), Fetched)
    assert isinstance(asked(answers("200 OK", b"x", *more)), NotFetched)


def test_a_body_in_many_small_chunks_comes_whole() -> None:
    outcome = asked(says(CHUNKED, b"10\r\n0123456789abcdef\r\n" * 6000, b"0\r\n\r\n"))

    assert isinstance(outcome, Fetched)
    assert outcome.content == b"0123456789abcdef" * 6000


def test_a_server_that_never_takes_the_call_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf, serving(answers()) as server:
        server.port = deaf.getsockname()[1]
        outcome = fetch(question(server, seconds=SECONDS))

    assert isinstance(outcome, NotFetched)
    assert outcome.what == "does not answer in time"


def test_a_closed_port_lets_nobody_in() -> None:
    with serving(answers()) as server:
        pass

    outcome = fetch(question(server))

    assert isinstance(outcome, NotFetched)
    assert (outcome.trouble, outcome.what) == ("offline", "lets nobody in: no web server answers there")


def test_nothing_of_a_visit_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    asked(says(OK, b"No header here\r\n\r\nx"), "/?token=hidden")
    asked(says(OK, b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"), "/?token=hidden")

    assert caplog.text == ""


@pytest.mark.deep
@pytest.mark.parametrize(
    "speak",
    [
        pytest.param(drips(OK, b"X: y\r\n", 10.0), id="a header each ten seconds"),
        pytest.param(drips(OK + b"\r\n", b"x", 10.0), id="a byte each ten seconds"),
        pytest.param(drips(CHUNKED, b"1\r\nx\r\n", 0.01), id="a hundred small chunks a second"),
    ],
)
def test_no_visit_lasts_longer_than_twenty_seconds(speak: Speak) -> None:
    begin = time.monotonic()

    outcome = asked(speak, seconds=3600)

    assert time.monotonic() - begin < 21
    assert isinstance(outcome, NotFetched)
