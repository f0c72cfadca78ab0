"""What a saved page of a site loses, and that a page of somebody's own loses nothing.

The pages of `tests/prepare/web/pages` stand for saved ones. One has its text in a script and one its encoding in a header:
as files, nobody could read them.
"""

from collections.abc import Callable
from functools import cache
from statistics import mean

import pytest

from kiosk.edition.model import Article, Code, Heading, Paragraph
from kiosk.prepare.article.runs import plain, text_of
from kiosk.prepare.article.saved import Saved
from kiosk.prepare.article.web_file import read_web_file
from kiosk.prepare.html.blocks import html_blocks
from tests.prepare.web.measure import levelled, words
from tests.prepare.web.test_quality import EveryCompanion
from tests.prepare.web.truth import PAGES, names_of_pages, truth_of

ArticleOf = Callable[..., Article]
LONG = "word " * 60
SITE = "<nav><a href=/>Home</a></nav>"

OWN_PAGES = {
    "Word": (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta name=Generator content='Microsoft Word 15'>"
        "</head><body lang=EN-GB><div class=WordSection1><p class=MsoTitle>T</p><p class=MsoNormal>sidebar</p>"
        "<div class=menu><p class=MsoListParagraph>menu</p></div><p class=MsoFooter>footer</p></div>"
    ),
    "LibreOffice": (
        "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.0 Transitional//EN'><meta name=generator content='LibreOffice 7.4'>"
        "<body><div title=header><p>header</p></div><h1 class=western>T</h1><p class=share>share</p>"
        "<table><tr><td><p>cell</p></td></tr></table><div title=footer><p>footer</p></div>"
    ),
    "Google Docs": (
        "<head><style>.c1{color:#000}</style></head><body class='c3 doc-content'><p class='c1 title' id=h.x><span>first</span>"
        "</p><h1 class=c2><span>T</span></h1><p class=c1><span>related</span></p><div><p class=c4><span>footer</span></p></div>"
    ),
    "by hand": (
        "<header><h1>T</h1><p>header</p></header><p>text</p><aside>aside <a href='https://a.example/'>a</a></aside>"
        "<article>one</article><article>two</article><footer>Write to <a href='mailto:a@b.example'>us</a></footer>"
    ),
}


@pytest.mark.parametrize("html", OWN_PAGES.values(), ids=OWN_PAGES)
def test_a_page_of_somebodys_own_loses_nothing(article: ArticleOf, html: str) -> None:
    shown = article(html, "our_day.html")

    body = html.partition("</head>")[2] or html
    all_words = words(" ".join(_texts_between_tags(body)))
    assert shown.title == "T"
    assert all_words - words("T") == words(text_of(shown.blocks))


def _texts_between_tags(html: str) -> list[str]:
    return [part.rpartition(">")[2] for part in html.split("<")]


@pytest.mark.parametrize(
    "around",
    [
        "<header>no</header>", "<footer>no</footer>", "<aside>no</aside>", "<div role=banner>no</div>",
        "<div role=contentinfo>no</div>", "<div role=complementary>no</div>", "<div role=search>no</div>",
        "<ul role=navigation><li>no</ul>", "<button>no</button>", "<div hidden>no</div>",
    ],
)  # fmt: skip  # a row
def test_what_a_site_marks_as_its_own_is_left_out(article: ArticleOf, around: str) -> None:
    shown = article(f"{SITE}{around}<h1>T</h1><div>{LONG}</div><div class=sidebar>yes</div>", "a.html")

    assert [plain(block.runs) for block in shown.blocks if isinstance(block, Paragraph)] == [LONG.strip(), "yes"]


@pytest.mark.parametrize("inner", ["header", "footer", "aside"])
def test_what_belongs_to_the_article_stays(article: ArticleOf, inner: str) -> None:
    shown = article(f"{SITE}<article><h1>T</h1><p>{LONG}<{inner}><p>yes</{inner}></article><p>no", "a.html")

    assert text_of(shown.blocks).split() == [*LONG.split(), "yes"]


