"""Servers that never come to an end: the real `kiosk gather` ends in time, says why, and keeps what it had (row G11)."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from kiosk.commands.gather import WALL_SECONDS
from kiosk.edition.model import Article, Paragraph, Run
from kiosk.edition.web_source import WebSource
from kiosk.prepare.kept import Kept, KeptArticle, keep, read_kept
from tests.hostile.case import HTML
from tests.hostile.gather_child import Ended, GatherChild
from tests.hostile.honest import TITLE, page_with
from tests.prepare.network.nasty import Server, Speak, answers, drips, keeps_silent, repeats, serving

BEFORE = "What was shown before"
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_STARTS_WITHIN_SECONDS = 15.0


def _sends_on_for_ever(pause: float) -> Speak:
    hops = count()

    def speak(connection: socket.socket) -> None:
        time.sleep(pause)
        answers("302 Found", b"", f"Location: /{next(hops)}")(connection)

    return speak


def _hangs_up(connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def _falls_silent(connection: socket.socket) -> None:
    connection.sendall(_HEAD + b"Content-Length: 9000\r\n\r\n<p>")
    keeps_silent(connection)


def _page_whose_pictures_drip() -> Speak:
    pictures = "".join(f'<img src="/{number}.jpg" width="400" height="300">' for number in range(12))
    page = answers("200 OK", page_with(pictures).encode(), f"Content-Type: {HTML}")
    drip = drips(b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff", b"\0", 0.5)
    asked = count()

    def speak(connection: socket.socket) -> None:
        (drip if next(asked) else page)(connection)

    return speak


SERVERS: dict[str, Speak] = {
    "silent": keeps_silent,
    "headers by the byte": drips(b"HTTP/1.1 200 OK\r\nX: ", b"a", 0.5),
    "body by the byte": drips(_HEAD + b"Content-Length: 90000\r\n\r\n", b"a", 0.5),
    "chunks by the byte": drips(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n", 0.5),
    "silent in the middle": _falls_silent,
    "sends on slowly": _sends_on_for_ever(6),
    "pictures by the byte": _page_whose_pictures_drip(),
    "headers without end": repeats(b"HTTP/1.1 200 OK\r\n", b"X: aaaaaaaaaaaaaaaaaaaaaaaa\r\n"),
    "one header without end": repeats(b"HTTP/1.1 200 OK\r\nX: ", b"aaaaaaaaaaaaaaaa"),
    "body without end": repeats(_HEAD + b"\r\n", b"<p>words and words"),
    "chunks without end": repeats(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"5\r\nwords\r\n"),
    "promises after promises": repeats(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "sends on for ever": _sends_on_for_ever(0),
    "hangs up": _hangs_up,
}  # fmt: skip  # the slow ones first: they wait while the others are tried
COMES_ALL_THE_SAME = {"pictures by the byte"}


@dataclass(frozen=True, slots=True)
class Visit:
    child: GatherChild

    @property
    def titles(self) -> list[str]:
        return [each.article.title for each in read_kept(self.child.state, self.child.source).articles]


def begun(state: Path, server: Server) -> Visit:
    """Begin a visit to a source that has brought something before, and wait until it has come to its server."""
    state.mkdir()
    source = WebSource(f"http://127.0.0.1:{server.port}/", allow_http=True)
    article = Article(BEFORE, (Paragraph((Run("Words"),)),))
    keep(state, Kept(source, (KeptArticle("1", article, datetime(2026, 11, 27, tzinfo=UTC)),)))
    visit = Visit(GatherChild(state, source))
    visit.child.begin(f"127.0.0.1:{server.port}")
    until = time.monotonic() + _STARTS_WITHIN_SECONDS
    while not server.asked and time.monotonic() < until:
        time.sleep(0.02)
    return visit


def wrong(name: str, visit: Visit, ended: Ended) -> Iterator[str]:
    if ended.seconds >= WALL_SECONDS or ended.status < 0:
        yield f"{name} ended with {ended.status} after {ended.seconds:.1f} s"
        return
    said = ended.gathered.visit
    if name in COMES_ALL_THE_SAME:
        yield from [] if visit.titles == [TITLE] else [f"{name} brought {visit.titles}: {said}"]
    else:
        yield from [] if said.trouble in {"offline", "broken"} and said.what and said.cure else [f"{name} said {said}"]
        yield from [] if visit.titles == [BEFORE] else [f"{name} left {visit.titles}"]


@pytest.mark.timeout(300)
def test_every_visit_ends_in_time_and_what_was_kept_stays(tmp_path: Path) -> None:
    with ExitStack() as stack:
        servers = {name: stack.enter_context(serving(speak)) for name, speak in SERVERS.items()}
        visits = {name: begun(tmp_path / name, server) for name, server in servers.items()}
        ended = {name: visit.child.end() for name, visit in visits.items()}

    assert len(SERVERS) >= 12
    assert [sentence for name in SERVERS for sentence in wrong(name, visits[name], ended[name])] == []
    slowest = max(ended.values(), key=lambda one: one.seconds)
    print(f"\n{len(ended)} servers, slowest visit {slowest.seconds:.1f} s")  # noqa: T201  # the figure
