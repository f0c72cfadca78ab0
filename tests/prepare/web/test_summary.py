import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.facts import facts_of
from kiosk.prepare.web.summary import summary_of


@pytest.mark.parametrize(
    ("head", "summary"),
    [
        (
            '<meta property="og:description" content="Fish &amp;amp; chips"><meta name="description" content="Other">',
            "Fish & chips",
        ),
        ('<meta name="description" content="For all">', "For all"),
        ('<script type="application/ld+json">{"@type": "Article", "description": "For all"}</script>', "For all"),
        (f'<meta property="og:description" content="{"x" * 700}"><meta name="description" content="Short">', "Short"),
        (
            '<meta property="og:description" content="&lt;p&gt;Markup"><meta name="description" content="Plain">',
            "Plain",
        ),
        ("", ""),
    ],
)
def test_the_summary_is_what_the_page_says_in_short(head: str, summary: str) -> None:
    tree = parse_html(head + "<p>x</p>")

    assert not isinstance(tree, TooIntricate)
    assert summary_of(facts_of(tree, "https://paper.example/")) == summary
