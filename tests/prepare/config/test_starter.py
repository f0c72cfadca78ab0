"""The starter is the staff's manual: it must load without a word, and name every key there is."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import pytest

from kiosk.edition.device import Access, Device
from kiosk.edition.model import Notice, Organisation, Span
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.config.contact_file import ContactFile
from kiosk.prepare.config.device_file import DeviceFile
from kiosk.prepare.config.read import Loaded, read_contact, read_device
from kiosk.prepare.config.schema import schema
from kiosk.prepare.look import look_of
from kiosk.prepare.problem import Place

RESOURCES = Path(__file__).parents[3] / "resources"
CONTACT = RESOURCES / "contact.toml"


@pytest.fixture(scope="module")
def starter() -> ContactFile:
    value = read_contact(CONTACT).value
    assert value is not None
    return value


def test_the_starter_has_no_problem() -> None:
    assert read_contact(CONTACT).problems == ()


def test_the_device_starter_holds_the_defaults() -> None:
    assert read_device(RESOURCES / "device.toml") == Loaded(DeviceFile(Device(), Access()), ())


def test_the_organisation_is_the_office_in_harare(starter: ContactFile) -> None:
    assert starter.organisation == Organisation("Haig Park Office", "ZW", "Africa/Harare")


def test_the_phone_is_shown_internationally_and_dialled_in_full(starter: ContactFile) -> None:
    (phone,) = starter.contact.phones

    assert (phone.label, phone.number, phone.link.payload) == (
        "Reception",
        "+263 77 567 9494",
        "tel:+263775679494",
    )


def test_the_mail_is_of_an_example_domain(starter: ContactFile) -> None:
    (mail,) = starter.contact.mails

    assert (mail.label, mail.address, mail.link.payload) == (
        "Email",
        "hello@haigpark.example",
        "mailto:hello@haigpark.example",
    )


def test_the_address_keeps_its_lines(starter: ContactFile) -> None:
    (address,) = starter.contact.addresses

    assert (address.label, address.lines) == (
        "Visit us",
        ("3-68th Avenue, Haig Park", "Mabelreign, Harare, Zimbabwe"),
    )


def test_the_social_networks_lead_to_their_pages(starter: ContactFile) -> None:
    assert [(social.network, social.link.payload) for social in starter.contact.socials] == [
        ("facebook", "https://www.facebook.com/haigparkoffice"),
        ("x", "https://x.com/haigparkoffice"),
        ("instagram", "https://www.instagram.com/haigparkoffice"),
        ("linkedin", "https://www.linkedin.com/company/haigparkoffice"),
        ("whatsapp", "https://wa.me/263775679494"),
        ("youtube", "https://www.youtube.com/@haigparkoffice"),
    ]


def test_the_card_holds_the_whole_contact(starter: ContactFile) -> None:
    assert starter.contact.card.payload == (
        "BEGIN:VCARD\r\n"
        "VERSION:3.0\r\n"
        "N:Haig Park Office\r\n"
        "FN:Haig Park Office\r\n"
        "ORG:Haig Park Office\r\n"
        "TEL:+263775679494\r\n"
        "EMAIL:hello@haigpark.example\r\n"
        "ADR:;;3-68th Avenue\\, Haig Park\\, Mabelreign\\, Harare\\, Zimbabwe\r\n"
        "END:VCARD\r\n"
    )


def test_the_office_is_open_on_weekdays_and_on_saturday_morning(starter: ContactFile) -> None:
    assert starter.hours is not None
    assert starter.hours.week == (*[(Span(480, 1020),)] * 5, (Span(480, 720),), ())


def test_the_office_is_closed_on_christmas_day(starter: ContactFile) -> None:
    assert starter.hours is not None
    assert [(day.day.isoformat(), day.spans, day.note) for day in starter.hours.exceptions] == [
        ("2026-12-25", (), "Christmas Day")
    ]


def test_the_articles_lie_beside_the_file() -> None:
    lines = CONTACT.read_text("utf-8").split("\n")
    places = [Place(CONTACT, number, 8) for number, line in enumerate(lines, 1) if line.startswith("file = ")]

    assert read_contact(CONTACT).named.articles == (
        ArticleSource(RESOURCES / "articles/border.md", places[0], "Featured article"),
        ArticleSource(RESOURCES / "articles/kiosk.md", places[1], "Featured article"),
    )


def test_the_rest_is_what_the_program_does_by_itself(starter: ContactFile) -> None:
    assert (starter.notice, starter.languages, starter.look) == (None, ("en",), look_of("auto", "full").look)


def test_there_is_no_logo() -> None:
    assert read_contact(CONTACT).named.logo is None


def test_every_line_that_is_switched_off_can_be_switched_on(tmp_path: Path) -> None:
    text = re.sub(r"^# (?=\w+ = |\[)", "", CONTACT.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(map|emergency) = .*$", "", text, flags=re.MULTILINE)
    file = tmp_path / "contact.toml"
    file.write_text(text, "utf-8")

    loaded = read_contact(file, datetime(2026, 12, 1, tzinfo=UTC))

    assert loaded.problems == ()
    assert loaded.value is not None
    assert isinstance(loaded.value.notice, Notice)


@pytest.mark.parametrize("which", ["contact", "device"])
def test_every_key_of_the_schema_stands_in_the_starter(which: Literal["contact", "device"]) -> None:
    text = (RESOURCES / f"{which}.toml").read_text("utf-8")
    written = set(re.findall(r"^(?:# )?(\w+) = ", text, flags=re.MULTILINE))
    headers = set(re.findall(r"^(?:# )?\[{1,2}([\w.]+)\]", text, flags=re.MULTILINE))

    missing = _keys(schema(which)) - written - {part for header in headers for part in header.split(".")}

    assert missing == set()


@pytest.mark.parametrize("which", ["contact", "device"])
def test_the_first_line_points_editors_to_the_schema(which: str) -> None:
    first = (RESOURCES / f"{which}.toml").read_text("utf-8").partition("\n")[0]

    assert first == f"#:schema ./{which}.schema.json"


def _keys(whole: dict[str, Any]) -> set[str]:
    tables = [whole, *whole.get("$defs", {}).values()]
    return {key for table in tables for key in table["properties"]}