def test_a_header_that_holds_the_article_stays(article: ArticleOf) -> None:
    shown = article(f"{SITE}<header><main><h1>T</h1><p>{LONG}</main></header>", "a.html")

    assert text_of(shown.blocks).split() == LONG.split()


def test_short_articles_beside_a_long_one_lead_to_further_pages(article: ArticleOf) -> None:
    shown = article(f"{SITE}<article><h1>T</h1><p>{LONG}</article><article><h2>No</h2><p>no</article>", "a.html")

    assert not any(isinstance(block, Heading) for block in shown.blocks)


def test_articles_of_one_length_are_all_shown(article: ArticleOf) -> None:
    shown = article(f"{SITE}<h1>T</h1><article>{LONG}</article><article>{LONG}</article>", "a.html")

    assert text_of(shown.blocks).split() == LONG.split() * 2


def test_the_title_is_the_articles_and_not_the_sites(article: ArticleOf) -> None:
    html = f"<meta property=og:title content='Our day'><h1>The Paper</h1><h2>Our day</h2><p>{LONG}"

    assert article(html, "a.html").title == "Our day"


@pytest.mark.parametrize(
    ("by_line", "stays"),
    [
        ("<p>By Ama Moyo and Tom Banda", []),
        ("<div><div>Ama Moyo, Tom Banda</div></div>", []),
        ("<p>By Ama Moyo", ["By", "Ama", "Moyo"]),
        (
            "<p>Ama Moyo and Tom Banda went out to sea",
            ["Ama", "Moyo", "and", "Tom", "Banda", "went", "out", "to", "sea"],
        ),
    ],
)
def test_the_by_line_is_not_said_a_second_time(article: ArticleOf, by_line: str, stays: list[str]) -> None:
    page = f"<meta name=author content='Ama Moyo'><meta name=author content='Tom Banda'>{SITE}<h1>T</h1>{by_line}"

    shown = article(f"{page}<p>{LONG}<p>Ama Moyo, Tom Banda", "a.html")

    assert shown.author == "Ama Moyo, Tom Banda"
    assert text_of(shown.blocks).split() == [*stays, *LONG.split(), "Ama", "Moyo,", "Tom", "Banda"]


@cache
def _saved_pages() -> tuple[tuple[str, Saved, str], ...]:
    read = ((name, read_web_file(PAGES / f"{name}.html")) for name in names_of_pages())
    found = ((name, saved) for name, saved in read if isinstance(saved, Saved) and name != "es-spa")
    return tuple((name, saved, _shown(saved)) for name, saved in found)


def _shown(saved: Saved) -> str:
    blocks = html_blocks(saved.html, EveryCompanion()).blocks
    return "\n".join((text_of(blocks), *(block.text for block in blocks if isinstance(block, Code))))


def test_pages_of_the_world_lose_nothing_that_must_be_there() -> None:
    """What AMP keeps for a gallery that opens on a touch is hidden in the page, for us too."""
    shown = {name: levelled(f"{saved.given.title} {text}") for name, saved, text in _saved_pages()}
    lost = {name: [words for words in truth_of(name).must_have if words not in shown[name]] for name in shown}

    assert len(shown) == len(names_of_pages()) - 2
    assert [name for name, snippets in lost.items() if snippets] == ["en-amp"]


def test_titles_and_dates_of_saved_pages_are_right() -> None:
    titles = mean(levelled(saved.given.title) == levelled(truth_of(name).title) for name, saved, _ in _saved_pages())
    dates = mean(_day(saved) == truth_of(name).date for name, saved, _ in _saved_pages())

    assert titles >= 0.98
    assert dates >= 0.7


def _day(saved: Saved) -> str:
    return saved.given.published.isoformat() if saved.given.published else ""
