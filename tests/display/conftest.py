"""What the display's tests show: one office with everything an edition can hold, and a plain English to speak."""

from collections.abc import Callable
from datetime import date, time

import pytest
from msgspec.structs import replace

from kiosk.display.page.speech import Speech
from kiosk.edition import links
from kiosk.edition.model import (
    Address,
    Article,
    Contact,
    Edition,
    Heading,
    Hours,
    Look,
    Mail,
    Organisation,
    Paragraph,
    Phone,
    Run,
    Social,
    Span,
    Takeaway,
)
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.edition.vcard import Card, vcard
from kiosk.prepare.qr import takeaway

WEEKDAY = (Span(8 * 60, 17 * 60),)
SATURDAY = (Span(8 * 60, 12 * 60),)


class PlainSpeech:
    """Says the English words of the code; dates are ISO, times of day 14:05."""

    language = "en"
    name = "English"
    right_to_left = False

    def say(self, text: str) -> str:
        return text

    def count(self, one: str, many: str, number: int) -> str:
        return (one if number == 1 else many).format(number=number)

    def day(self, day: date) -> str:
        return day.isoformat()

    def weekday(self, day: date) -> str:
        return f"{day:%A}"

    def clock(self, time: time) -> str:
        return f"{time:%H:%M}"

    def typed(self, text: str) -> str:
        return text


@pytest.fixture
def speech() -> Speech:
    return PlainSpeech()


@pytest.fixture(scope="session")
def make_edition() -> Callable[..., Edition]:
    """Give a function that makes the office's edition with some of its fields changed: `make_edition(hours=None)`."""
    full = Edition(
        organisation=Organisation("Haig Park Office", "ZW", "Africa/Harare"),
        contact=_contact(),
        articles=(_border(), _welcome()),
        look=Look("light", "full", LIGHT, DARK, CONTRAST),
        hours=Hours(week=(WEEKDAY,) * 5 + (SATURDAY, ())),
    )

    def edition_with(**changes: object) -> Edition:
        return replace(full, **changes)

    return edition_with


def _contact() -> Contact:
    office = Address(
        "", ("3-68th Avenue, Haig Park", "Mabelreign, Harare"), takeaway(links.map_search("Haig Park, Harare"))
    )
    return Contact(
        phones=(
            Phone("Reception", "+263 77 567 9494", takeaway(links.tel("+263775679494"))),
            Phone("", "+263 24 270 0000 ext. 12", takeaway(links.tel("+263242700000", "12"))),
        ),
        mails=(Mail("", "hello@haigpark.example", takeaway(links.mailto("hello@haigpark.example"))),),
        addresses=(office,),
        socials=(
            Social("facebook", "Facebook", "haigpark", "fa6b.facebook-f", _page("https://www.facebook.com/haigpark")),
            Social("website", "Website", "", "", _page("https://haigpark.example/")),
        ),
        card=takeaway(vcard(Card("Haig Park Office", ("+263775679494",), ("hello@haigpark.example",)))),
    )


def _border() -> Article:
    return Article(
        title="A stronger border",
        blocks=(
            Paragraph((Run("Read "), Run("the plan", link=0), Run("."))),
            Heading(2, (Run("Why"),)),
            Paragraph((Run("Because winter came early."),)),
        ),
        publisher="Haig Park Journal",
        author="T. Moyo",
        published=date(2022, 12, 20),
        language="en",
        reading_minutes=4,
        source=_page("https://www.journal.example/border"),
        links=(_page("https://www.plan.example/"),),
    )


def _welcome() -> Article:
    return Article(
        title="Using this screen", blocks=(Paragraph((Run("Touch what you need."),)),), kicker="Good to know"
    )


def _page(url: str) -> Takeaway:
    link = links.web(url)
    assert isinstance(link, links.Link)
    return takeaway(link)
