"""The door as one visit may use it: with the source's wishes, and until the visit must be over."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from tld import get_fld

from kiosk.edition.value import replace
from kiosk.edition.web_source import Network, WebSource
from kiosk.prepare.fetch import Fetched, Outcome, Request, Validators
from kiosk.prepare.network.allowed import is_allowed
from kiosk.prepare.network.url import Target, parse_url

DOCUMENT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xhtml+xml, text/html, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8"
)
PICTURE = "image/webp, image/png, image/jpeg, image/gif;q=0.8"
MOST_DOCUMENT_BYTES = 5_000_000
MOST_PICTURE_BYTES = 12_000_000


@dataclass(frozen=True, slots=True)
class Reach:
    """`deadline` is a time of the monotonic clock; `fetch` is the door."""

    source: WebSource
    network: Network
    deadline: float
    fetch: Callable[[Request], Outcome]

    @classmethod
    def of(cls, source: WebSource, network: Network, deadline: float, fetch: Callable[[Request], Outcome]) -> "Reach":
        """Let only a source in the office's own network lead to hosts there: no page of the world does."""
        target = parse_url(source.address)
        is_ours = isinstance(target, Target) and is_allowed(target, network.allowed_hosts)
        return cls(source, network if is_ours else replace(network, allowed_hosts=()), deadline, fetch)

    def document(self, address: str, known: Validators = Validators()) -> Outcome:  # noqa: B008  # a frozen value
        return self.fetch(self._request(address, DOCUMENT, MOST_DOCUMENT_BYTES, known))

    def picture(self, address: str) -> bytes | None:
        """Give what comes from a picture's address, None where nothing does: the article is shown without it."""
        outcome = self.fetch(self._request(address, PICTURE, MOST_PICTURE_BYTES, Validators()))
        return outcome.content if isinstance(outcome, Fetched) else None

    def _request(self, address: str, accept: str, most_bytes: int, known: Validators) -> Request:
        return Request(
            url=address,
            network=self.network,
            accept=accept,
            most_bytes=most_bytes,
            deadline=self.deadline,
            allow_http=self.source.allow_http,
            known=known,
        )


def joined(base: str, address: str) -> str:
    """Give the whole address of a relative one, "" where that is none."""
    try:
        return urljoin(base, address.strip())
    except ValueError:  # brackets that are no IPv6 address
        return ""


def host_of(address: str) -> str:
    """Give the host of an address in lower case, "" where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def site_of(address: str) -> str:
    """Give the domain that one owner has registered, such as paper.co.zw of static.paper.co.zw, or else the host.

    By the Public Suffix List as the library brings it along.
    """
    host = host_of(address)
    site: object = get_fld(f"https://{host}", fail_silently=True) if host else None
    return site if isinstance(site, str) else host
