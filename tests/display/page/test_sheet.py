from collections.abc import Callable

import pytest

from kiosk.display.page.page import SheetPage
from kiosk.display.page.sheet import derive_sheet, sheet_keys
from kiosk.display.page.speech import Speech
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Article, Edition, Takeaway

MakeEdition = Callable[..., Edition]
PLACE = "3-68th Avenue, Haig Park, Mabelreign, Harare"


@pytest.fixture
def sheet(make_edition: MakeEdition, speech: Speech) -> Callable[[str], SheetPage]:
    """Give a function that derives the sheet of a key while the first article is shown."""

    def derived(key: str) -> SheetPage:
        page = derive_sheet(make_edition(), Choices(sheet=key), speech)
        assert page is not None
        return page

    return derived


def test_an_edition_opens_these_sheets(make_edition: MakeEdition, speech: Speech) -> None:
    assert sheet_keys(make_edition(), Choices(), speech) == (
        "vcard",
        "phone:0",
        "phone:1",
        "mail:0",
        "address:0",
        "social:0",
        "social:1",
        "link:0",
        "source",
    )


def test_links_and_source_are_those_of_the_article_on_screen(make_edition: MakeEdition, speech: Speech) -> None:
    second = sheet_keys(make_edition(), Choices(article=1), speech)

    assert not {"link:0", "source"} & set(second)


def test_without_articles_the_contacts_sheets_stay(make_edition: MakeEdition, speech: Speech) -> None:
    assert "vcard" in sheet_keys(make_edition(articles=()), Choices(), speech)


@pytest.mark.parametrize(
    ("key", "title", "text", "plain"),
    [
        (
            "vcard",
            "Save our contact",
            "Point your camera at the code, then choose to save. Our details stay with you.",
            "Haig Park Office",
        ),
        (
            "phone:0",
            "Call us from your phone",
            "Point your camera at the code. It dials this number:",
            "+263 77 567 9494",
        ),
        (
            "mail:0",
            "Write to us from your phone",
            "Point your camera at the code. It writes to:",
            "hello@haigpark.example",
        ),
        (
            "address:0",
            "Open the map on your phone",
            f"Point your camera at the code. It opens the way to {PLACE}.",
            "openstreetmap.org",
        ),
        ("social:0", "Find us on Facebook", "Point your camera at the code. It opens haigpark.", "facebook.com"),
        (
            "social:1",
            "Visit our website",
            "Point your camera at the code. It opens haigpark.example.",
            "haigpark.example",
        ),
        (
            "link:0",
            "Take this link with you",
            "Point your camera at the code. It opens the page on your phone.",
            "plan.example",
        ),
        (
            "source",
            "Read at the source",
            "Point your camera at the code. It opens the page on your phone.",
            "journal.example",
        ),
    ],
)
def test_a_sheet_says_what_its_code_does_and_the_same_in_plain_words(
    sheet: Callable[[str], SheetPage], key: str, title: str, text: str, plain: str
) -> None:
    page = sheet(key)

    assert (page.title, page.text, page.plain) == (title, text, plain)


def test_every_sheet_carries_the_code_of_what_was_touched(make_edition: MakeEdition, speech: Speech) -> None:
    edition = make_edition()
    pages = [derive_sheet(edition, Choices(sheet=key), speech) for key in sheet_keys(edition, Choices(), speech)]

    assert [page.code for page in pages if page] == [takeaway.code for takeaway in _takeaways(edition)]


def test_a_sheet_can_be_closed(sheet: Callable[[str], SheetPage]) -> None:
    close = sheet("vcard").close

    assert (close.text, close.name, close.description) == ("Close", "Close", "Closes this sheet.")


def test_a_link_without_a_host_is_named_by_what_it_holds(make_edition: MakeEdition, speech: Speech) -> None:
    edition = make_edition()
    spot = Takeaway("geo:-17.784000,31.021000", "", edition.contact.card.code)
    here = make_edition(articles=(Article("Here", (), source=spot),))

    page = derive_sheet(here, Choices(sheet="source"), speech)

    assert page is not None
    assert page.plain == "-17.784000,31.021000"


@pytest.mark.parametrize("key", ["", "phone:2", "phone:", "phone:-1", "fax:0", "link:0", "source", "VCARD", "phone:0 "])
def test_a_key_that_the_edition_does_not_know_opens_nothing(
    make_edition: MakeEdition, speech: Speech, key: str
) -> None:
    assert derive_sheet(make_edition(articles=()), Choices(sheet=key), speech) is None


def _takeaways(edition: Edition) -> list[Takeaway]:
    contact, article = edition.contact, edition.articles[0]
    assert article.source is not None
    return [
        contact.card,
        *(phone.link for phone in contact.phones),
        *(mail.link for mail in contact.mails),
        *(address.link for address in contact.addresses),
        *(social.link for social in contact.socials),
        *article.links,
        article.source,
    ]
