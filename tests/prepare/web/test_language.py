import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.facts import facts_of
from kiosk.prepare.web.language import language_of


@pytest.mark.parametrize(
    ("html", "tag"),
    [
        ('<html lang="pt-br"><p>x</p>', "pt-BR"),
        ('<html xml:lang="fr"><p>x</p>', "fr"),
        ('<html lang=""><meta property="og:locale" content="es_MX"><p>x</p>', "es-MX"),
        ('<html lang="english"><meta http-equiv="Content-Language" content="en-gb, en"><p>x</p>', "en-GB"),
        ('<script type="application/ld+json">{"@type": "Article", "inLanguage": "sw"}</script><p>x</p>', "sw"),
        ('<html lang="zh-hans-cn"><p>x</p>', "zh-Hans-CN"),
        ("<p>x</p>", ""),
    ],
)
def test_the_language_is_what_the_page_says_first(html: str, tag: str) -> None:
    tree = parse_html(html)

    assert not isinstance(tree, TooIntricate)
    assert language_of(facts_of(tree, "https://paper.example/")) == tag
