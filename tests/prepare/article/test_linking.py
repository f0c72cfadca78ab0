from collections.abc import Callable

import pytest

from kiosk.edition.model import Article, Paragraph, Run

Warned = Callable[[str], list[tuple[int, int, str, str]]]


@pytest.mark.parametrize(
    ("address", "payload"),
    [
        pytest.param("https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d", id="a web page"),
        pytest.param("https://example.org/Köln", "https://example.org/K%C3%B6ln", id="letters beyond ASCII"),
        pytest.param(
            "https://bücher.example/", "https://xn--bcher-kva.example/", id="a host beyond ASCII, as it is sent"
        ),
        pytest.param("mailto:hello@example.org", "mailto:hello@example.org", id="an e-mail"),
        pytest.param("tel:+263775679494", "tel:+263775679494", id="a number"),
        pytest.param("tel:+263-77-567-9494", "tel:+263775679494", id="a number with hyphens"),
    ],
)
def test_a_good_link_becomes_a_code(article: Callable[[str], Article], address: str, payload: str) -> None:
    made = article(f"# T\n\nSee [here]({address}).")

    assert (made.blocks, [link.payload for link in made.links]) == (
        (Paragraph((Run("See "), Run("here", link=0), Run("."))),),
        [payload],
    )


BAD = [
    pytest.param("http://example.org/a", "does not start with https://", "https://example.org/a", id="http"),
    pytest.param("javascript:alert(1)", "is of a kind that visitors' phones are not sent to", "", id="javascript"),
    pytest.param("JaVaScRiPt:alert(1)", "is of a kind that visitors' phones are not sent to", "", id="JavaScript"),
    pytest.param("file:///etc/passwd", "is of a kind that visitors' phones are not sent to", "", id="a file"),
    pytest.param("data:text/html,x", "is of a kind that visitors' phones are not sent to", "", id="data"),
    pytest.param("ms-settings:", "is of a kind that visitors' phones are not sent to", "", id="settings"),
    pytest.param("smsto:1", "is of a kind that visitors' phones are not sent to", "", id="a message"),
    pytest.param("other.md", "is not a full web address", "https://www.example.org", id="a neighbour"),
    pytest.param("//example.org/a", "is not a full web address", "https://", id="no scheme"),
    pytest.param("#part", "is not a full web address", "https://", id="a place in the text"),
    pytest.param("https://bank@example.org/", "hides a user name before its host", "", id="a user name"),
    pytest.param("https://127.0.0.1/", "has no proper host name", "", id="an IP address"),
    pytest.param("https://localhost/", "has no proper host name", "", id="this computer"),
    pytest.param("https://example.org/" + "a" * 400, "is too long for a code that phones can read", "", id="long"),
    pytest.param("mailto:a@b@example.org", "is not one plain e-mail address", "mailto:hello@example.org", id="two @"),
    pytest.param(
        "mailto:a@example.org?subject=x", "is not one plain e-mail address", "without a subject", id="subject"
    ),
    pytest.param("mailto:", "is not one plain e-mail address", "mailto:hello@example.org", id="no address"),
    pytest.param("tel:0775679494", "is not a full international number", "tel:+263775679494", id="a local number"),
    pytest.param("tel:*%2306%23", "is not a full international number", "country code", id="a code of the phone"),
    pytest.param("tel:+1900,,1", "is not a full international number", "country code", id="a number with pauses"),
]


@pytest.mark.parametrize(("address", "why", "instead"), BAD)
def test_a_bad_link_stays_text(article: Callable[[str], Article], address: str, why: str, instead: str) -> None:
    del why, instead

    made = article(f"# T\n\nSee [here]({address}).")

    assert (made.blocks, made.links) == ((Paragraph((Run("See here."),)),), ())


@pytest.mark.parametrize(("address", "why", "instead"), BAD)
def test_a_bad_link_is_named_with_its_line(read: Callable[..., object], address: str, why: str, instead: str) -> None:
    (problem,) = read(f"# T\n\nFirst\nsee [here]({address}).").problems  # type: ignore[attr-defined]  # see conftest

    assert (problem.place.line, problem.severity) == (4, "warning")
    assert why in problem.what
    assert problem.cure.startswith("It is shown as plain text.")
    assert instead in problem.cure


def test_a_link_that_comes_twice_is_one_link(article: Callable[[str], Article]) -> None:
    made = article("# T\n\n[a](https://a.example) [b](https://b.example) [a](https://a.example)")

    assert [link.host for link in made.links] == ["a.example", "b.example"]


def test_an_address_between_angles_is_a_link(article: Callable[[str], Article]) -> None:
    assert article("# T\n\n<https://a.example>").blocks == (Paragraph((Run("https://a.example", link=0),)),)


def test_a_reference_is_a_link(article: Callable[[str], Article]) -> None:
    assert article("# T\n\nSee [A].\n\n[a]: https://a.example").links[0].host == "a.example"


def test_styles_inside_a_link_stay(article: Callable[[str], Article]) -> None:
    runs = (Run("a ", link=0), Run("b", strong=True, link=0))

    assert article("# T\n\n[a **b**](https://a.example)").blocks == (Paragraph(runs),)


def test_a_link_in_the_title_leaves_no_code_behind(article: Callable[[str], Article]) -> None:
    assert article("# [T](https://a.example)\n\nText").links == ()


def test_no_article_has_more_links_than_marks(article: Callable[[str], Article]) -> None:
    text = " ".join(f"[a](https://a{number}.example)" for number in range(120))

    assert len(article(f"# T\n\n{text}").links) == 99


@pytest.mark.parametrize(
    ("line", "column"),
    [
        pytest.param("See [here](x.md)", 6, id="the words of the link"),
        pytest.param("See [*this* page](x.md)", 7, id="their first ones"),
        pytest.param("[a&amp;b](x.md)", 1, id="words written otherwise: the line"),
    ],
)
def test_a_bad_link_is_named_once_at_its_words(warnings: Warned, line: str, column: int) -> None:
    assert warnings(f"# T\n\nFirst\n{line}") == [(4, column, "link", 'the link "x.md" is not a full web address')]


def test_a_link_over_two_lines_is_one_link(article: Callable[[str], Article]) -> None:
    assert article("# T\n\n[a\nb](https://a.example)").blocks == (Paragraph((Run("a b", link=0),)),)


def test_an_address_with_a_space_is_explained(warnings: Warned) -> None:
    assert warnings("# T\n\na\n![Hills](our hills.jpg)") == [
        (4, 10, "link", "the address of a link or picture has a space in it")
    ]
