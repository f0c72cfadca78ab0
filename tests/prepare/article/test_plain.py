from collections.abc import Callable

import pytest

from kiosk.edition.model import Article, Paragraph, Run

LONG = "This line is as long as the lines of a letter that a program has wrapped"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("Title\n\nOne\n\nTwo", ["One", "Two"], id="paragraphs"),
        pytest.param("Title\nOne\n \t\n\n\nTwo\n", ["One", "Two"], id="any number of blank lines"),
        pytest.param(f"Title\n\n{LONG}\nand goes on.", [f"{LONG} and goes on."], id="a wrapped line is joined"),
        pytest.param("Title\n\nTea\nCoffee", ["Tea\nCoffee"], id="short lines stay"),
        pytest.param("Title\n\n*a* <b> # c", ["*a* <b> # c"], id="no mark means anything"),
    ],
)
def test_blank_lines_end_paragraphs(article: Callable[..., Article], text: str, paragraphs: list[str]) -> None:
    assert article(text, "a.txt").blocks == tuple(Paragraph((Run(words),)) for words in paragraphs)


def test_the_first_line_is_the_title(article: Callable[..., Article]) -> None:
    assert article("\n Our day \n\nText", "a.txt").title == "Our day"


def test_the_first_line_stays_when_there_is_a_title(article: Callable[..., Article]) -> None:
    made = article("---\ntitle: T\n---\nOne\n\nTwo", "a.txt")

    assert (made.title, len(made.blocks)) == ("T", 2)
