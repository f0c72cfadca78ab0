"""The shape of `contact.toml`: its keys, their types and ranges, in the words that an editor shows to staff.

What the values mean is none of its business: `prepare/contact` knows that.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from kiosk.edition.model import Rotation
from kiosk.edition.web_source import WebSource
from kiosk.prepare.config.texts import AnyCase, Line, Text


def _with_time(written: object) -> object:
    """Let a date be its midnight."""
    if isinstance(written, dt.date) and not isinstance(written, dt.datetime):
        return dt.datetime.combine(written, dt.time())
    return written


Label = Annotated[
    Line,
    Field(
        max_length=40,
        title="Label",
        description="The small words above it, e.g. Reception. Without it: Phone, Email or Visit us.",
    ),
]
Colour = Annotated[Line, Field(pattern="^#[0-9A-Fa-f]{6}$", examples=["#B4472E"])]
Day = Annotated[Line, Field(max_length=100)]
TimeOfDay = Annotated[Line, Field(max_length=40)]
DateOrMoment = Annotated[
    dt.datetime,
    BeforeValidator(_with_time),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]}),
]

_A_DAY = 'By the 24-hour clock; several times with commas; "closed" for none.'
_HOURS = ["08:00-17:00", "08:00-12:00, 13:00-17:00", "closed"]


class Shape(BaseModel):
    """A table of one of the files: strict, for a number in quotes is a mistake that staff should hear of."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class OrganisationShape(Shape):
    """Who you are."""

    name: Annotated[Line, Field(max_length=100)] = Field(
        title="Name", description="The name on the screen and in the contact that phones save."
    )
    country: Annotated[Line, Field(max_length=60)] = Field(
        title="Country", description="Two letters (ISO 3166), for phone numbers.", examples=["ZW"]
    )
    time_zone: Annotated[Line, Field(max_length=60)] | None = Field(
        None,
        title="Time zone",
        description="Only needed in countries with several time zones.",
        examples=["Africa/Harare"],
    )
    languages: list[Annotated[Line, Field(max_length=20)]] = Field(
        ["en"],
        min_length=1,
        max_length=12,
        title="Languages",
        description="What visitors can choose from, the usual one first.",
        examples=[["en", "sn"]],
    )
    heading: Annotated[Line, Field(max_length=60)] | None = Field(
        None, title="Heading", description="The large words above the contact details."
    )
    social_heading: Annotated[Line, Field(max_length=60)] | None = Field(
        None, title="Social heading", description="The words above the social networks."
    )
    logo: Annotated[Line, Field(max_length=250)] | None = Field(
        None, title="Logo", description="A picture beside this file (png, jpeg or webp).", examples=["logo.png"]
    )


class PhoneShape(Shape):
    """A phone number."""

    label: Label = ""
    number: Annotated[Line, Field(max_length=60)] = Field(
        title="Number", description="With + and the country's code, or as people dial it in your country."
    )
    allow_premium: bool = Field(
        default=False, title="Allow premium rate", description="true when callers pay extra and you know it."
    )
    emergency: bool = Field(
        default=False, title="Emergency number", description="true for a number such as 112 or 999."
    )


class EmailShape(Shape):
    """An e-mail address."""

    label: Label = ""
    address: Annotated[Line, Field(max_length=320)] = Field(
        title="Address", description="Typed in full.", examples=["hello@haigpark.example"]
    )


class AddressShape(Shape):
    """A postal address or a place; its link opens a map."""

    label: Label = ""
    lines: list[Annotated[Line, Field(max_length=80)]] = Field(
        min_length=1, max_length=8, title="Lines", description="The address as you write it on an envelope."
    )
    map: Annotated[Line, Field(max_length=1500)] | None = Field(
        None, title="Map link", description="From your map's Share button: https://... or geo:..."
    )
    latitude: float | None = Field(None, title="Latitude", description="Degrees, north is positive.")
    longitude: float | None = Field(None, title="Longitude", description="Degrees, east is positive.")


