import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.json_ld import Thing, articles_among, text_at, things_of

ARTICLE = '{"@type": "NewsArticle", "headline": "Ferry"}'


def things(json: str) -> tuple[Thing, ...]:
    tree = parse_html(f'<script type="application/ld+json">{json}</script><p>x</p>')
    assert not isinstance(tree, TooIntricate)
    return things_of(tree)


@pytest.mark.parametrize(
    "json",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        '{"@type": ["Thing", "https://schema.org/NewsArticle"], "headline": "Ferry"}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"{ARTICLE};",
        '{"@type": "NewsArticle", "headline": "Ferry",}',
        '{"@type": "NewsArticle", "description": "two\nlines", "headline": "Ferry"}',
    ],
)
def test_the_article_is_found_wherever_and_however_it_stands(json: str) -> None:
    assert [text_at(article, "headline") for article in articles_among(things(json))] == ["Ferry"]


@pytest.mark.parametrize(
    "json", ["", "{", "null", "12", '"text"', "{'@type': 'NewsArticle'}", "[" * 100_000 + "]" * 100_000]
)
def test_what_cannot_be_read_is_left_out(json: str) -> None:
    assert articles_among(things(json)) == ()


def test_one_broken_script_does_not_hide_the_next() -> None:
    tree = parse_html(
        f'<script type="application/ld+json">{{</script><script type="application/ld+json">{ARTICLE}</script>'
    )

    assert not isinstance(tree, TooIntricate)
    assert len(articles_among(things_of(tree))) == 1


def test_not_more_is_read_than_a_page_needs() -> None:
    assert len(things("[" + ",".join([ARTICLE] * 50_000) + "]")) == 0
    assert len(things("[" + ",".join([ARTICLE] * 5_000) + "]")) < 5_000


def test_entities_in_a_text_are_read() -> None:
    assert text_at({"name": {"@value": "Fish &amp; chips"}}, "headline", "name") == "Fish & chips"
