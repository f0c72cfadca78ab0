import lxml.html  # type: ignore[import-untyped]  # lxml has no types
import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html


def tree(html: str) -> lxml.html.HtmlElement:
    root = parse_html(html)
    assert not isinstance(root, TooIntricate)
    return root


@pytest.mark.parametrize(
    ("html", "what"),
    [
        pytest.param("a" * 8_000_001, "is larger than 8 MB", id="bytes"),
        pytest.param("ä" * 4_000_001, "is larger than 8 MB", id="bytes of UTF-8"),
        pytest.param("<p>a" * 50_000, "has more than 50 thousand elements", id="elements"),
        pytest.param("<div>" * 20_000, "has elements within each other more than 200 times", id="depth"),
        pytest.param(
            "<div>" * 100 + "<p>a</p>" * 20_000, "has too many elements that are deep within each other", id="ancestors"
        ),
        pytest.param(
            "<p " + " ".join(f"a{place}" for place in range(201)) + ">",
            "has an element with more than 200 attributes",
            id="attributes",
        ),
    ],
)
def test_what_is_too_much_is_named(html: str, what: str) -> None:
    assert parse_html(html) == TooIntricate(what)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a" * 45_000, id="elements"),
        pytest.param("<div>" * 190 + "a", id="depth"),
        pytest.param("<div>" * 30 + "<p>a</p>" * 45_000, id="ancestors"),
        pytest.param("<p " + " ".join(f"a{place}" for place in range(200)) + ">", id="attributes"),
        pytest.param("<script>" + "a" * 7_000_000 + "</script><p>b", id="scripts"),
        pytest.param("&" * 1_000_000, id="ampersands"),
    ],
)
def test_the_greatest_pages_of_today_are_let_through(html: str) -> None:
    assert not isinstance(parse_html(html), TooIntricate)


def test_no_part_of_a_deep_page_is_lost_in_silence() -> None:
    root = tree("<div>" * 190 + "a" + "</div>" * 190 + "<p>end")

    assert root.text_content() == "aend"


@pytest.mark.parametrize("html", ["", " ", "<!-- a -->", "<!DOCTYPE html>", "\0"])
def test_an_empty_page_is_an_empty_tree(html: str) -> None:
    assert tree(html).tag == "html"


def test_comments_and_instructions_leave() -> None:
    assert tree("a<!-- b -->c<?d?>e").text_content() == "ace"


@pytest.mark.parametrize(
    ("written", "clipped"),
    [
        ("2", "2"), (" 3 ", "3"), ("20", "20"), ("21", "20"), ("9000000000000000", "20"), ("0", "1"), ("-5", "1"),
        ("9e15", "1"), ("", "1"), ("٣", "1"), ("9" * 5000, "20"),
    ],
)  # fmt: skip  # pairs
def test_no_cell_spans_more_than_a_screen_shows(written: str, clipped: str) -> None:
    root = tree(f'<table><tr><td colspan="{written}" rowspan="{written}">a</table>')

    assert set(next(root.iter("td")).attrib.values()) == {clipped}


def test_a_declaration_of_an_encoding_is_only_a_word_by_now() -> None:
    assert tree('<?xml version="1.0" encoding="koi8-r"?><meta charset=koi8-r><p>Grüße').text_content() == "Grüße"


CONTROLS = [*range(1, 9), 0xB, 0xC, *range(0xE, 0x20), 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("form", ["{0:c}", "&#{0};", "&#{0}", "&#x{0:x};", "&#X000{0:X};", "&#00{0};", "&#{0}a"])
def test_no_character_is_left_that_cannot_be_moved(form: str) -> None:
    root = tree("".join(f"<p title='{form.format(number)}'>a{form.format(number)} b" for number in CONTROLS))

    for paragraph in root.iter("p"):
        paragraph.text, paragraph.attrib["title"] = paragraph.text, paragraph.get("title")
    assert root.text_content().count("b") == len(CONTROLS)


def test_no_control_character_comes_of_its_halves() -> None:
    assert tree("a&#&#1;1;b").text_content() == "a&#\u200b1;b"


def test_numbers_of_letters_stay() -> None:
    assert tree("&#9731;&#65;&#x41;&#x1F600;&#10;&#13;&#9;&#123;&#x1c4;").text_content() == "☃AA😀\n\r\t{\u01c4"


def test_half_a_surrogate_pair_harms_nobody() -> None:
    assert tree("a\ud800b").text_content() == "a?b"


@pytest.mark.parametrize(("rows", "is_spanned"), [(120, True), (130, False)])
def test_cells_that_span_too_many_in_all_span_none(*, rows: int, is_spanned: bool) -> None:
    root = tree("<table>" + "<tr><td colspan=20 rowspan=20>a<td>b" * rows + "</table>")

    assert {"rowspan" in cell.attrib for cell in root.iter("td") if cell.text == "a"} == {is_spanned}