class SocialShape(Shape):
    """An account in a social network, or a website."""

    network: Annotated[Line, Field(max_length=40)] = Field(
        title="Network", description="One that the starter file lists, or website.", examples=["facebook", "website"]
    )
    account: Annotated[Line, Field(max_length=120)] | None = Field(
        None, title="Account", description="The name of your account there, or its phone number."
    )
    url: Annotated[Line, Field(max_length=1500)] | None = Field(
        None, title="Link", description="Instead of account: the https:// address of your page."
    )


class ExceptionShape(Shape):
    """A date whose hours differ."""

    day: dt.date = Field(alias="date", title="Date", description="Year-month-day, without quotes.")
    hours: Day = Field(title="Hours", description=_A_DAY, examples=_HOURS)
    note: Annotated[Line, Field(max_length=80)] | None = Field(
        None, title="Note", description="Why, in a few words.", examples=["Christmas Day"]
    )


class HoursShape(Shape):
    """When you are open; a day that is not named is closed."""

    monday: Day = Field("closed", title="Monday", description=_A_DAY, examples=_HOURS)
    tuesday: Day = Field("closed", title="Tuesday", description=_A_DAY, examples=_HOURS)
    wednesday: Day = Field("closed", title="Wednesday", description=_A_DAY, examples=_HOURS)
    thursday: Day = Field("closed", title="Thursday", description=_A_DAY, examples=_HOURS)
    friday: Day = Field("closed", title="Friday", description=_A_DAY, examples=_HOURS)
    saturday: Day = Field("closed", title="Saturday", description=_A_DAY, examples=_HOURS)
    sunday: Day = Field("closed", title="Sunday", description=_A_DAY, examples=_HOURS)
    exceptions: list[ExceptionShape] = Field([], alias="exception", max_length=400, title="Exceptions")


