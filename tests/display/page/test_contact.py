from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from kiosk.display.page.contact import derive_panel
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import OpenLine, Panel
from kiosk.display.page.speech import Speech
from kiosk.edition.model import DatedHours, Edition, Hours, Organisation, Span

MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Africa/Harare"))
SPAN = Span(8 * 60, 17 * 60)
CAPTIVE = Moment(MONDAY_NOON, captive=True)
WINDOWED = Moment(MONDAY_NOON, captive=False)

MakeEdition = Callable[..., Edition]


@pytest.fixture
def panel(make_edition: MakeEdition, speech: Speech) -> Callable[..., Panel]:
    """Give a function that derives the panel at Monday noon of an edition with these changes."""

    def derived(moment: Moment = CAPTIVE, **changes: object) -> Panel:
        return derive_panel(make_edition(**changes), moment.now, moment, speech)

    return derived


@pytest.fixture
def line(make_edition: MakeEdition, speech: Speech) -> Callable[[Hours, datetime], OpenLine | None]:
    def open_line(hours: Hours, now: datetime) -> OpenLine | None:
        return derive_panel(make_edition(hours=hours), now, CAPTIVE, speech).open_line

    return open_line


def hours(*week: tuple[Span, ...], exceptions: tuple[DatedHours, ...] = ()) -> Hours:
    """Give hours from Monday on; days without a tuple are closed."""
    return Hours((*week, *((),) * (7 - len(week))), exceptions)


def closed_days(first: date, count: int) -> tuple[DatedHours, ...]:
    return tuple(DatedHours(first + timedelta(days=ahead), (), "Holidays") for ahead in range(count))


def test_every_way_of_contact_has_a_row_in_the_order_of_kinds(panel: Callable[..., Panel]) -> None:
    assert [row.key for row in panel().rows] == ["phone:0", "phone:1", "mail:0", "address:0"]


def test_rows_carry_the_labels_of_staff_or_else_words_of_the_catalogue(panel: Callable[..., Panel]) -> None:
    assert [row.label for row in panel().rows] == ["Reception", "Phone", "Email", "Visit us"]


def test_a_phone_number_never_breaks(panel: Callable[..., Panel]) -> None:
    assert panel().rows[0].lines == ("+263\xa077\xa0567\xa09494",)


def test_an_e_mail_address_may_break_at_its_joints(panel: Callable[..., Panel]) -> None:
    assert panel().rows[2].lines == ("hello@\u200bhaigpark\u200b.example",)


def test_an_address_keeps_its_lines(panel: Callable[..., Panel]) -> None:
    assert panel().rows[3].lines == ("3-68th Avenue, Haig Park", "Mabelreign, Harare")


def test_screen_readers_get_the_plain_text_of_a_row(panel: Callable[..., Panel]) -> None:
    assert [row.name for row in panel().rows] == [
        "Reception: +263 77 567 9494",
        "Phone: +263 24 270 0000 ext. 12",
        "Email: hello@haigpark.example",
        "Visit us: 3-68th Avenue, Haig Park, Mabelreign, Harare",
    ]


def test_a_captive_screen_hands_no_link_to_the_system(panel: Callable[..., Panel]) -> None:
    shown = panel(CAPTIVE)

    assert {*(row.opens for row in shown.rows), *(social.opens for social in shown.socials)} == {""}


def test_a_window_hands_links_to_the_system(panel: Callable[..., Panel]) -> None:
    assert [row.opens for row in panel(WINDOWED).rows] == [
        "tel:+263775679494",
        "tel:+263242700000;ext=12",
        "mailto:hello@haigpark.example",
        "https://www.openstreetmap.org/search?query=Haig%20Park%2C%20Harare",
    ]


def test_a_captive_screen_says_that_a_touch_shows_a_code(panel: Callable[..., Panel]) -> None:
    shown = panel(CAPTIVE)
    says = {*(row.description for row in shown.rows), *(social.description for social in shown.socials)}

    assert says == {"Shows a code for your phone."}


def test_a_window_says_what_a_touch_opens(panel: Callable[..., Panel]) -> None:
    assert [row.description for row in panel(WINDOWED).rows] == [
        "Calls this number.",
        "Calls this number.",
        "Writes to this address.",
        "Opens the map.",
    ]


def test_every_row_has_a_second_button_for_its_code(panel: Callable[..., Panel]) -> None:
    buttons = [row.code_button for row in panel(WINDOWED).rows]

    assert [(it.key, it.name) for it in buttons[:1]] == [("phone:0", "Code for Reception: +263 77 567 9494")]
    assert [it.key for it in buttons] == [row.key for row in panel(WINDOWED).rows]


