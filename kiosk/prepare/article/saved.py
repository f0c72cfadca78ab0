"""An article as a program saved it, such as a browser or Word: its HTML and what it tells about itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from kiosk.edition.model import Figure, Run
from kiosk.prepare.article.linking import Links
from kiosk.prepare.article.particulars import Particulars
from kiosk.prepare.article.pictures import Pictures

Embedded: TypeAlias = dict[str, Callable[[], bytes]]
"""What gives the content of the pictures that a file itself holds, by the addresses that they have in its HTML."""


@dataclass(frozen=True, slots=True)
class Saved:
    """`html` has no heading of the title any more."""

    html: str
    given: Particulars
    embedded: Embedded = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StaffCompanions:
    """The links and pictures of a file of staff's: what cannot be shown is named to them."""

    links: Links
    pictures: Pictures
    embedded: Embedded

    def link(self, address: str) -> int | None:
        return self.links.place(address, 0, 0)

    def figure(self, address: str, alt: str, caption: tuple[Run, ...]) -> Figure | None:
        if address in self.embedded:
            return self.pictures.embedded(address, self.embedded[address], alt, caption)
        return self.pictures.figure(address, alt, caption, 0, 0)
