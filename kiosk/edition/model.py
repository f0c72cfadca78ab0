"""What visitors can see, as frozen values: the only thing that `prepare` and `display` share.

Texts are plain text, already validated and free of control characters; nothing here is markup. Words of the
interface itself ("Close", "Open now") are not in the edition: they come from the catalogue, in the visitor's language.
"""

from datetime import date, datetime
from typing import Literal, TypeAlias

from kiosk.edition.value import Value

SCHEMA = 1


class QrCode(Value, frozen=True):
    """A QR symbol without its quiet zone: `size` rows of `size` modules, each row a hexadecimal number, dark = 1."""

    size: int
    rows: tuple[str, ...]


class Takeaway(Value, frozen=True):
    """What one touch gives a visitor's phone: the exact payload, its code, and the host it leads to ("" for none)."""

    payload: str
    host: str
    code: QrCode


class Picture(Value, frozen=True):
    """A picture of the edition: `file` lies in its folder `pictures/`; width and height are pixels."""

    file: str
    width: int
    height: int
    alt: str = ""


class Run(Value, frozen=True):
    """A stretch of text in one style; `link` counts into the article's `links`; a line feed is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: int | None = None


class Paragraph(Value, frozen=True):
    runs: tuple[Run, ...]


class Heading(Value, frozen=True):
    """A heading inside the article; level 2 is the highest, for the title is level 1."""

    level: int
    runs: tuple[Run, ...]


class Listing(Value, frozen=True):
    """A list; `first` is the number of its first item, None when it is not numbered."""

    items: tuple[tuple["Block", ...], ...]
    first: int | None = None


class Quote(Value, frozen=True):
    blocks: tuple["Block", ...]


class Figure(Value, frozen=True):
    picture: Picture
    caption: tuple[Run, ...] = ()


class Code(Value, frozen=True):
    text: str


class Table(Value, frozen=True):
    """A table: every row has as many cells as the head."""

    head: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


class Divider(Value, frozen=True):
    """A thematic break."""


Block: TypeAlias = Paragraph | Heading | Listing | Quote | Figure | Code | Table | Divider


class Schedule(Value, frozen=True):
    """When an article may be shown, by the rules of `edition/schedule.py`.

    `days` are weekdays, Monday is 0; `since` and `until` are times of the wall clock, `start` and `end` minutes after
    midnight. What is not given does not restrict.
    """

    days: tuple[int, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    start: int | None = None
    end: int | None = None


class Article(Value, frozen=True):
    """One article; `language` is a BCP 47 tag or "", `links` are what the runs' `link` counts into.

    One that `is_cut` goes on at its source: the blocks are its beginning.
    """

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
    schedule: Schedule | None = None
    priority: int = 0
    is_cut: bool = False


class Phone(Value, frozen=True):
    """`number` as people write it internationally, with its extension; the link is `tel:` in E.164."""

    label: str
    number: str
    link: Takeaway


class Mail(Value, frozen=True):
    label: str
    address: str
    link: Takeaway


class Address(Value, frozen=True):
    """`lines` as staff wrote them; the link opens a map."""

    label: str
    lines: tuple[str, ...]
    link: Takeaway


class Social(Value, frozen=True):
    """`icon` is a name of qtawesome such as "fa6b.facebook-f"; "" draws the network's first letter instead."""

    network: str
    name: str
    account: str
    icon: str
    link: Takeaway


class Contact(Value, frozen=True):
    """All ways to stay in touch; `card` is the vCard that a phone can save."""

    phones: tuple[Phone, ...]
    mails: tuple[Mail, ...]
    addresses: tuple[Address, ...]
    socials: tuple[Social, ...]
    card: Takeaway


class Span(Value, frozen=True):
    """Open from `opens` until before `closes`, in minutes after local midnight; `closes` may lie past 24 h."""

    opens: int
    closes: int


class DatedHours(Value, frozen=True):
    """The hours of one date, instead of its weekday's; no spans means closed all day."""

    day: date
    spans: tuple[Span, ...]
    note: str = ""


class Hours(Value, frozen=True):
    """Seven weekdays, Monday first, and the dates that differ."""

    week: tuple[tuple[Span, ...], ...]
    exceptions: tuple[DatedHours, ...] = ()


class Notice(Value, frozen=True):
    """Takes the article's place until `until` (an aware time); `since` None means at once."""

    title: str
    text: str
    until: datetime
    since: datetime | None = None
    severity: Literal["info", "warning", "urgent"] = "warning"


class Palette(Value, frozen=True):
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


class Look(Value, frozen=True):
    """How the screen looks; "auto" follows the system's light or dark; from 0 m away means that nobody told."""

    theme: Literal["light", "dark", "auto"]
    motion: Literal["full", "reduced"]
    light: Palette
    dark: Palette
    contrast: Palette
    viewing_distance_m: float = 0.0


class Organisation(Value, frozen=True):
    """`heading` and `social_heading` are "" for the catalogue's words; `time_zone` is an IANA name."""

    name: str
    country: str
    time_zone: str
    heading: str = ""
    social_heading: str = ""
    logo: Picture | None = None


class Rotation(Value, frozen=True):
    """How articles follow each other while nobody is there: bounds for each in seconds, and whether long ones glide."""

    shortest_seconds: int = 20
    longest_seconds: int = 120
    scrolls: bool = True


class Edition(Value, frozen=True):
    """A complete description of what visitors can see; `languages` are BCP 47 tags, the default first."""

    organisation: Organisation
    contact: Contact
    articles: tuple[Article, ...]
    look: Look
    languages: tuple[str, ...] = ("en",)
    hours: Hours | None = None
    notice: Notice | None = None
    rotation: Rotation = Rotation()
