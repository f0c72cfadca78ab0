# ruff: noqa: RUF001  # texts are written as people write them

import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.facts import facts_of
from kiosk.prepare.web.title import title_of

URL = "https://paper.example/news/ferry"


def title(html: str, publisher: str = "") -> str:
    tree = parse_html(html)
    assert not isinstance(tree, TooIntricate)
    return title_of(facts_of(tree, URL), publisher)


@pytest.mark.parametrize(
    "name",
    ["Ferry fares to double - The Paper", "Ferry fares to double | The Paper", "The Paper: Ferry fares to double",
     "Ferry fares to double – The Paper", "Ferry fares to double « The Paper"],
)  # fmt: skip  # one kind after the other
def test_the_name_of_the_site_is_cut_off_where_a_heading_has_the_title_alone(name: str) -> None:
    assert title(f"<title>{name}</title><h1>Ferry fares to double</h1>") == "Ferry fares to double"


def test_the_publishers_name_is_cut_off_without_a_heading_too() -> None:
    html = '<meta property="og:title" content="Ferry fares to double - The Paper"><p>Text</p>'

    assert title(html, "The Paper") == "Ferry fares to double"


def test_a_dash_of_the_title_itself_stays() -> None:
    html = '<meta property="og:title" content="Ferry fares - who pays?"><h1>Ferry fares - who pays?</h1>'

    assert title(html, "The Paper") == "Ferry fares - who pays?"


def test_the_name_of_the_site_is_no_title() -> None:
    html = '<title>The Paper</title><h1><a href="/">The Paper</a></h1><h2 class="entry-title">Ferry fares</h2>'

    assert title(html, "The Paper") == "Ferry fares"


def test_what_the_page_shows_is_trusted_more_than_what_it_says_to_machines_alone() -> None:
    html = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "10 things about ferries"}</script>
        <meta property="og:title" content="Ferry fares to double"><h1>Ferry fares to double</h1>"""

    assert title(html) == "Ferry fares to double"


def test_entities_are_read_once_and_line_breaks_are_spaces() -> None:
    html = '<meta property="og:title" content="Fish &amp;amp; chips"><h1>Fish &amp; chips<br>for all</h1>'

    assert title(html) in {"Fish & chips for all", "Fish & chips"}


def test_a_page_without_any_has_none() -> None:
    assert title("<p>Text</p>") == ""
