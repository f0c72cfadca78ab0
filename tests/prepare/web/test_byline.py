# ruff: noqa: RUF001  # by-lines are written as in their languages

import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.byline import author_of, people_in, publisher_of
from kiosk.prepare.web.facts import Facts, facts_of


def facts(html: str) -> Facts:
    tree = parse_html(html)
    assert not isinstance(tree, TooIntricate)
    return facts_of(tree, "https://paper.example/news/ferry")


def article(json: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {json}}}</script>'


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ruth Amadi", "Ruth Amadi"), ("Par Ruth Amadi", "Ruth Amadi"), ("Von Ruth Amadi", "Ruth Amadi"),
        ("Por Ruth Amadi", "Ruth Amadi"), ("بقلم ليلى حسن", "ليلى حسن"), ("Автор: Рут Амади", "Рут Амади"),
        ("作者：陆小禾", "陆小禾"), ("Na Amina Kombo", "Amina Kombo"), (", par Ruth Amadi", "Ruth Amadi"),
        ("By Ruth Amadi | 4 May 2026", "Ruth Amadi"), ("By Ruth Amadi, 4 May 2026", "Ruth Amadi"),
        ("Written by Ruth Amadi", "Ruth Amadi"), ("Byron Amadi", "Byron Amadi"), ("Vonda Amadi", "Vonda Amadi"),
    ],
)  # fmt: skip  # pairs, not a column
def test_a_name_stands_without_what_is_before_and_behind_it(line: str, name: str) -> None:
    assert people_in(line) == [name]


@pytest.mark.parametrize(
    "line", ["https://facebook.com/paper", "admin", "paper@paper.example", "", " - ", "12:30", "x" * 200]
)
def test_what_is_no_person_is_no_author(line: str) -> None:
    assert people_in(line) == []


def test_several_authors_are_joined_in_their_order() -> None:
    json = '"author": [{"@type": "Person", "name": "Ruth Amadi"}, {"name": "Tom Hesketh"}]'

    assert author_of(facts(article(json))) == "Ruth Amadi, Tom Hesketh"


def test_an_author_may_be_described_elsewhere_in_the_graph() -> None:
    graph = """{"@graph": [{"@type": "Article", "headline": "x", "author": {"@id": "#ruth"}},
        {"@type": "Person", "@id": "#ruth", "name": "Ruth Amadi"}]}"""

    assert author_of(facts(f'<script type="application/ld+json">{graph}</script>')) == "Ruth Amadi"


def test_json_ld_is_trusted_before_meta_and_meta_before_the_page() -> None:
    shown = '<p class="byline">By Somebody Else</p>'
    meta = '<meta name="author" content="Tom Hesketh">'

    assert author_of(facts(article('"author": "Ruth Amadi"') + meta + shown)) == "Ruth Amadi"
    assert author_of(facts(meta + shown)) == "Tom Hesketh"
    assert author_of(facts(shown)) == "Somebody Else"


def test_an_address_in_place_of_a_name_makes_way_for_the_next_source() -> None:
    html = (
        '<meta property="article:author" content="https://facebook.com/ruth"><a rel="author" href="/r">Ruth Amadi</a>'
    )

    assert author_of(facts(html)) == "Ruth Amadi"


def test_the_publisher_is_no_author_beside_itself() -> None:
    html = '<meta name="author" content="The Paper"><meta property="og:site_name" content="The Paper">'

    assert author_of(facts(html)) == ""


def test_the_publisher_is_taken_from_json_ld_then_from_the_sites_name() -> None:
    site = '<meta property="og:site_name" content="The Paper online">'

    assert publisher_of(facts(article('"publisher": {"name": "The Paper"}') + site)) == "The Paper"
    assert publisher_of(facts(site)) == "The Paper online"


def test_the_publisher_may_stand_beside_the_title_alone() -> None:
    html = "<title>Ferry fares to double • The Paper</title><h1>Ferry fares to double</h1>"

    assert publisher_of(facts(html)) == "The Paper"
