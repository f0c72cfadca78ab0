"""A visit: from one place to the next, each checked afresh, until something came or it is clear why not."""

import zlib
from http.client import HTTPException

from urllib3.exceptions import HTTPError

from kiosk.prepare.network.answer import Elsewhere, Judged, judged
from kiosk.prepare.network.body import too_large
from kiosk.prepare.network.connection import Connection
from kiosk.prepare.network.deadline import Deadline, at_most
from kiosk.prepare.network.headers import headers
from kiosk.prepare.network.outcome import NotFetched, Outcome, StoppedError
from kiosk.prepare.network.redirects import MOST_REDIRECTS, beginning, sent_on, sent_on_too_often
from kiosk.prepare.network.request import Request
from kiosk.prepare.network.resolve import Resolver
from kiosk.prepare.network.tls import DistrustedError
from kiosk.prepare.network.told import told
from kiosk.prepare.network.url import Target
from kiosk.prepare.network.way import ThroughProxy, Way, way_to


def visit(request: Request, resolve: Resolver) -> Outcome:
    deadline = at_most(request.deadline)
    place = beginning(request.url, allow_http=request.allow_http)
    for _ in range(MOST_REDIRECTS + 1):
        if isinstance(place, NotFetched):
            return place
        found = _asked(place, request, resolve, deadline)
        if not isinstance(found, Elsewhere):
            return found
        place = sent_on(place, found.location)
    return sent_on_too_often()


def _asked(target: Target, request: Request, resolve: Resolver, deadline: Deadline) -> Judged:
    """Turn what the world does into an outcome, at this border alone; a bug goes on as an exception."""
    try:
        return _exchanged(target, request, way_to(target, request.network, resolve, deadline), deadline)
    except StoppedError as stopped:
        return stopped.outcome
    except (OSError, HTTPException, HTTPError, DistrustedError, zlib.error) as error:
        return told(error, target.host)


def _exchanged(target: Target, request: Request, way: Way, deadline: Deadline) -> Judged:
    most = request.most_bytes
    # Whoever sends each byte in a frame of its own needs more room, and gets twice as much.
    connection = Connection(target, way, deadline, 2 * most, too_large(most))
    forwarder = way.proxy if isinstance(way, ThroughProxy) and target.scheme == "http" else None
    asked_for = target.url if forwarder else target.path
    try:
        connection.connect()
        connection.request("GET", asked_for, headers=headers(target, request, forwarder), preload_content=False)
        with connection.getresponse() as response:
            return judged(response, target, request)
    finally:
        connection.close()
