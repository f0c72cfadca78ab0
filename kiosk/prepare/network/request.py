"""What is asked of the one door to the network."""

from dataclasses import dataclass

from kiosk.edition.web_source import Network


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with an earlier answer, so that it can say "not modified" (RFC 9110, 8.8); "" for none."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for; `accept` is the header, `deadline` a time of the monotonic clock by which all must be over.

    Redirects may not lead from https to http. `most_bytes` counts what has been unpacked.
    """

    url: str
    network: Network
    accept: str
    most_bytes: int
    deadline: float
    allow_http: bool = False
    known: Validators = Validators()
