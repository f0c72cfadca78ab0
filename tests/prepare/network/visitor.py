"""Visits every forbidden place, by our door or by a plain one, for a test that watches this process from outside."""

import json
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from urllib.parse import quote, unquote, urlsplit

from kiosk.edition.web_source import Network
from kiosk.prepare.fetch import Fetched, NotFetched, Outcome, Request, fetch
from kiosk.prepare.network.resolve import Addresses
from kiosk.prepare.network.visit import visit
from tests.prepare.network.forbidden_places import ADDRESSES, WORLD, places


class World(BaseHTTPRequestHandler):
    """Sends whoever asks on to whatever they ask for, or says hello."""

    def do_GET(self) -> None:
        place = unquote(urlsplit(self.path).query)
        self.send_response(302 if place else 200)
        if place:
            self.send_header("Location", place.encode().decode("latin-1"))
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, *_: object) -> None:
        return


def request(url: str) -> Request:
    return Request(url, Network("none"), "*/*", 100_000, time.monotonic() + 3, allow_http=True)


def by_our_door() -> list[Outcome]:
    sent_on = (f"http://world.example/?{quote(place, safe='')}" for place in places())
    return [fetch(request(place)) for place in (*places(), *sent_on, "http://world.example/")]


def by_a_plain_door() -> list[Outcome]:
    for place in places():
        with suppress(OSError, ValueError, HTTPException):
            urllib.request.urlopen(place, timeout=0.2).close()  # noqa: S310  # what is here to show what it does
    return []


def by_moving_hosts(number: int) -> list[Outcome]:
    return [
        visit(request("http://moving.example/"), _Moving(ADDRESSES[place % len(ADDRESSES)])) for place in range(number)
    ]


class _Moving:
    """A host that is in the world when it is checked, and elsewhere whenever it is looked up again."""

    def __init__(self, then: str) -> None:
        self._places = [WORLD, then]

    def __call__(self, _host: str, _seconds: float) -> Addresses:
        return (ip_address(self._places.pop(0) if len(self._places) > 1 else self._places[0]),)


def main(way: str, number: str) -> None:
    server = ThreadingHTTPServer((WORLD, 80), World)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    match way:
        case "ours":
            outcomes = by_our_door()
        case "moving":
            outcomes = by_moving_hosts(int(number))
        case _:
            outcomes = by_a_plain_door()
    json.dump([_said(outcome) for outcome in outcomes], sys.stdout)


def _said(outcome: Outcome) -> str:
    match outcome:
        case Fetched():
            return outcome.content.decode()
        case NotFetched():
            return outcome.trouble
        case _:
            return "unchanged"


if __name__ == "__main__":
    main(*sys.argv[1:])
