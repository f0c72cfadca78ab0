import lxml.html  # type: ignore[import-untyped]  # lxml has no types
import pytest

from kiosk.prepare.article.said_again import drop_by_line

AUTHORS = "Ann, Bob Lee"
REST = f"<p>{'The article. ' * 9}</p>"


@pytest.mark.parametrize("line", ["By Ann and Bob Lee", "ANN, BOB LEE", "Bob Lee / Ann", "Text: Ann, Bob Lee"])
def test_a_line_of_nothing_but_the_authors_goes(line: str) -> None:
    assert line not in left_of(f"<p>{line}</p>{REST}")


@pytest.mark.parametrize("tag", ["address", "div", "li"])
def test_it_need_not_be_a_paragraph(tag: str) -> None:
    assert "By Ann and Bob Lee" not in left_of(f"<{tag}>By Ann and Bob Lee</{tag}>{REST}")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Annual meeting of Bob Lee", id="a name within a word"),
        pytest.param("Ann saw Bob Lee.", id="a sentence"),
        pytest.param("By Ann", id="one of them alone"),
        pytest.param("Ann and Bob Lee sing tonight", id="more words"),
    ],
)
def test_any_other_line_stays(line: str) -> None:
    assert line in left_of(f"<p>{line}</p>{REST}")


def test_after_the_first_paragraph_nothing_goes() -> None:
    assert "By Ann and Bob Lee" in left_of(f"{REST}<p>By Ann and Bob Lee</p>")


def left_of(html: str) -> str:
    part = lxml.html.fragment_fromstring(html, create_parent="div")
    drop_by_line(part, AUTHORS)
    return str(part.text_content())
