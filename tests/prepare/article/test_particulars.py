from collections.abc import Callable
from datetime import date

import pytest

from kiosk.edition.model import Article
from kiosk.prepare.article.read import ReadArticle

ReadText = Callable[[str], ReadArticle]
ArticleOf = Callable[[str], Article]


def with_line(line: str) -> str:
    return f"---\n{line}\n---\n# T\n\nText"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        pytest.param("2022-12-20", date(2022, 12, 20), id="ISO"),
        pytest.param("2022-1-2", date(2022, 1, 2), id="ISO without noughts"),
        pytest.param("20 December 2022", date(2022, 12, 20), id="spelt out"),
        pytest.param("20 dec 2022", date(2022, 12, 20), id="short"),
        pytest.param("1 May 2022", date(2022, 5, 1), id="May"),
        pytest.param("29 February 2024", date(2024, 2, 29), id="a leap day"),
    ],
)
def test_dates(article: ArticleOf, written: str, day: date) -> None:
    assert article(with_line(f"date: {written}")).published == day


@pytest.mark.parametrize(
    "written",
    ["20/12/2022", "12-20-2022", "20.12.2022", "30 February 2022", "2022-13-01", "20 Foo 2022", "yesterday", "20221220",
     "2022-W51-2", "0001-01-01", "9999-12-31", "٢٠٢٢-١٢-٢٠", "1 M 2022", "-".join(["1"] * 99)],
)  # fmt: skip  # a bag of dates
def test_a_date_that_cannot_be_read_is_left_out_and_named(read: ReadText, written: str) -> None:
    result = read(with_line(f"date: {written}"))

    assert result.article is not None
    assert result.article.published is None
    assert result.problems[0].what == f'"{written:.40}" is no date that the kiosk can read'
    assert result.problems[0].cure == "The article is shown without a date. Write 2022-12-20 or 20 December 2022"


def test_the_texts_are_taken_over_clean(article: ArticleOf) -> None:
    made = article("---\ntitle: A  \u202eday\npublisher: P\nauthor: A\nsummary: S\n---\nText")

    assert (made.title, made.publisher, made.author, made.summary) == ("A day", "P", "A", "S")


def test_a_text_without_room_is_cut_and_named(read: ReadText) -> None:
    result = read(with_line(f"publisher: {'x' * 100}"))

    assert result.article is not None
    assert result.article.publisher == "x" * 79 + "…"
    assert result.problems[0].what == "is longer than 80 characters"


def test_the_language_is_taken_over(article: ArticleOf) -> None:
    assert article(with_line("language: pt_br")).language == "pt-BR"


def test_a_language_by_its_name_is_answered_with_its_tag(read: ReadText) -> None:
    problem = read(with_line("language: Portuguese")).problems[0]

    assert problem.cure == 'The article is shown in the kiosk\'s first language. Write its tag "pt"'


def test_the_source_becomes_a_code(article: ArticleOf) -> None:
    source = article(with_line("source: https://www.example.org/story")).source

    assert source is not None
    assert (source.payload, source.host) == ("https://www.example.org/story", "www.example.org")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        pytest.param("http://example.org", "does not start with https://", id="http"),
        pytest.param("www.example.org", "does not start with https://", id="no scheme"),
        pytest.param("javascript:alert(1)", "does not start with https://", id="javascript"),
        pytest.param("https://example.org/" + "a" * 400, "is too long for a code that phones can read", id="long"),
    ],
)
def test_a_bad_source_is_left_out_and_named(read: ReadText, address: str, why: str) -> None:
    result = read(with_line(f"source: {address}"))

    assert result.article is not None
    assert result.article.source is None
    assert result.problems[0].what == f'the link "{address:.60}" {why}'
    assert result.problems[0].cure.startswith('The article is shown without "Read at the source".')
