"""What servers say of what was asked: the matrix of statuses, and frames that lie."""

import pytest

from kiosk.prepare.fetch import Fetched, NotFetched
from tests.prepare.network.nasty import Speak, answers, asked, says


@pytest.mark.parametrize(
    ("speak", "trouble", "what"),
    [
        pytest.param(answers("204 No Content", b""), "nothing to show", "answers with nothing (204)", id="204"),
        pytest.param(answers("200 OK", b""), "nothing to show", "answers with nothing", id="empty 200"),
        pytest.param(answers("205 Reset", b""), "nothing to show", "answers with nothing (205)", id="205"),
        pytest.param(answers("206 Partial Content"), "broken", "sends a part", id="206"),
        pytest.param(answers("201 Created"), "broken", "a status that is none (201)", id="201"),
        pytest.param(answers("300 Choices"), "broken", "a status that is none (300)", id="300"),
        pytest.param(answers("302 Found"), "broken", "without saying where to", id="302 to nowhere"),
        pytest.param(answers("304 Not Modified", b""), "broken", "nothing was known", id="304"),
        pytest.param(answers("305 Use Proxy", b"", "Location: http://evil.example/"), "broken", "(305)", id="305"),
        pytest.param(answers("400 Bad Request"), "refused", "does not let the kiosk read this (400)", id="400"),
        pytest.param(answers("401 Unauthorized"), "refused", "asks for a password (401)", id="401"),
        pytest.param(answers("402 Payment"), "refused", "asks for money (402)", id="402"),
        pytest.param(answers("403 Forbidden"), "refused", "does not let the kiosk read this (403)", id="403"),
        pytest.param(answers("404 Not Found"), "refused", "has no such page (404)", id="404"),
        pytest.param(answers("407 Proxy"), "offline", "a name and a password (407)", id="407"),
        pytest.param(answers("410 Gone"), "refused", "given up this page for good (410)", id="410"),
        pytest.param(answers("418 Teapot"), "refused", "(418)", id="418"),
        pytest.param(answers("429 Too Many"), "refused", "is asked too often (429)", id="429"),
        pytest.param(answers("451 Law"), "refused", "reasons of law (451)", id="451"),
        pytest.param(answers("500 Error"), "refused", "a fault of its own (500)", id="500"),
        pytest.param(answers("502 Bad Gateway"), "refused", "a fault of its own (502)", id="502"),
        pytest.param(answers("503 Unavailable"), "refused", "overloaded or being looked after (503)", id="503"),
        pytest.param(answers("504 Timeout"), "refused", "a fault of its own (504)", id="504"),
        pytest.param(answers("511 Sign in"), "offline", "somebody to sign in first (511)", id="511"),
        pytest.param(answers("599 Odd"), "refused", "a fault of its own (599)", id="599"),
        pytest.param(answers("999 Denied"), "refused", "(999)", id="999"),
    ],
)
def test_a_status_is_told_in_words(speak: Speak, trouble: str, what: str) -> None:
    outcome = asked(speak)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == trouble
    assert what in outcome.what
    assert outcome.cure


@pytest.mark.parametrize("status", ["429 Too Many", "503 Unavailable", "403 Forbidden"])
def test_a_server_says_how_long_it_wants_to_be_left_alone(status: str) -> None:
    outcome = asked(answers(status, b"", "Retry-After: 120"))

    assert isinstance(outcome, NotFetched)
    assert outcome.retry_after == 120


def test_one_that_does_not_say_so_is_asked_again_as_usual() -> None:
    outcome = asked(answers("503 Unavailable"))

    assert isinstance(outcome, NotFetched)
    assert outcome.retry_after is None


@pytest.mark.parametrize(
    "speak",
    [
        pytest.param(answers("200 OK", b"short", "Content-Length: 50"), id="a length that lies"),
        pytest.param(answers("200 OK", b"short", "Content-Length: 5, 6"), id="two lengths"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), id="half a chunk"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"), id="no last chunk"),
        pytest.param(
            says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n"), id="no number"
        ),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nab\r\n0\r\n\r\n"), id="-5"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nab\r\n0\r\n\r\n"), id="-1"),
        pytest.param(says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1" * 100_000), id="a long size"),
    ],
)
def test_half_an_answer_is_none(speak: Speak) -> None:
    outcome = asked(speak)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "offline"


@pytest.mark.parametrize(
    "speak",
    [
        pytest.param(answers("200 OK", b"x", "Transfer-Encoding: gzip"), id="packed on the way"),
        pytest.param(answers("200 OK", b"x", "Transfer-Encoding: gzip, chunked"), id="packed and chunked"),
        pytest.param(answers("200 OK", b"x", "Content-Encoding: br"), id="brotli"),
        pytest.param(answers("200 OK", b"x", "Content-Encoding: gzip, gzip"), id="packed twice"),
        pytest.param(answers("200 OK", b"not packed", "Content-Encoding: gzip"), id="not packed at all"),
    ],
)
def test_what_is_packed_otherwise_than_it_may_be_is_not_unpacked(speak: Speak) -> None:
    outcome = asked(speak)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "broken"


def test_a_length_that_is_too_large_is_believed_at_once() -> None:
    outcome = asked(answers("200 OK", b"x", "Content-Length: 100001"))

    assert isinstance(outcome, NotFetched)
    assert outcome.what == "sends more than the 0.1 MB that the kiosk takes"


def test_a_length_that_is_no_number_is_left_aside() -> None:
    assert isinstance(asked(answers("200 OK", b"x", "Content-Length: many")), Fetched)
