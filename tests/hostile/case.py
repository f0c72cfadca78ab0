"""A hostile server: what it says at each of its addresses, and what may come of a visit to it."""

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tests.prepare.network.nasty import Speak, answers

Comes: TypeAlias = Literal["article", "nothing", "either"]

HOST = "127.0.0.1:8099"
"""Where all cases are served, each below a path of its own; no other place may be connected to."""

MARKER = "/mnt/zqmarker"
"""How the names of files begin that lie in wait for whoever opens what a page names."""

HIDDEN = "zqhidden"
"""A word that stands only where no reader of a page sees it: in programs, styles, comments and attributes."""

FORBIDDEN_WORD = "zqforbidden"
"""A word that is only to be had at the places that nobody may go to."""

HTML = "text/html; charset=utf-8"
RSS = "application/rss+xml"
JSON = "application/feed+json"


@dataclass(frozen=True, slots=True)
class Case:
    """`says` is by path, "" where the visit begins. An "article" is to come in spite of all, or "nothing" is."""

    family: str
    name: str
    says: Mapping[str, Speak]
    comes: Comes = "either"
    full_text: bool = False


def sends(body: bytes | str, kind: str = HTML, *headers: str, status: str = "200 OK") -> Speak:
    content = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return answers(status, content, f"Content-Type: {kind}", *headers)


def sends_on(location: str, status: str = "302 Found") -> Speak:
    return answers(status, b"", f"Location: {location}")


def later(made: Callable[[], Speak]) -> Speak:
    """Make what is costly to make only when somebody asks for it."""

    def speak(connection: socket.socket) -> None:
        made()(connection)

    return speak
