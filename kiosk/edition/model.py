"""What visitors can see, as frozen values: the only thing that `prepare` and `display` share.

Texts are plain text, already validated and free of control characters; nothing here is markup. Words of the
interface itself ("Close", "Open now") are not in the edition: they come from the catalogue, in the visitor's language.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR symbol without its quiet zone: `size` rows of `size` modules, each row a hexadecimal number, dark = 1."""

    size: int
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Takeaway:
    """What one touch gives a visitor's phone: the exact payload, its code, and the host it leads to ("" for none)."""

    payload: str
    host: str
    code: QrCode


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the edition: `file` lies in its folder `pictures/`; width and height are pixels."""

    file: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` counts into the article's `links`; a line feed is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the article; level 2 is the highest, for the title is level 1."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `first` is the number of its first item, None when it is not numbered."""

    items: tuple[tuple["Block", ...], ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Figure:
    picture: Picture
    caption: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: every row has as many cells as the head."""

    head: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """A thematic break."""


Block: TypeAlias = Paragraph | Heading | Listing | Quote | Figure | Code | Table | Divider


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `language` is a BCP 47 tag or "", `links` are what the runs' `link` counts into."""

    title: str
    blocks: tuple[Block, ...]
    kicker: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    language: str = ""
    summary: str = ""
    reading_minutes: int = 1
    picture: Figure | None = None
    source: Takeaway | None = None
    links: tuple[Takeaway, ...] = ()


@dataclass(frozen=True, slots=True)
class Phone:
    """`number` as people write it internationally, with its extension; the link is `tel:` in E.164."""

    label: str
    number: str
    link: Takeaway


@dataclass(frozen=True, slots=True)
class Mail:
    label: str
    address: str
    link: Takeaway


@dataclass(frozen=True, slots=True)
class Address:
    """`lines` as staff wrote them; the link opens a map."""

    label: str
    lines: tuple[str, ...]
    link: Takeaway


@dataclass(frozen=True, slots=True)
class Social:
    """`icon` is a name of qtawesome such as "fa6b.facebook-f"; "" draws the network's first letter instead."""

    network: str
    name: str
    account: str
    icon: str
    link: Takeaway


@dataclass(frozen=True, slots=True)
class Contact:
    """All ways to stay in touch; `card` is the vCard that a phone can save."""

    phones: tuple[Phone, ...]
    mails: tuple[Mail, ...]
    addresses: tuple[Address, ...]
    socials: tuple[Social, ...]
    card: Takeaway


@dataclass(frozen=True, slots=True)
class Span:
    """Open from `opens` until before `closes`, in minutes after local midnight; `closes` may lie past 24 h."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class DatedHours:
    """The hours of one date, instead of its weekday's; no spans means closed all day."""

    day: date
    spans: tuple[Span, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Seven weekdays, Monday first, and the dates that differ."""

    week: tuple[tuple[Span, ...], ...]
    exceptions: tuple[DatedHours, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Takes the article's place until `until` (an aware time); `since` None means at once."""

    title: str
    text: str
    until: datetime
    since: datetime | None = None
    severity: Literal["info", "warning", "urgent"] = "warning"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme as "#rrggbb"; every text and ground keep the contrast that `edition/colour.py` asks."""

    paper: str
    ink: str
    muted: str
    rule: str
    accent: str
    on_accent: str
    panel: str
    panel_raised: str
    on_panel: str
    on_panel_muted: str


@dataclass(frozen=True, slots=True)
class Look:
    """How the screen looks; "auto" follows the system's light or dark."""

    theme: Literal["light", "dark", "auto"]
    motion: Literal["full", "reduced"]
    light: Palette
    dark: Palette
    contrast: Palette


@dataclass(frozen=True, slots=True)
class Organisation:
    """`heading` and `social_heading` are "" for the catalogue's words; `time_zone` is an IANA name."""

    name: str
    country: str
    time_zone: str
    heading: str = ""
    social_heading: str = ""
    logo: Picture | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A complete description of what visitors can see; `languages` are BCP 47 tags, the default first."""

    organisation: Organisation
    contact: Contact
    articles: tuple[Article, ...]
    look: Look
    languages: tuple[str, ...] = ("en",)
    hours: Hours | None = None
    notice: Notice | None = None
