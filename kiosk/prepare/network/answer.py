"""What an answer means for us: content, nothing new, another place to look, or a refusal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from urllib3.exceptions import ProtocolError
from urllib3.response import HTTPResponse

from kiosk.prepare.network.body import STEP, too_large, whole
from kiosk.prepare.network.headers import conditions, validators
from kiosk.prepare.network.outcome import Fetched, NotFetched, Outcome, StoppedError, Unchanged
from kiosk.prepare.network.request import Request
from kiosk.prepare.network.retry_after import retry_after
from kiosk.prepare.network.status import refusal
from kiosk.prepare.network.url import Target


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The server sends us on; the place may be relative."""

    location: str


Judged: TypeAlias = Outcome | Elsewhere


def judged(response: HTTPResponse, target: Target, request: Request) -> Judged:
    match response.status:
        case 200 | 203:
            return _content(response, target, request)
        case 301 | 302 | 303 | 307 | 308 if location := response.headers.get("Location", ""):
            return Elsewhere(_as_utf8(location))
        case 301 | 302 | 303 | 307 | 308:
            return NotFetched("broken", "sends on without saying where to", "Open it in a browser and copy the address")
        case 304 if conditions(request.known):
            return Unchanged()
        case status:
            return refusal(status, retry_after(response.headers.get("Retry-After", ""), datetime.now(UTC)))


def _content(response: HTTPResponse, target: Target, request: Request) -> Fetched | NotFetched:
    _check_frames(response)
    if (response.length_remaining or 0) > request.most_bytes:
        return too_large(request.most_bytes)
    content = whole(_chunks(response), response.headers.get("Content-Encoding", ""), request.most_bytes)
    if not content:
        return NotFetched(
            "nothing to show", "answers with nothing", "Open the address in a browser and see what it shows"
        )
    given = validators(response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))
    return Fetched(target.url, content, response.headers.get("Content-Type", ""), given)


def _check_frames(response: HTTPResponse) -> None:
    if response.headers.get("Transfer-Encoding", "chunked").strip().lower() != "chunked":
        cure = "Tell whoever looks after that site, or choose another source"
        raise StoppedError(NotFetched("broken", "sends its answer in a way that was not asked for", cure))


def _chunks(response: HTTPResponse) -> Iterator[bytes]:
    try:
        yield from response.stream(STEP, decode_content=False)
    except ValueError as error:  # urllib3 reads a chunk of a negative size as it is told to
        raise ProtocolError from error


def _as_utf8(location: str) -> str:
    """Read as browsers do what http.client has read as Latin-1."""
    return location.encode("latin-1", "replace").decode("utf-8", "replace")
