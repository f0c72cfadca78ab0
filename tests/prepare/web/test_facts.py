from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.facts import Facts, facts_of


def facts(html: str) -> Facts:
    tree = parse_html(html + "<p>x</p>")
    assert not isinstance(tree, TooIntricate)
    return facts_of(tree, "https://paper.example/news/ferry")


def test_metas_are_found_by_any_of_their_names() -> None:
    found = facts(
        '<meta property="og:title" content="One"><meta name="DC.Title" content=" Two  words "><meta itemprop="a b" content="3">'
    )

    assert (found.meta("og:title"), found.meta("dc.title"), found.meta("b")) == ("One", "Two words", "3")
    assert found.meta("missing", "dc.title") == "Two words"
    assert found.meta("missing") == ""


def test_the_article_is_the_one_that_says_most() -> None:
    short = '{"@type": "Article", "headline": "Other"}'
    full = '{"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2026-05-04"}'

    assert (
        facts(f'<script type="application/ld+json">[{short}, {full}, {short}]</script>').article["headline"] == "Ferry"
    )


def test_addresses_are_relative_to_the_pages_base() -> None:
    assert facts("").absolute("../x") == "https://paper.example/x"
    assert facts('<base href="/en/">').absolute("x") == "https://paper.example/en/x"
    assert facts('<base href="file:///etc/">').absolute("x") == "https://paper.example/news/x"
    assert facts('<base href="http://[bad">').absolute("http://[bad") == ""