def test_a_social_button_is_named_with_its_account(panel: Callable[..., Panel]) -> None:
    assert [social.name for social in panel().socials] == ["Facebook: haigpark", "Website"]


def test_a_window_opens_the_page_of_a_social_network(panel: Callable[..., Panel]) -> None:
    facebook = panel(WINDOWED).socials[0]

    assert (facebook.opens, facebook.description) == ("https://www.facebook.com/haigpark", "Opens this page.")


def test_a_network_without_an_icon_shows_its_initial(panel: Callable[..., Panel]) -> None:
    website = panel().socials[1]

    assert (website.icon, website.initial) == ("", "W")


def test_headings_come_from_the_catalogue_when_staff_wrote_none(panel: Callable[..., Panel]) -> None:
    assert (panel().heading, panel().social_heading) == ("Stay in Touch With Us", "Follow us on social")


def test_headings_of_staff_win(panel: Callable[..., Panel]) -> None:
    shown = panel(organisation=Organisation("Office", "ZW", "Africa/Harare", "Talk to us", "Elsewhere"))

    assert (shown.heading, shown.social_heading) == ("Talk to us", "Elsewhere")


def test_an_organisation_without_any_contact_still_has_a_panel(make_edition: MakeEdition, speech: Speech) -> None:
    full = make_edition()
    bare = replace(full, contact=replace(full.contact, phones=(), mails=(), addresses=(), socials=()))

    shown = derive_panel(bare, MONDAY_NOON, CAPTIVE, speech)

    assert (shown.rows, shown.socials) == ((), ())


def test_the_card_shows_the_code_of_the_contact(make_edition: MakeEdition, speech: Speech) -> None:
    edition = make_edition()

    assert derive_panel(edition, MONDAY_NOON, CAPTIVE, speech).card.code == edition.contact.card.code


def test_without_hours_nothing_is_said_about_them(panel: Callable[..., Panel]) -> None:
    assert panel(hours=None).open_line is None


@pytest.mark.parametrize(
    ("kept", "parts"),
    [
        pytest.param(hours((SPAN,)), ("Open now", "closes 17:00"), id="open"),
        pytest.param(hours((Span(720, 26 * 60),)), ("Open now", "closes 02:00"), id="into the night"),
        pytest.param(hours((Span(0, 1440),), (SPAN,)), ("Open now", "closes 00:00"), id="until midnight"),
        pytest.param(hours((Span(480, 36 * 60),)), ("Open now", "closes Tuesday 12:00"), id="for exactly a day"),
        pytest.param(
            hours(*((Span(0, 1440),),) * 4, (SPAN,)),
            ("Open now", "closes Friday 00:00"),
            id="for days",
        ),
        pytest.param(
            hours(*((Span(0, 1440),),) * 7, exceptions=closed_days(date(2026, 12, 1), 1)),
            ("Open now", "closes 2026-12-01 00:00"),
            id="for more than a week",
        ),
        pytest.param(hours(*((Span(0, 1440),),) * 7), ("Open now",), id="always"),
    ],
)
def test_an_open_office_says_until_when(
    line: Callable[[Hours, datetime], OpenLine | None], kept: Hours, parts: tuple[str, ...]
) -> None:
    assert line(kept, MONDAY_NOON) == OpenLine(parts, is_open=True)


@pytest.mark.parametrize(
    ("kept", "parts"),
    [
        pytest.param(hours((Span(780, 1020),)), ("Closed", "opens 13:00"), id="today"),
        pytest.param(hours((), (SPAN,)), ("Closed", "opens Tuesday 08:00"), id="tomorrow"),
        pytest.param(hours((), (), (), (), (), (), (SPAN,)), ("Closed", "opens Sunday 08:00"), id="in six days"),
        pytest.param(hours((Span(480, 600),)), ("Closed", "opens 2026-11-30 08:00"), id="today in a week"),
        pytest.param(hours(), ("Closed",), id="not in sight"),
        pytest.param(
            hours(*((SPAN,),) * 7, exceptions=closed_days(date(2026, 11, 23), 1)),
            ("Closed", "Holidays", "opens Tuesday 08:00"),
            id="with a reason",
        ),
        pytest.param(
            hours(*((SPAN,),) * 7, exceptions=closed_days(date(2026, 11, 23), 20)),
            ("Closed", "Holidays"),
            id="for weeks, with a reason",
        ),
    ],
)
def test_a_closed_office_says_when_it_opens(
    line: Callable[[Hours, datetime], OpenLine | None], kept: Hours, parts: tuple[str, ...]
) -> None:
    assert line(kept, MONDAY_NOON) == OpenLine(parts, is_open=False)
