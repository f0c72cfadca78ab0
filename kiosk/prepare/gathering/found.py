"""How a visit ends."""

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.edition.web_source import Trouble
from kiosk.prepare.kept import KeptArticle


@dataclass(frozen=True, slots=True)
class Found:
    """What the source has to show; `left_out` tells of what it has besides, and why that is not shown."""

    articles: tuple[KeptArticle, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingNew:
    """It has what is kept already."""


@dataclass(frozen=True, slots=True)
class Vain:
    """Nothing came that can be shown; `what` continues a sentence that begins with the address."""

    trouble: Trouble
    what: str
    cure: str
    retry_after: float | None = None
    left_out: tuple[str, ...] = ()


Outcome: TypeAlias = Found | NothingNew | Vain
