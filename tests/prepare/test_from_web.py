"""Articles of sources in the world: what is kept of them is shown, and for how long."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.edition.digest import sha256
from kiosk.edition.model import Article, Block, Figure, Paragraph, Picture, Run
from kiosk.edition.web_source import WebSource, articles_file
from kiosk.prepare.article.source import WebArticles
from kiosk.prepare.found import Found, OfficeTime
from kiosk.prepare.from_web import articles_from_web
from kiosk.prepare.kept import Kept, KeptArticle, Shelf, keep
from kiosk.prepare.network.url import Target
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.problem import Place
from tests.edition.turns import wall

NOW = OfficeTime(datetime(2026, 12, 1, 12, tzinfo=UTC), ZoneInfo("Africa/Harare"))
CONTENT = b"a picture"
PICTURE = PreparedPicture(Picture(f"{sha256(CONTENT)}.jpg", 40, 30), CONTENT)
GONE = Picture(f"{'0' * 64}.jpg", 40, 30)


def article(title: str, *pictures: Picture, kicker: str = "") -> Article:
    lead = Figure(pictures[0]) if pictures else None
    blocks: tuple[Block, ...] = (Paragraph((Run("Text"),)), *(Figure(picture) for picture in pictures[1:]))
    return Article(title, blocks, kicker=kicker, picture=lead)


def kept(state: Path, source: WebSource, *articles: Article, dated: datetime = NOW.now) -> None:
    """Keep them, each a day older than the one before."""
    ages = range(len(articles))
    keep(
        state,
        Kept(source, tuple(KeptArticle(str(age), articles[age], dated - timedelta(days=age)) for age in ages)),
    )


def found(state: Path, source: WebSource, kicker: str = "") -> Found:
    target = Target("https", "paper.example", 443, "/feed")
    return articles_from_web(WebArticles(source, target, Place(Path("contact.toml"), 7, 10), kicker), state, NOW)


def titles(brought: Found) -> list[str]:
    return [lasting.article.title for lasting in brought.articles]


def test_what_is_kept_is_shown_up_to_the_limit(tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed", limit=2)
    kept(tmp_path, source, article("One"), article("Two"), article("Three"))

    brought = found(tmp_path, source)

    assert titles(brought) == ["One", "Two"]
    assert [lasting.until for lasting in brought.articles] == [None, None]
    assert brought.problems == ()


def test_a_source_that_has_nothing_yet_is_watched_and_no_problem(tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed")

    assert found(tmp_path, source) == Found(files=(articles_file(tmp_path, source),))


def test_each_goes_by_itself_when_it_is_too_old(tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed", max_age_days=1)
    kept(tmp_path, source, article("Now"), article("Yesterday"))

    brought = found(tmp_path, source)

    assert [(lasting.article.title, lasting.until) for lasting in brought.articles] == [
        ("Now", wall("2026-12-02 14:00"))
    ]


def test_a_date_beyond_all_calendars_is_no_end(tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed", max_age_days=3650)
    kept(tmp_path, source, article("Far"), dated=datetime(9999, 12, 31, 23, tzinfo=UTC))

    assert [lasting.until for lasting in found(tmp_path, source).articles] == [None]


@pytest.mark.parametrize(("ours", "shown"), [("", "Theirs"), ("World\u202e", "World")])
def test_the_kicker_of_contact_toml_counts_first(tmp_path: Path, ours: str, shown: str) -> None:
    source = WebSource("https://paper.example/feed")
    kept(tmp_path, source, article("One", kicker="Theirs"))

    assert [lasting.article.kicker for lasting in found(tmp_path, source, ours).articles] == [shown]


def test_pictures_come_with_their_articles(tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed")
    Shelf(tmp_path).put(PICTURE)
    kept(tmp_path, source, article("One", PICTURE.picture, PICTURE.picture))

    brought = found(tmp_path, source)

    assert brought.pictures == (PICTURE,)
    assert brought.articles[0].article == article("One", PICTURE.picture, PICTURE.picture)


def test_an_article_is_shown_without_the_pictures_that_are_gone(tmp_path: Path) -> None:
    source = WebSource("https://paper.example/feed")
    Shelf(tmp_path).put(PICTURE)
    kept(tmp_path, source, article("One", GONE, PICTURE.picture, GONE))

    brought = found(tmp_path, source)

    shown = brought.articles[0].article
    assert shown.picture is None
    assert shown.blocks == (Paragraph((Run("Text"),)), Figure(PICTURE.picture))
    assert brought.pictures == (PICTURE,)
