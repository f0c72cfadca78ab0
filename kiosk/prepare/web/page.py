"""What a web page gives: an article with all that is known of it, or why it is none."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lead:
    """The picture above the article: its https or http address, what it shows, and its caption; "" for none."""

    address: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """An article; all but `body` is plain text, `body` is HTML with absolute addresses that nobody has cleaned yet.

    `published` has a time zone where the page gives one. `canonical` is the https address that the page calls its own,
    "" where that is none or of another site. `may_be_kept` is False where the page asks that nobody stores it.
    """

    title: str
    body: str
    author: str = ""
    publisher: str = ""
    published: datetime | None = None
    language: str = ""
    summary: str = ""
    lead: Lead | None = None
    canonical: str = ""
    may_be_kept: bool = True


@dataclass(frozen=True, slots=True)
class NoArticle:
    """Nothing to show; `what` continues a sentence that begins with the address, `cure` tells staff what to do."""

    what: str
    cure: str
