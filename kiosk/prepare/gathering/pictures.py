"""The pictures of an article from the world: asked for at its own site only, small and strange ones left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from kiosk.edition.model import Figure, Picture, Run
from kiosk.edition.value import replace
from kiosk.prepare.article.runs import finished
from kiosk.prepare.gathering.memory import Memory
from kiosk.prepare.gathering.reach import Reach, host_of, site_of
from kiosk.prepare.kept import Shelf
from kiosk.prepare.picture import PreparedPicture, Unusable
from kiosk.prepare.sanitise import clean_text

MOST_IN_AN_ARTICLE = 12
WIDEST, TALLEST = 1600, 1200
"""Pixels: what a screen shows of a picture beside the contact panel."""

SMALLEST_SIDE = 40
"""Pixels: what is smaller counts visitors, or is a sign of somebody's, and no picture."""


@dataclass(frozen=True, slots=True)
class PictureHosts:
    """Whose pictures an article may show: those of its own site, and of the hosts that are named."""

    site: str
    named: frozenset[str]

    def allow(self, address: str) -> bool:
        host = host_of(address)
        return bool(host) and (site_of(address) == self.site or host in self.named)


def picture_hosts(page: str, named: Iterable[str], lead: str = "") -> PictureHosts:
    """Let the host join in from which the page itself declares its lead picture to come: papers keep theirs elsewhere."""
    return PictureHosts(site_of(page), frozenset(filter(None, (*(host.lower() for host in named), host_of(lead)))))


class WebPictures:
    """Gives figures for the addresses in one article, each asked for once."""

    def __init__(self, reach: Reach, memory: Memory, shelf: Shelf, hosts: PictureHosts, base: str) -> None:
        self._reach = reach
        self._memory = memory
        self._shelf = shelf
        self._hosts = hosts
        self._base = base
        self._asked: dict[str, Picture | None] = {}

    def figure(self, address: str, alt: str, caption: tuple[Run, ...]) -> Figure | None:
        picture = self._picture(address)
        if picture is None:
            return None
        described = replace(picture, alt=" ".join(clean_text(alt).split())[:300])
        return Figure(described, finished(caption))

    def _picture(self, address: str) -> Picture | None:
        whole = _joined(self._base, address)
        if not self._hosts.allow(whole):
            return None
        if whole not in self._asked:
            if len(self._asked) >= MOST_IN_AN_ARTICLE:
                return None
            self._asked[whole] = self._known(whole) or self._brought(whole)
        return self._asked[whole]

    def _known(self, address: str) -> Picture | None:
        picture = self._memory.picture_from(address)
        return picture if picture is not None and self._shelf.holds(picture.file) else None

    def _brought(self, address: str) -> Picture | None:
        content = self._reach.picture(address)
        if content is None:
            return None
        prepared = _prepared(content)
        if isinstance(prepared, Unusable) or min(prepared.picture.width, prepared.picture.height) < SMALLEST_SIDE:
            return None
        self._shelf.put(prepared)
        self._memory.picture_came(address, prepared.picture)
        return prepared.picture


def _prepared(content: bytes) -> PreparedPicture | Unusable:
    from kiosk.prepare.images import prepare_picture_of  # noqa: PLC0415  # QtGui only where there is a picture

    return prepare_picture_of(content, widest=WIDEST, tallest=TALLEST)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # brackets that are no IPv6 address
        return ""
