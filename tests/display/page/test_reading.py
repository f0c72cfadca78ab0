from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from kiosk.display.page.page import ArticlePage, Footer, NoArticlePage, NoticePage, Onward
from kiosk.display.page.reading import chosen_article, derive_footer, derive_reading
from kiosk.display.page.speech import Speech
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Article, Edition, Notice, QrCode, Takeaway

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Africa/Harare"))
HOUR = timedelta(hours=1)
FIRST, SECOND = Choices(article=0), Choices(article=1)
PLAIN = Article("Plain", ())

MakeEdition = Callable[..., Edition]


def notice(until: datetime, since: datetime | None = None) -> Notice:
    return Notice("The office closes at noon", "Water works.", until, since)


@pytest.fixture
def article_page(make_edition: MakeEdition, speech: Speech) -> Callable[..., ArticlePage]:
    """Give a function that derives the page of one article with these fields."""

    def derived(**fields: object) -> ArticlePage:
        article = replace(PLAIN, **fields)
        page = derive_reading(make_edition(articles=(article,)), NOON, FIRST, speech)
        assert isinstance(page, ArticlePage)
        return page

    return derived


@pytest.fixture
def notice_page(make_edition: MakeEdition, speech: Speech) -> Callable[[Notice], NoticePage]:
    def derived(shown: Notice) -> NoticePage:
        page = derive_reading(make_edition(notice=shown), NOON, FIRST, speech)
        assert isinstance(page, NoticePage)
        return page

    return derived


def test_the_chosen_article_is_shown(make_edition: MakeEdition, speech: Speech) -> None:
    page = derive_reading(make_edition(), NOON, SECOND, speech)

    assert isinstance(page, ArticlePage)
    assert page.title == "Using this screen"


@pytest.mark.parametrize(("choice", "index"), [(0, 0), (1, 1), (2, 0), (7, 1)])
def test_a_choice_beyond_the_last_article_wraps_round(make_edition: MakeEdition, choice: int, index: int) -> None:
    edition = make_edition()

    assert chosen_article(edition, Choices(article=choice)) is edition.articles[index]


def test_without_articles_the_organisation_welcomes(make_edition: MakeEdition, speech: Speech) -> None:
    page = derive_reading(make_edition(articles=()), NOON, FIRST, speech)

    assert page == NoArticlePage("Haig Park Office", "We are glad that you are here.")


@pytest.mark.parametrize(
    ("fields", "by_line"),
    [
        pytest.param(
            {"publisher": "Journal", "author": "T. Moyo", "published": date(2022, 12, 20), "reading_minutes": 4},
            ("Journal", "T. Moyo", "2022-12-20", "4 min read"),
            id="everything",
        ),
        pytest.param({"author": "T. Moyo"}, ("T. Moyo", "1 min read"), id="an author alone"),
        pytest.param({}, ("1 min read",), id="nothing"),
    ],
)
def test_the_by_line_holds_what_is_known(
    article_page: Callable[..., ArticlePage], fields: dict[str, object], by_line: tuple[str, ...]
) -> None:
    assert article_page(**fields).by_line == by_line


@pytest.mark.parametrize(
    ("fields", "strong"),
    [({"publisher": "Journal"}, True), ({"author": "T. Moyo"}, True), ({"published": date(2022, 12, 20)}, False)],
)
def test_only_a_name_stands_out_in_the_by_line(
    article_page: Callable[..., ArticlePage], fields: dict[str, object], *, strong: bool
) -> None:
    assert article_page(**fields).strong_by_line is strong


def test_an_article_without_a_kicker_is_the_featured_one(article_page: Callable[..., ArticlePage]) -> None:
    assert article_page().kicker == "Featured article"


def test_a_kicker_of_staff_wins(article_page: Callable[..., ArticlePage]) -> None:
    assert article_page(kicker="Good to know").kicker == "Good to know"


