import pytest

from kiosk.prepare.web.page import NoArticle, Page
from kiosk.prepare.web.read import read_page

URL = "https://paper.example/news"
TEXT = "The ferry has carried walkers and bicycles across the estuary for sixty years, and nobody can imagine it gone. "
TEASER = '<article><h2><a href="/{0}">Another headline about the ferry, number {0}</a></h2><p>Number {0}: the county said on Monday that everything will stay as it is.</p></article>'
FREE = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry", "isAccessibleForFree": {0}}}</script>'


def what(html: str) -> str:
    found = read_page(f"<html><head><title>Ferry fares to double</title></head><body>{html}</body></html>", URL)
    return found.what if isinstance(found, NoArticle) else ""


def story(count: int) -> str:
    return "<h1>Ferry fares to double</h1>" + "".join(f"<p>{number}. {TEXT}</p>" for number in range(count))


def test_a_home_page_is_a_list() -> None:
    assert what("".join(TEASER.format(number) for number in range(30))) == "is a list of articles, not one of them"


def test_an_article_above_many_others_is_none() -> None:
    assert what(f"<article>{story(4)}</article>" + "".join(TEASER.format(number) for number in range(30))) == ""


@pytest.mark.parametrize("is_free", ["false", '"False"', '"no"'])
def test_a_beginning_that_costs_money_to_end_is_a_stub(is_free: str) -> None:
    assert what(FREE.format(is_free) + story(3)) == "shows only the beginning to those who do not pay"


def test_an_article_that_costs_money_and_is_there_is_an_article() -> None:
    assert what(FREE.format("false") + story(20)) == ""
    assert what(FREE.format("true") + story(3)) == ""


def test_a_page_with_a_password_to_enter_and_little_else_asks_to_log_in() -> None:
    assert what("<form><input name=user><input type=password></form><p>Welcome back.</p>") == "asks to log in"


def test_a_form_to_log_in_beside_an_article_does_not_matter() -> None:
    assert what(f"<form><input type=password></form><article>{story(4)}</article>") == ""


def test_a_page_that_scripts_make_says_so() -> None:
    assert what("<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>").startswith(
        "is made by scripts"
    )


def test_an_article_that_is_declared_may_stand_among_headlines() -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2026-05-04"}</script>'
    links = "".join(
        f'<li><a href="/{number}">Another headline about the ferry {number}</a></li>' for number in range(6)
    )
    found = read_page(
        f"<title>Ferry</title>{declared}<article><h1>Ferry</h1><p>1. {TEXT}</p><ul>{links}</ul><p>2. {TEXT}</p></article>",
        URL,
    )

    assert isinstance(found, Page)
