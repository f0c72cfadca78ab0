import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

import pytest
from msgspec.structs import astuple, replace

from kiosk.display.page.derive import derive_holding, derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.page import NoticePage
from kiosk.display.page.sheet import sheet_keys
from kiosk.display.page.speech import Speech
from kiosk.display.visitor.choices import TEXT_SCALES, Choices
from kiosk.edition.model import Edition, Notice, Organisation
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.edition.value import Value

NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""Noon in Harare."""
MOMENT = Moment(NOON)

MakeEdition = Callable[..., Edition]


def test_the_same_edition_moment_and_choices_give_the_same_page(make_edition: MakeEdition, speech: Speech) -> None:
    first, second = (derive_page(make_edition(), MOMENT, Choices(), speech) for _ in range(2))

    assert first == second


def test_the_clock_is_the_offices(make_edition: MakeEdition, speech: Speech) -> None:
    office = Organisation("Office", "JP", "Asia/Tokyo")

    assert derive_page(make_edition(organisation=office), MOMENT, Choices(), speech).bar.clock == "19:00"


def test_opening_hours_follow_the_offices_day(make_edition: MakeEdition, speech: Speech) -> None:
    sunday_night = Moment(datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    office = Organisation("Office", "JP", "Asia/Tokyo")

    page = derive_page(make_edition(organisation=office), sunday_night, Choices(), speech)

    assert page.panel.open_line is not None
    assert page.panel.open_line.parts == ("Open now", "closes 17:00")


def test_the_window_is_named_for_the_organisation(make_edition: MakeEdition, speech: Speech) -> None:
    assert derive_page(make_edition(), MOMENT, Choices(), speech).window_title == "Haig Park Office"


def test_the_contact_panel_stays_beside_a_notice(make_edition: MakeEdition, speech: Speech) -> None:
    calm = derive_page(make_edition(), MOMENT, Choices(), speech)
    edition = make_edition(notice=Notice("Closed", "Water works.", NOON + timedelta(hours=1)))

    page = derive_page(edition, MOMENT, Choices(), speech)

    assert isinstance(page.reading, NoticePage)
    assert page.panel == calm.panel


@pytest.mark.parametrize(
    ("theme", "dark", "palette"),
    [
        ("light", False, LIGHT),
        ("light", True, LIGHT),
        ("dark", False, DARK),
        ("dark", True, DARK),
        ("auto", False, LIGHT),
        ("auto", True, DARK),
    ],
)
def test_the_theme_decides_on_the_colours(
    make_edition: MakeEdition, speech: Speech, theme: Literal["light", "dark", "auto"], palette: object, *, dark: bool
) -> None:
    edition = make_edition(look=replace(make_edition().look, theme=theme))

    assert derive_page(edition, Moment(NOON, dark=dark), Choices(), speech).palette is palette


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_high_contrast_wins_over_every_theme(
    make_edition: MakeEdition, speech: Speech, theme: Literal["light", "dark", "auto"]
) -> None:
    edition = make_edition(look=replace(make_edition().look, theme=theme))

    assert derive_page(edition, MOMENT, Choices(high_contrast=True), speech).palette is CONTRAST


def test_the_language_button_hides_where_there_is_one_language(make_edition: MakeEdition, speech: Speech) -> None:
    assert derive_page(make_edition(languages=("en",)), MOMENT, Choices(), speech).bar.language is None


def test_the_language_button_shows_the_language_in_its_own_name(make_edition: MakeEdition, speech: Speech) -> None:
    button = derive_page(make_edition(languages=("en", "fr")), MOMENT, Choices(), speech).bar.language

    assert button is not None
    assert (button.text, button.name) == ("English", "Language")


@pytest.mark.parametrize(
    ("scale", "smaller", "larger"),
    [
        (TEXT_SCALES[0], "The text has reached its limit.", "Changes the size of all text."),
        (1.0, "Changes the size of all text.", "Changes the size of all text."),
        (TEXT_SCALES[-1], "Changes the size of all text.", "The text has reached its limit."),
    ],
)
def test_the_text_buttons_tell_when_they_are_at_their_limit(
    make_edition: MakeEdition, speech: Speech, scale: float, smaller: str, larger: str
) -> None:
    bar = derive_page(make_edition(), MOMENT, Choices(text_scale=scale), speech).bar

    assert (bar.smaller.description, bar.larger.description) == (smaller, larger)


@pytest.mark.parametrize(("visitors", "shown"), [(0.85, 1.105), (1.0, 1.3), (1.45, 1.75)])
def test_text_that_starts_larger_grows_with_the_visitors_choice_and_never_beyond_the_layout(
    make_edition: MakeEdition, speech: Speech, visitors: float, shown: float
) -> None:
    page = derive_page(make_edition(), Moment(NOON, type_scale=1.3), Choices(text_scale=visitors), speech)

    assert page.text_scale == pytest.approx(shown)


def test_the_text_buttons_tell_the_limit_of_a_screen_that_starts_larger(
    make_edition: MakeEdition, speech: Speech
) -> None:
    bar = derive_page(make_edition(), Moment(NOON, type_scale=1.75), Choices(), speech).bar

    assert (bar.smaller.description, bar.larger.description) == (
        "Changes the size of all text.",
        "The text has reached its limit.",
    )


def test_only_within_low_reach_do_buttons_turn_the_articles_pages(make_edition: MakeEdition, speech: Speech) -> None:
    usual, low = (derive_page(make_edition(), MOMENT, Choices(low_reach=on), speech) for on in (False, True))

    assert (usual.footer.back, usual.footer.on) == (None, None)
    assert [button.name for button in (low.footer.back, low.footer.on) if button] == ["Page up", "Page down"]
    assert replace(low.footer, back=None, on=None) == usual.footer


def test_a_sheet_whose_key_is_gone_after_a_reload_is_closed(make_edition: MakeEdition, speech: Speech) -> None:
    full = make_edition()
    fewer = make_edition(contact=replace(full.contact, phones=full.contact.phones[:1]))
    open_sheet = Choices(sheet="phone:1")

    assert derive_page(full, MOMENT, open_sheet, speech).sheet is not None
    assert derive_page(fewer, MOMENT, open_sheet, speech).sheet is None


def test_the_holding_card_asks_for_patience(speech: Speech) -> None:
    card = derive_holding(LIGHT, NOON, speech)

    assert (card.title, card.text, card.clock) == (
        "We will be right back",
        "Please ask at the desk in the meantime.",
        "10:00",
    )


@pytest.mark.parametrize("choices", [Choices(), Choices(article=1)], ids=["first article", "second article"])
def test_every_word_that_staff_did_not_write_comes_from_the_catalogue(
    make_edition: MakeEdition, choices: Choices
) -> None:
    edition, speech = make_edition(languages=("en", "fr")), SecretSpeech()
    sheets = sheet_keys(edition, choices, speech)

    pages = [derive_page(edition, MOMENT, replace(choices, sheet=sheet), speech) for sheet in ("", *sheets)]

    assert _words(tuple(pages)) - _words(edition) - KEYS == set()


KEYS = {"phone", "mail", "address", "social", "vcard", "link", "source", "next", "close", "envelope", "location", "dot"}
"""Words of keys and icons, which nobody sees."""


class SecretSpeech:
    """Blots every letter out, so that what stays readable did not come from the catalogue."""

    language, name, right_to_left = "xx", "**", False

    def say(self, text: str) -> str:
        return re.sub(r"\w(?![^{]*})", "*", text)

    def count(self, one: str, many: str, number: int) -> str:
        return self.say(one if number == 1 else many).format(number="**")

    def day(self, day: date) -> str:
        return self.say(f"{day:%d %B %Y}")

    def weekday(self, day: date) -> str:
        return self.say(f"{day:%A}")

    def clock(self, time: time) -> str:
        return f"{time:%H:%M}"

    def typed(self, text: str) -> str:
        return text


def _words(value: object) -> set[str]:
    return {word for text in _texts(value) for word in re.findall(r"[A-Za-z]{3,}", text)}


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from _texts(part)
        case Value():
            yield from _texts(astuple(value))
        case _:
            return