@pytest.mark.parametrize(
    ("until", "since", "shown"),
    [
        pytest.param(NOON + HOUR, None, True, id="at once"),
        pytest.param(NOON + HOUR, NOON, True, id="begins now"),
        pytest.param(NOON + HOUR, NOON + HOUR / 60, False, id="begins in a minute"),
        pytest.param(NOON, None, False, id="ends now"),
        pytest.param(NOON - HOUR, NOON - 2 * HOUR, False, id="over"),
        pytest.param(datetime(2026, 11, 23, 10, 1, tzinfo=UTC), None, True, id="a minute left, told in UTC"),
        pytest.param(datetime(2026, 11, 23, 10, 0, tzinfo=UTC), None, False, id="over, told in UTC"),
    ],
)
def test_a_notice_takes_the_articles_place_while_it_lasts(
    make_edition: MakeEdition, speech: Speech, until: datetime, since: datetime | None, *, shown: bool
) -> None:
    edition = make_edition(notice=notice(until, since))

    assert isinstance(derive_reading(edition, NOON, FIRST, speech), NoticePage) is shown


@pytest.mark.parametrize(
    ("until", "says"),
    [
        pytest.param(NOON + HOUR, "Until today, 13:00", id="today"),
        pytest.param(NOON + 13 * HOUR, "Until 2026-11-24, 01:00", id="after midnight"),
        pytest.param(datetime(2026, 11, 23, 21, 30, tzinfo=UTC), "Until today, 23:30", id="today, told in UTC"),
        pytest.param(
            datetime(2026, 11, 23, 23, tzinfo=timezone(-HOUR)), "Until 2026-11-24, 02:00", id="tomorrow at the office"
        ),
    ],
)
def test_a_notice_says_by_the_offices_clock_until_when(
    notice_page: Callable[[Notice], NoticePage], until: datetime, says: str
) -> None:
    assert notice_page(notice(until)).until == says


@pytest.mark.parametrize("severity", ["info", "warning", "urgent"])
def test_a_notice_says_how_grave_it_is(
    notice_page: Callable[[Notice], NoticePage], severity: Literal["info", "warning", "urgent"]
) -> None:
    assert notice_page(replace(notice(NOON + HOUR), severity=severity)).severity == severity


def test_the_footer_tells_the_place_in_the_rotation_and_what_follows(make_edition: MakeEdition, speech: Speech) -> None:
    footer = derive_footer(make_edition(), NOON, FIRST, speech)

    assert footer.following is not None
    assert (footer.current, footer.count, footer.following.text) == (0, 2, "Next: Using this screen")


def test_after_the_last_article_comes_the_first(make_edition: MakeEdition, speech: Speech) -> None:
    footer = derive_footer(make_edition(), NOON, SECOND, speech)

    assert footer.following is not None
    assert footer.following.text == "Next: A stronger border"


def test_a_single_article_has_nothing_that_follows(make_edition: MakeEdition, speech: Speech) -> None:
    assert derive_footer(make_edition(articles=(PLAIN,)), NOON, FIRST, speech).following is None


def test_the_way_to_the_source_is_offered_where_there_is_one(make_edition: MakeEdition, speech: Speech) -> None:
    edition = make_edition()

    footers = [derive_footer(edition, NOON, choices, speech) for choices in (FIRST, SECOND)]

    assert [footer.source.text if footer.source else None for footer in footers] == ["Read at the source", None]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"articles": ()}, id="no article"),
        pytest.param({"notice": notice(NOON + HOUR)}, id="a notice"),
    ],
)
def test_there_is_no_rotation_beside(make_edition: MakeEdition, speech: Speech, changes: dict[str, object]) -> None:
    assert derive_footer(make_edition(**changes), NOON, FIRST, speech) == Footer(0, 0, None, None)


@pytest.fixture
def source() -> Takeaway:
    return Takeaway("https://www.example.org/story", "www.example.org", QrCode(1, ("1",)))


def test_an_article_that_is_cut_leads_on_to_its_source(
    article_page: Callable[..., ArticlePage], source: Takeaway
) -> None:
    assert article_page(is_cut=True, source=source).onward == Onward(
        "Only the beginning is shown here.", "Point your camera at the code to read on at the source.", source.code
    )


def test_a_cut_article_without_a_source_says_so_alone(article_page: Callable[..., ArticlePage]) -> None:
    assert article_page(is_cut=True).onward == Onward("Only the beginning is shown here.", "", None)


def test_a_whole_article_leads_nowhere(article_page: Callable[..., ArticlePage], source: Takeaway) -> None:
    assert article_page(source=source).onward is None
