"""Servers on this computer that say exactly what a test wants, byte by byte, and write down what they were asked."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias

from kiosk.edition.web_source import Network
from kiosk.prepare.fetch import Outcome, Request, Validators, fetch

Speak: TypeAlias = Callable[[socket.socket], None]

LONGEST_SPEECH = 30.0


class Server:
    """Reads the head of each question, if it `listens`, and then lets `speak` have the connection, with whatever comes of it."""

    def __init__(
        self, speak: Speak, *, context: ssl.SSLContext | None = None, host: str = "127.0.0.1", listens: bool = True
    ) -> None:
        self.asked = list[str]()
        self._speak = speak
        self._context = context
        self._listens = listens
        self._listener = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def stop(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, plain: socket.socket) -> None:
        connection = plain
        with suppress(OSError, ValueError):
            connection.settimeout(LONGEST_SPEECH)
            if self._context is not None:
                connection = self._context.wrap_socket(plain, server_side=True)
            if self._listens:
                self.asked.append(head_of(connection))
            self._speak(connection)
        connection.close()
        plain.close()


@contextmanager
def serving(
    speak: Speak, *, context: ssl.SSLContext | None = None, host: str = "127.0.0.1", listens: bool = True
) -> Iterator[Server]:
    server = Server(speak, context=context, host=host, listens=listens)
    try:
        yield server
    finally:
        server.stop()


def head_of(connection: socket.socket) -> str:
    came = b""
    while b"\r\n\r\n" not in came:
        more = connection.recv(4096)
        if not more:
            break
        came += more
    return came.decode("latin-1")


def says(*pieces: bytes) -> Speak:
    return lambda connection: connection.sendall(b"".join(pieces))


def answers(status: str = "200 OK", body: bytes = b"<p>Hello", *headers: str) -> Speak:
    """Give a whole answer, with its length unless a header says otherwise."""
    told = [f"HTTP/1.1 {status}", *headers]
    if not any(header.lower().startswith(("content-length", "transfer-encoding")) for header in headers):
        told.append(f"Content-Length: {len(body)}")
    return says("\r\n".join(told).encode("utf-8"), b"\r\n\r\n", body)


def drips(beginning: bytes, drop: bytes, pause: float) -> Speak:
    def speak(connection: socket.socket) -> None:
        connection.sendall(beginning)
        until = time.monotonic() + LONGEST_SPEECH
        while time.monotonic() < until:
            time.sleep(pause)
            connection.sendall(drop)

    return speak


def repeats(beginning: bytes, again: bytes) -> Speak:
    """Go on as fast as the other side reads, until it hangs up."""

    def speak(connection: socket.socket) -> None:
        connection.sendall(beginning)
        while True:
            connection.sendall(again * (1 + 4096 // len(again)))

    return speak


def keeps_silent(connection: socket.socket) -> None:
    """Say nothing until the other side hangs up."""
    connection.recv(1)


def question(
    server: Server,
    path: str = "/",
    *,
    scheme: str = "http",
    host: str = "127.0.0.1",
    seconds: float = 5.0,
    most_bytes: int = 100_000,
    known: Validators | None = None,
    also_allowed: tuple[str, ...] = (),
) -> Request:
    place = f"{host}:{server.port}"
    network = Network(proxy="none", allowed_hosts=(place, *also_allowed))
    deadline = time.monotonic() + seconds
    url = f"{scheme}://{place}{path}"
    return Request(
        url, network, "text/html", most_bytes, deadline, allow_http=scheme == "http", known=known or Validators()
    )


def asked(speak: Speak, path: str = "/", *, seconds: float = 5.0, most_bytes: int = 100_000) -> Outcome:
    with serving(speak) as server:
        return fetch(question(server, path, seconds=seconds, most_bytes=most_bytes))
