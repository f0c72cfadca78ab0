"""The articles that we ship: they are the first that staff see and copy."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.edition.model import Article, Figure, Heading, Listing, Paragraph, Quote, Table
from kiosk.prepare.article.read import ReadArticle, read_article
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.problem import Place

RESOURCES = Path(__file__).parents[3] / "resources"


def sample(name: str) -> ReadArticle:
    return read_article(ArticleSource(RESOURCES / "articles" / name, Place(RESOURCES / "contact.toml", 1, 1)))


def sample_article(name: str) -> Article:
    article = sample(name).article
    assert article is not None
    return article


@pytest.mark.parametrize("name", ["border.md", "kiosk.md"])
def test_a_sample_has_no_problem(name: str) -> None:
    assert sample(name).problems == ()


def test_the_featured_article_is_the_one_of_the_first_screen() -> None:
    article = sample_article("border.md")

    assert article.title == "Kyiv plans a stronger guard on its northern border after the Minsk talks"
    assert (article.publisher, article.published, article.reading_minutes) == (
        "Evening Standard",
        date(2022, 12, 20),
        3,
    )
    assert article.source is not None
    assert article.source.host == "www.standard.co.uk"


def test_the_featured_article_begins_with_words() -> None:
    first = sample_article("border.md").blocks[0]

    assert isinstance(first, Paragraph)
    assert first.runs[0].text.startswith("Ukraine is preparing to reinforce its frontier with Belarus")


def test_the_article_about_the_kiosk_shows_what_an_article_may_hold() -> None:
    article = sample_article("kiosk.md")

    assert {type(block) for block in article.blocks} == {Paragraph, Heading, Listing, Quote, Table}
    assert (isinstance(article.picture, Figure), len(article.links)) == (True, 1)
