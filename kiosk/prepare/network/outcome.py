"""What comes of asking for an address: the whole of an answer, or one reason why not."""

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.edition.web_source import Trouble
from kiosk.prepare.network.request import Validators


@dataclass(frozen=True, slots=True)
class Fetched:
    """A complete answer; `url` is where it came from after redirects, `content_type` the header as it was sent, or ""."""

    url: str
    content: bytes
    content_type: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that nothing has changed since."""


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Nothing came; `what` continues a sentence that begins with the address, `cure` tells staff what to do.

    `retry_after` are the seconds for which the server wants to be left alone, None where it did not say.
    """

    trouble: Trouble
    what: str
    cure: str
    retry_after: float | None = None


Outcome: TypeAlias = Fetched | Unchanged | NotFetched


class StoppedError(Exception):
    """A visit that our own rules end, from however deep: it never leaves the door."""

    def __init__(self, outcome: NotFetched) -> None:
        super().__init__(outcome.what)
        self.outcome = outcome
