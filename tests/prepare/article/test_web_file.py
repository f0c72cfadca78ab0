from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.edition.model import Article, Figure, Heading, Paragraph, Run
from kiosk.prepare.article.read import ReadArticle
from tests.prepare.article.word_documents import drawn

Read = Callable[..., ReadArticle]
ArticleOf = Callable[..., Article]
NAME = "our_day.html"
LONG = "word " * 60


def paragraphs(article: Article) -> list[str]:
    return ["".join(run.text for run in block.runs) for block in article.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        pytest.param("<title>A - Site</title><h1>B</h1><p>c", "B", id="the heading"),
        pytest.param("<h1></h1><h1>B</h1><p>c", "B", id="but not an empty one"),
        pytest.param("<title>A</title><p>c", "A", id="then the page's title"),
        pytest.param("<meta property=og:title content=A><title>A - S</title><p>c", "A", id="as it is shared, first"),
        pytest.param(
            "<meta property=og:site_name content=Site><title>A | Site</title><p>c", "A", id="without the site"
        ),
        pytest.param("<title>Microsoft Word - x.doc</title><h2>A</h2><p>c", "A", id="then a lower heading"),
        pytest.param(
            f"<title>A - Book</title><h1>Book</h1><main><h2>A</h2><p>{LONG}</main>",
            "A",
            id="of two, what the page's title says",
        ),
        pytest.param("<h1>A<a href=#a>¶</a></h1><p>c", "A", id="without the mark of its own address"),
        pytest.param("<p class=MsoTitle>A</p><p>c", "A", id="Word's style Title"),
        pytest.param("<p>c", "Our day", id="else the file's name"),
        pytest.param("<title>A</title><h2>A</h2><p>c", "A", id="a heading that says it again leaves"),
    ],
)
def test_the_title(article: ArticleOf, html: str, title: str) -> None:
    shown = article(html, NAME)

    assert (shown.title, paragraphs(shown)) in [(title, ["c"]), (title, [LONG.strip()])]
    assert len(shown.blocks) == 1


def test_a_heading_of_the_page_stays_above_its_title(article: ArticleOf) -> None:
    shown = article("<h2>A</h2><p>b</p><h1>C</h1>", NAME)

    assert (shown.title, shown.blocks) == ("C", (Heading(2, (Run("A"),)), Paragraph((Run("b"),))))


def test_a_title_from_the_files_name_teaches_the_tag(read: Read) -> None:
    (problem,) = read("<p>c", NAME).problems

    assert problem.cure == '"Our day" is taken from the file\'s name. Begin the text with <h1>Our title</h1>'


def test_what_the_page_tells_about_itself(article: ArticleOf) -> None:
    shown = article(
        "<html lang=pt_br><meta name=author content='Ama  Moyo'><meta property=og:site_name content=Paper>"
        "<meta property=article:published_time content=2022-12-20T08:00:00Z>"
        "<link rel=canonical href=https://paper.example/story><h1>T</h1><p>a",
        NAME,
    )

    assert (shown.author, shown.publisher, shown.published, shown.language) == (
        "Ama Moyo",
        "Paper",
        date(2022, 12, 20),
        "pt-BR",
    )
    assert shown.source is not None
    assert shown.source.payload == "https://paper.example/story"


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=article:published_time content=soon>", "<html lang=x>", "<link rel=canonical href=/here>",
        "<link rel=canonical href='javascript:x'>", "<meta name=author>", "<meta>", "<link rel=canonical>",
    ],
)  # fmt: skip  # a row
def test_what_the_page_tells_wrongly_is_left_out_in_silence(read: Read, head: str) -> None:
    result = read(f"{head}<h1>T</h1><p>a", NAME)

    assert result.problems == ()
    assert result.article is not None
    assert (result.article.published, result.article.source, result.article.language) == (None, None, "")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<nav>no</nav><main><h1>T</h1><p>{LONG}</main><footer>no</footer>", id="main"),
        pytest.param(f"<div>no</div><div role=main><h1>T</h1><p>{LONG}</div>", id="main by its role"),
        pytest.param(f"<div>no</div><article><h1>T</h1><p>{LONG}</article><aside>no</aside>", id="the only article"),
        pytest.param(f"<header>no</header><h1>T</h1><p>{LONG}<footer>no</footer><aside>no</aside>", id="neither"),
        pytest.param(
            f"<article>no</article><main>no</main><h1>T</h1><article>{LONG}</article>", id="a main of a few words"
        ),
    ],
)
def test_what_stands_around_an_article_is_left_out(article: ArticleOf, html: str) -> None:
    assert LONG.strip() in paragraphs(article(html, NAME))


