"""The door as others use it, with real servers on this computer."""

import gzip
import re
import subprocess
import sys
import time

from kiosk.edition.web_source import Network
from kiosk.prepare.fetch import Fetched, NotFetched, Request, Unchanged, Validators, fetch
from tests.prepare.network.nasty import Server, answers, asked, keeps_silent, question, says, serving

PAGE = "<p>Grüße".encode()


def test_a_page_comes_whole_with_its_type_and_where_it_came_from() -> None:
    speak = answers("200 OK", PAGE, "Content-Type: text/html; charset=UTF-8", 'ETag: "1"', "Last-Modified: yesterday")
    with serving(speak) as server:
        outcome = fetch(question(server, "/a?b=c"))

    assert outcome == Fetched(
        f"http://127.0.0.1:{server.port}/a?b=c", PAGE, "text/html; charset=UTF-8", Validators('"1"', "yesterday")
    )


def test_a_page_without_a_type_has_none() -> None:
    outcome = asked(answers())

    assert isinstance(outcome, Fetched)
    assert outcome.content_type == ""
    assert outcome.validators == Validators()


def test_a_packed_page_is_unpacked() -> None:
    packed = gzip.compress(PAGE * 100)

    outcome = asked(answers("200 OK", packed, "Content-Encoding: gzip"))

    assert isinstance(outcome, Fetched)
    assert outcome.content == PAGE * 100


def test_a_page_in_chunks_is_put_together() -> None:
    outcome = asked(
        says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\nX: y\r\n\r\n")
    )

    assert isinstance(outcome, Fetched)
    assert outcome.content == b"abc"


def test_a_page_that_ends_with_the_connection_comes_too() -> None:
    outcome = asked(says(b"HTTP/1.0 200 OK\r\n\r\nabc"))

    assert isinstance(outcome, Fetched)
    assert outcome.content == b"abc"


def test_what_is_asked_tells_who_asks_and_nothing_more() -> None:
    with serving(answers()) as server:
        fetch(question(server, "/a"))

    line, *headers = server.asked[0].rstrip("\r\n").split("\r\n")
    assert line == "GET /a HTTP/1.1"
    assert {header.partition(":")[0] for header in headers} == {
        "Host", "User-Agent", "Accept", "Accept-Encoding", "Connection",
    }  # fmt: skip
    assert f"Host: 127.0.0.1:{server.port}" in headers
    assert "Accept-Encoding: gzip, identity" in headers
    assert re.search(r"^User-Agent: Kiosk/\d", server.asked[0], re.MULTILINE)


def test_an_unchanged_page_is_not_sent_again() -> None:
    with serving(answers("304 Not Modified", b"")) as server:
        outcome = fetch(question(server, known=Validators('"1"', "Fri, 27 Nov 2026 12:00:00 GMT")))

    assert outcome == Unchanged()
    assert 'If-None-Match: "1"\r\n' in server.asked[0]
    assert "If-Modified-Since: Fri, 27 Nov 2026 12:00:00 GMT\r\n" in server.asked[0]


def test_nothing_is_unchanged_of_what_nobody_knew() -> None:
    outcome = asked(answers("304 Not Modified", b""))

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "broken"


def test_a_validator_that_no_header_can_carry_is_left_out() -> None:
    with serving(answers()) as server:
        outcome = fetch(question(server, known=Validators('"1"\r\nX: y', "ü")))

    assert isinstance(outcome, Fetched)
    assert "If-" not in server.asked[0]
    assert "X:" not in server.asked[0]


def test_an_answer_asks_for_cookies_in_vain() -> None:
    with serving(answers("302 Found", b"", "Location: /b", "Set-Cookie: a=b")) as server:
        fetch(question(server, "/a"))

    assert len(server.asked) > 1
    assert not any("cookie" in head.lower() or "referer" in head.lower() for head in server.asked)


def test_time_that_is_over_asks_nobody() -> None:
    with serving(answers()) as server:
        outcome = fetch(question(server, seconds=-1))

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "offline"
    assert server.asked == []


def test_a_visit_is_over_in_time() -> None:
    begin = time.monotonic()

    outcome = asked(keeps_silent, seconds=0.3)

    assert isinstance(outcome, NotFetched)
    assert outcome.what == "does not answer in time"
    assert time.monotonic() - begin < 1


def test_many_questions_leave_nothing_open() -> None:
    with serving(answers()) as server:
        for _ in range(40):
            assert isinstance(fetch(question(server)), Fetched)


def test_the_secret_of_an_address_is_in_no_message() -> None:
    server = Server(answers("302 Found", b"", "Location: https://10.0.0.1/?token=hidden"))

    outcome = fetch(question(server, "/?token=hidden"))
    server.stop()

    assert isinstance(outcome, NotFetched)
    assert "hidden" not in outcome.what + outcome.cure


def test_a_name_that_nobody_knows_is_said_to_be_unknown() -> None:
    request = Request("https://no-such-host.invalid/", Network("none"), "*/*", 1000, time.monotonic() + 5)

    outcome = fetch(request)

    assert isinstance(outcome, NotFetched)
    assert outcome.trouble == "offline"
    assert "no-such-host.invalid" in outcome.what


def test_the_door_is_quick_to_open() -> None:
    program = "import sys, kiosk.prepare.fetch; print(sorted(sys.modules))"

    modules = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert "'PySide6" not in modules
    assert "'asyncio'" not in modules
