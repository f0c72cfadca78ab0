"""What the tests of the widgets share: windows that show a page at a size, the pixels of them, and a crowded office."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import Page
from kiosk.display.page.speech import Speech
from kiosk.display.page.staff import derive_staff
from kiosk.display.page.staff_view import StaffView
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition import links
from kiosk.edition.model import Address, Contact, Edition, Mail, Phone, Social, Takeaway
from kiosk.edition.palettes import LIGHT
from kiosk.edition.vcard import Card, vcard
from kiosk.paths import resources
from kiosk.prepare.qr import takeaway

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NO_PICTURES = Pictures()
NETWORKS = (
    "facebook x instagram linkedin youtube tiktok whatsapp telegram threads mastodon bluesky signal pinterest weixin"
)

ShowPage: TypeAlias = Callable[..., KioskWindow]


class LongSpeech:
    """Says every text 40 % longer than English, as German or Portuguese would, in either direction."""

    language = "en"
    name = "Nederlands"

    def __init__(self, *, right_to_left: bool) -> None:
        self.right_to_left = right_to_left

    def say(self, text: str) -> str:
        return _longer(text)

    def count(self, one: str, many: str, number: int) -> str:
        return _longer((one if number == 1 else many).format(number=number))

    def day(self, day: date) -> str:
        return _longer(day.isoformat())

    def weekday(self, day: date) -> str:
        return _longer(f"{day:%A}")

    def clock(self, time: time) -> str:
        return f"{time:%H:%M}"

    def typed(self, text: str) -> str:
        return text


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:
    assert qapp.applicationName()
    load_fonts(resources() / "fonts")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[KioskWindow]:
    window = KioskWindow()
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.fixture
def show_page(window: KioskWindow, qtbot: QtBot, speech: Speech) -> ShowPage:
    """Give a function that shows an edition in one window, the same for the whole test."""

    def show(
        edition: Edition,
        size: tuple[int, int] = (1920, 1080),
        choices: Choices = Choices(),  # noqa: B008  # a frozen value
        *,
        theme: str = "light",
        captive: bool = True,
        asks: bool = False,
        spoken: Speech = speech,
    ) -> KioskWindow:
        page = _page(edition, choices, spoken, theme=theme, moment=Moment(NOON, captive=captive, asks=asks))
        window.resize(*size)
        window.show_page(page, NO_PICTURES)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


@pytest.fixture
def show_holding(window: KioskWindow, speech: Speech) -> Callable[[], KioskWindow]:
    """Give a function that shows the holding card in the window of the test."""

    def show() -> KioskWindow:
        window.resize(1920, 1080)
        window.show_holding(derive_holding(LIGHT, NOON, speech))
        window.show()
        return window

    return show


@pytest.fixture
def show_staff(window: KioskWindow, speech: Speech) -> Callable[..., KioskWindow]:
    """Give a function that shows what is open of staff's over the window of the test."""

    def show(view: StaffView, seconds_left: int = 18, spoken: Speech = speech) -> KioskWindow:
        window.show_staff(derive_staff(view, seconds_left, None, NOON, spoken))
        return window

    return show


@pytest.fixture(scope="session")
def pixels() -> Callable[..., QImage]:
    """Give a function that paints a window as a screen of this many device pixels per pixel would."""

    def paint(window: KioskWindow, ratio: float = 1.0) -> QImage:
        image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        window.render(image, QPoint())
        return image

    return paint


@pytest.fixture(scope="session")
def long_speech() -> Callable[..., Speech]:
    def speak(*, right_to_left: bool = False) -> Speech:
        return LongSpeech(right_to_left=right_to_left)

    return speak


@pytest.fixture(scope="session")
def crowded(make_edition: Callable[..., Edition]) -> Edition:
    """Give an office with five numbers, three long e-mail addresses, two long addresses and fourteen networks."""
    full = make_edition()
    article = replace(
        full.articles[0], title="A rather long headline about a northern border that is to be strengthened"
    )
    organisation = replace(
        full.organisation, name="The Haig Park and Mabelreign Association of Ratepayers and Residents"
    )
    return make_edition(
        organisation=organisation,
        articles=(article, *full.articles),
        contact=_crowded_contact(),
        languages=("en", "ar"),
    )


def _crowded_contact() -> Contact:
    return Contact(
        phones=tuple(
            Phone(f"Desk for enquiries number {place}", f"+263 77 567 949{place} ext. 12345", _dial(place))
            for place in range(5)
        ),
        mails=tuple(_mail(f"a.remarkably.long.mailbox.{place}@enquiries.haigpark.example") for place in range(3)),
        addresses=tuple(_address(f"Donaudampfschifffahrtsgesellschaftsstrasse {place}") for place in range(2)),
        socials=tuple(_social(name) for name in NETWORKS.split()),
        card=takeaway(vcard(Card("Haig Park Office", ("+263775679494",), ("hello@haigpark.example",)))),
    )


def _dial(place: int) -> Takeaway:
    return takeaway(links.tel(f"+26377567949{place}", "12345"))


def _mail(address: str) -> Mail:
    return Mail("", address, takeaway(links.mailto(address)))


def _address(street: str) -> Address:
    lines = (street, "Third floor, behind the post office", "Mabelreign, Harare", "Zimbabwe")
    return Address("", lines, takeaway(links.map_search(street)))


def _social(network: str) -> Social:
    link = links.web(f"https://{network}.example/haigpark")
    assert isinstance(link, links.Link)
    return Social(network, network.title(), "haigpark", f"fa6b.{network}", takeaway(link))


def _page(edition: Edition, choices: Choices, speech: Speech, *, theme: str, moment: Moment) -> Page:
    themed = replace(edition, look=replace(edition.look, theme="dark" if theme == "dark" else "light"))
    chosen = replace(choices, high_contrast=theme == "contrast")
    return derive_page(themed, moment, chosen, speech)


def _longer(text: str) -> str:
    """Add words of about 40 % of the text's length; places for values such as {time} stay."""
    return text + " " + "nogal " * round(len(text) * 0.4 / 6 + 0.5)
