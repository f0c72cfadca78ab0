"""A paper on loopback: a real web server whose pages, answers and moods a test decides, and which writes down what it was asked."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Protocol

from PIL import Image

from kiosk.edition.web_source import Network, WebSource

NEWS = ("Rain at last", "A new bridge", "The market moves", "School opens early", "Buses run late")


@dataclass(frozen=True, slots=True)
class Answer:
    content: bytes
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    path: str
    headers: Mapping[str, str]


class Place(Protocol):
    """Where a paper's pages lie."""

    def at(self, path: str) -> str: ...


class Paper:
    """`pages` are the answers by path; `asked` is every request in its order."""

    def __init__(self, port: int = 0) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler_of(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def network(self) -> Network:
        """What device.toml says where this paper is the office's own."""
        return Network("none", (f"127.0.0.1:{self.port}",))

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def source(self, path: str = "/feed.xml", **wishes: object) -> WebSource:
        return WebSource(self.at(path), allow_http=True, **wishes)  # type: ignore[arg-type]  # the caller's own words

    def put(self, path: str, content: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        body = content.encode() if isinstance(content, str) else content
        self.pages[path] = Answer(body, kind, 200, {name.replace("_", "-"): value for name, value in headers.items()})

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def opened(port: int = 0) -> Iterator[Paper]:
    paper = Paper(port)
    try:
        yield paper
    finally:
        paper.close()


def _handler_of(paper: Paper) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that http.server calls
            paper.asked.append(Asked(self.path, dict(self.headers.items())))
            answer = paper.pages.get(self.path, Answer(b"Not here", "text/plain", 404))
            tag = answer.headers.get("ETag")
            if tag and self.headers.get("If-None-Match") == tag:
                self.send_response(304)
                self.end_headers()
                return
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(answer.content)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.content)

        def log_message(self, *_words: object) -> None:
            """Stay silent: `asked` tells."""

    return Handler


def paragraphs(about: str, count: int = 6) -> str:
    """Give a text of `count` paragraphs that no quality gate takes for junk."""
    return "".join(
        f"<p>{about}, part {number + 1}: people who had waited since the morning told each other what they had seen on "
        f"the way to town, and nobody was in a hurry to leave while the kettle was still warm.</p>"
        for number in range(count)
    )


def page(title: str, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Paper</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    )


def feed(paper: Place, titles: tuple[str, ...] = NEWS, body: str = "", day: int = 27) -> str:
    """Give an RSS feed, the newest entry first, each with its text in full unless another `body` is given."""
    items = "".join(
        f"<item><title>{title}</title><link>{paper.at(f'/{number}')}</link><guid>{title}</guid>"
        f"<pubDate>Fri, {day - number:02} Nov 2026 08:00:00 GMT</pubDate>"
        f"<description><![CDATA[{body or paragraphs(title)}]]></description></item>"
        for number, title in enumerate(titles)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title><language>en</language>{items}</channel></rss>'


def jpeg(colour: str, size: tuple[int, int] = (400, 300)) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, colour).save(stream, "JPEG")
    return stream.getvalue()