class ArticleShape(Shape):
    """An article file beside this one, or a source: every article of a folder, a feed or a web page."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["file"]}, {"required": ["source"]}]})

    file: Annotated[Line, Field(max_length=1500)] | None = Field(
        None, title="File", description="An article's file, by its way from here.", examples=["articles/border.md"]
    )
    source: Annotated[Line, Field(max_length=8000)] | None = Field(
        None,
        title="Source",
        description="Instead of file: the address of a feed or a web page, or a folder beside this file.",
        examples=["https://paper.example/world/feed.xml", "news"],
    )
    limit: int | None = Field(
        None,
        ge=1,
        le=20,
        title="Limit",
        description="How many articles of a source are shown, the newest; 3 if not given, 10 of a folder.",
        examples=[3],
    )
    max_age_days: int | None = Field(
        None,
        ge=1,
        le=3650,
        title="Longest age",
        description="Articles of a source that are older are not shown; any age if not given.",
        examples=[7],
    )
    full_text: bool = Field(
        default=WebSource("").full_text,
        title="Full text",
        description="true follows the links of a feed that has only the beginnings of its articles.",
    )
    refresh_minutes: int = Field(
        WebSource("").refresh_minutes,
        ge=5,
        le=1440,
        title="Refresh",
        description="After how many minutes the kiosk looks whether an address has something new.",
    )
    allow_http: bool = Field(
        default=WebSource("").allow_http,
        title="Allow http",
        description="true for an address with http://, where others can change what comes.",
    )
    ours: bool = Field(
        default=WebSource("").ours,
        title="Ours",
        description="true where the pages are your own, so that what they forbid to strangers does not count for you.",
    )
    picture_hosts: list[Annotated[Line, Field(max_length=250)]] = Field(
        [],
        max_length=10,
        title="Hosts of pictures",
        description="Other hosts from which a source's pictures come.",
        examples=[["cdn.example"]],
    )
    kicker: Annotated[Line, Field(max_length=60)] | None = Field(
        None, title="Kicker", description="The small capitals above the title.", examples=["Featured article"]
    )
    days: list[Annotated[Line, Field(max_length=40)]] | None = Field(
        None,
        min_length=1,
        max_length=7,
        title="Days",
        description="The weekdays on which it is shown; every day if not given.",
        examples=[["friday", "saturday"]],
    )
    since: DateOrMoment | None = Field(
        None,
        alias="from",
        title="From",
        description="The date, or date and time, from which it is shown.",
        examples=["2026-12-01", "2026-12-01T08:00:00"],
    )
    until: DateOrMoment | None = Field(
        None,
        alias="to",
        title="To",
        description="The date, or date and time, from which it is no longer shown.",
        examples=["2026-12-27", "2026-12-24T12:00:00"],
    )
    start: TimeOfDay | None = Field(
        None, title="Start", description="The time of day from which it is shown.", examples=["08:00"]
    )
    end: TimeOfDay | None = Field(
        None,
        title="End",
        description="The time of day from which it is no longer shown; past midnight where it is earlier than start.",
        examples=["17:00"],
    )
    priority: int = Field(
        0,
        ge=0,
        le=100,
        title="Priority",
        description="While one with a higher number is on, those with a lower one wait.",
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> "ArticleShape":
        if self.file is not None and self.source is not None:
            raise PydanticCustomError("file_and_source", "file and source")
        if self.file is None and self.source is None:
            raise PydanticCustomError("no_file_or_source", "neither file nor source")
        return self


class RotationShape(Shape):
    """How the articles follow each other while nobody touches the screen."""

    shortest_seconds: int = Field(
        Rotation().shortest_seconds,
        ge=5,
        le=3600,
        title="Shortest time",
        description="Seconds for which each article is shown at least.",
    )
    longest_seconds: int = Field(
        Rotation().longest_seconds,
        ge=5,
        le=3600,
        title="Longest time",
        description="Seconds for which each article is shown at most, however long it takes to read.",
    )
    scrolls: bool = Field(
        Rotation().scrolls,
        title="Moves by itself",
        description="true lets an article that is longer than the screen move on slowly, as fast as it is read.",
    )


class NoticeShape(Shape):
    """A message that takes the article's place until a time."""

    title: Annotated[Line, Field(max_length=120)] = Field(title="Title", description="A few large words.")
    text: Annotated[Text, Field(max_length=2000)] = Field(title="Text", description="What visitors should know.")
    until: dt.datetime = Field(
        title="Until", description="When it goes away by itself.", examples=["2026-12-24T18:00:00"]
    )
    since: dt.datetime | None = Field(None, title="Since", description="When it appears; at once if not given.")
    severity: Annotated[Literal["info", "warning", "urgent"], AnyCase] = Field(
        "warning", title="Severity", description="How strongly it is shown."
    )


class LookShape(Shape):
    """Colours and movement."""

    theme: Annotated[Literal["light", "dark", "auto"], AnyCase] = Field(
        "auto", title="Theme", description="auto follows the computer."
    )
    motion: Annotated[Literal["full", "reduced"], AnyCase] = Field(
        "full", title="Motion", description="reduced lets nothing move on the screen."
    )
    accent: Colour | None = Field(None, title="Accent", description="The colour of small highlights.")
    panel: Colour | None = Field(None, title="Panel", description="The colour behind the contact details.")
    viewing_distance_m: float | None = Field(
        None,
        ge=0.3,
        le=10,
        title="Viewing distance",
        description="From how many metres away people should read the details; text grows to suit.",
        examples=[2.5],
    )


class ContactShape(Shape):
    """What visitors see on the kiosk."""

    schema_number: int = Field(1, alias="schema", ge=1, title="Format of this file", description="Leave it as it is.")
    organisation: OrganisationShape
    phones: list[PhoneShape] = Field([], alias="phone", max_length=12)
    mails: list[EmailShape] = Field([], alias="email", max_length=12)
    addresses: list[AddressShape] = Field([], alias="address", max_length=6)
    socials: list[SocialShape] = Field([], alias="social", max_length=20)
    hours: HoursShape | None = None
    articles: list[ArticleShape] = Field([], alias="article", max_length=50)
    rotation: RotationShape = RotationShape()
    notice: NoticeShape | None = None
    look: LookShape = LookShape()