def test_a_page_as_browsers_save_it_shows_its_pictures(read: Read, tmp_path: Path) -> None:
    (tmp_path / "our_day_files").mkdir()
    (tmp_path / "our_day_files" / "hügel 1.png").write_bytes(drawn())
    html = (
        "<h1>T</h1><figure><img src='./our_day_files/hügel%201.png' alt=Hills><figcaption>At dusk</figcaption></figure>"
    )

    result = read(html, NAME)

    assert result.article is not None
    (figure,) = result.article.blocks
    assert isinstance(figure, Figure)
    assert (figure.picture.alt, figure.caption, len(result.pictures)) == ("Hills", (Run("At dusk"),), 1)
    assert result.files == (tmp_path / NAME, tmp_path / "our_day_files" / "hügel 1.png")


@pytest.mark.parametrize(
    ("html", "key", "what"),
    [
        pytest.param(
            "<img src=https://a.example/b.png>", "picture", "is an address, not a file of ours", id="the web's"
        ),
        pytest.param("<img src=../b.png>", "picture", "lies outside the article's folder", id="another folder"),
        pytest.param("<img src=none.png>", "picture", "does not exist", id="a missing one"),
        pytest.param("<a href=page.html>b</a>", "link", "is not a full web address", id="a link beside the file"),
        pytest.param("<a href=http://a.example/>b</a>", "link", "does not start with https://", id="an old link"),
    ],
)
def test_what_cannot_be_shown_is_named(read: Read, html: str, key: str, what: str) -> None:
    (problem,) = read(f"<h1>T</h1><p>a {html}", NAME).problems

    assert (problem.severity, problem.key, problem.place.line) == ("warning", key, 0)
    assert problem.what.endswith(what)


@pytest.mark.parametrize(
    "html", ["<img src=file:///etc/passwd>", "<img src=C:\\\\a.png>", "<img src=data:image/png;x>"]
)
def test_an_address_of_one_computer_is_not_even_looked_up(read: Read, html: str, tmp_path: Path) -> None:
    result = read(f"<h1>T</h1><p>a {html}", NAME)

    assert (result.files, result.pictures) == ((tmp_path / NAME,), ())


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"", "there is no text in it", id="nothing"),
        pytest.param(b"<h1>T</h1>", "there is no text below the title", id="only a title"),
        pytest.param(b"<script>a</script>", "there is no text in it", id="only a program"),
        pytest.param(b"PK\x03\x04", '"our_day.html" is a Word document, not plain text', id="a Word document"),
        pytest.param(b"a\0" * 500, '"our_day.html" is no page of text', id="no text"),
        pytest.param(
            b"<div>" * 300, '"our_day.html" has elements within each other more than 200 times', id="too deep"
        ),
        pytest.param(b" " * 8_000_001, '"our_day.html" is larger than 8 MB', id="too large"),
    ],
)
def test_what_is_no_article_is_an_error(read: Read, content: bytes, what: str) -> None:
    result = read(content, NAME)

    assert (result.article, [problem.what for problem in result.problems]) == (None, [what])


def test_a_page_that_is_too_long_is_cut_and_named(read: Read) -> None:
    result = read("<h1>T</h1>" + f"<p>{LONG}" * 1200, NAME)

    assert result.article is not None
    assert (result.article.is_cut, [problem.severity for problem in result.problems]) == (True, ["warning"])
    assert result.problems[0].what == "the article is longer than 100 thousand characters, or too intricate"


def test_a_page_in_the_encoding_of_old_word_is_read(article: ArticleOf) -> None:
    html = "<meta http-equiv=Content-Type content='text/html; charset=windows-1250'><h1>Zażółć</h1><p>gęślą"

    assert article(html.encode("cp1250"), "a.htm").title == "Zażółć"


def test_a_page_that_word_exported_loses_its_clutter(article: ArticleOf) -> None:
    html = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8><!--[if gte mso 9]><xml>"
        "<o:OfficeDocumentSettings/></xml><![endif]--><style>p.MsoNormal{mso-x:y}</style></head><body lang=EN-GB>"
        "<div class=WordSection1><h1>Our day<o:p></o:p></h1><p class=MsoNormal><span style='mso-bidi-font-size:12.0pt'>"
        "Text <b style='mso-bidi-font-weight:normal'>bold</b><o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        "<h2>Part</h2><p class=MsoNormal>End<![if !supportFootnotes]>[1]<![endif]></p></div></body></html>"
    )

    shown = article(html, NAME)

    assert shown.title == "Our day"
    assert shown.blocks == (
        Paragraph((Run("Text "), Run("bold", strong=True))),
        Heading(2, (Run("Part"),)),
        Paragraph((Run("End[1]"),)),
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_problem(read: Read, content: bytes) -> None:
    result = read(content, NAME)

    assert result.article is not None or any(problem.severity == "error" for problem in result.problems)
