"""The pictures of an article from the world: asked for at its own site only, small and strange ones left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.edition.model import Figure, Picture, Run
from kiosk.edition.value import replace
from kiosk.prepare.article.runs import finished
from kiosk.prepare.gathering.reach import Reach, host_of, joined, site_of
from kiosk.prepare.kept import Shelf
from kiosk.prepare.picture import PreparedPicture, Unusable
from kiosk.prepare.sanitise import clean_text

MOST_IN_AN_ARTICLE = 12
WIDEST, TALLEST = 1600, 1200
"""Pixels: what a screen shows of a picture beside the contact panel."""

SMALLEST_SIDE = 40
"""Pixels: what is smaller counts visitors, or is a sign of somebody's, and no picture."""

LONGEST_ALT = 300


@dataclass(frozen=True, slots=True)
class PictureHosts:
    """Whose pictures an article may show: those of its own sites, and of the hosts that are named."""

    sites: frozenset[str]
    named: frozenset[str]

    def allow(self, address: str) -> bool:
        host = host_of(address)
        return bool(host) and (site_of(address) in self.sites or host in self.named)


def picture_hosts(pages: Iterable[str], named: Iterable[str], lead: str = "") -> PictureHosts:
    """Let the host join in from which the page itself declares its lead picture to come: papers keep theirs elsewhere."""
    hosts = (*(host.lower() for host in named), host_of(lead))
    return PictureHosts(frozenset(map(site_of, pages)) - {""}, frozenset(hosts) - {""})


class NoPictures:
    """Gives none, and asks nobody."""

    def figure(self, _address: str, _alt: str, _caption: tuple[Run, ...]) -> None:
        return None


class WebPictures:
    """Gives figures for the addresses in one article, each asked for once.

    `lacking` tells that one did not come, `strangers` are the hosts that were not asked.
    """

    def __init__(self, reach: Reach, shelf: Shelf, hosts: PictureHosts, base: str) -> None:
        self._reach = reach
        self._shelf = shelf
        self._hosts = hosts
        self._base = base
        self._asked: dict[str, Picture | None] = {}
        self.lacking = False
        self.strangers: dict[str, None] = {}

    def figure(self, address: str, alt: str, caption: tuple[Run, ...]) -> Figure | None:
        picture = self._picture(address)
        if picture is None:
            return None
        described = replace(picture, alt=" ".join(clean_text(alt).split())[:LONGEST_ALT])
        return Figure(described, finished(caption))

    def _picture(self, address: str) -> Picture | None:
        whole = joined(self._base, address)
        if not self._hosts.allow(whole):
            self.strangers[host_of(whole)] = None
            return None
        if whole not in self._asked:
            if len(self._asked) >= MOST_IN_AN_ARTICLE:
                return None
            self._asked[whole] = self._brought(whole)
        return self._asked[whole]

    def _brought(self, address: str) -> Picture | None:
        content = self._reach.picture(address)
        if content is None:
            self.lacking = True
            return None
        prepared = _prepared(content)
        if isinstance(prepared, Unusable) or min(prepared.picture.width, prepared.picture.height) < SMALLEST_SIDE:
            return None
        self._shelf.put(prepared)
        return prepared.picture


def _prepared(content: bytes) -> PreparedPicture | Unusable:
    from kiosk.prepare.images import prepare_picture_of  # noqa: PLC0415  # QtGui only where there is a picture

    return prepare_picture_of(content, widest=WIDEST, tallest=TALLEST)
