from collections.abc import Callable

import pytest

from kiosk.edition.model import Article, Block, Code, Divider, Heading, Listing, Paragraph, Quote, Run, Table

Warned = Callable[[str], list[tuple[int, int, str, str]]]


def p(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def cells(*texts: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text),) if text else () for text in texts)


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        pytest.param("One\n\nTwo", (p("One"), p("Two")), id="paragraphs"),
        pytest.param("One\ntwo", (p("One two"),), id="a wrapped line"),
        pytest.param("One  \ntwo", (p("One\ntwo"),), id="a hard break by spaces"),
        pytest.param("One\\\ntwo", (p("One\ntwo"),), id="a hard break by a backslash"),
        pytest.param("a *b* c", (Paragraph((Run("a "), Run("b", emphasis=True), Run(" c"))),), id="emphasis"),
        pytest.param("**a** b", (Paragraph((Run("a", strong=True), Run(" b"))),), id="strong emphasis"),
        pytest.param("***a***", (Paragraph((Run("a", strong=True, emphasis=True),)),), id="both"),
        pytest.param("`a *b*`", (Paragraph((Run("a *b*", code=True),)),), id="code in the text"),
        pytest.param("~~a~~", (p("~~a~~"),), id="no strike-through"),
        pytest.param("1 \\* 2 &amp; 3 &lt; 4", (p("1 * 2 & 3 < 4"),), id="escapes and entities"),
        pytest.param("https://a.example", (p("https://a.example"),), id="a bare address stays text"),
        pytest.param("## A\n\n### B", (Heading(2, (Run("A"),)), Heading(3, (Run("B"),))), id="headings"),
        pytest.param("# A\n\n## B", (Heading(2, (Run("A"),)), Heading(3, (Run("B"),))), id="headings below the title"),
        pytest.param("A\n===\n\nb", (Heading(2, (Run("A"),)), p("b")), id="an underlined heading"),
        pytest.param("- a\n- b", (Listing(((p("a"),), (p("b"),))),), id="a list"),
        pytest.param("3) a\n4) b", (Listing(((p("a"),), (p("b"),)), 3),), id="a numbered list"),
        pytest.param("0. a", (Listing(((p("a"),),), 0),), id="a list from nought"),
        pytest.param("- a\n  - b", (Listing(((p("a"), Listing(((p("b"),),))),)),), id="a list in a list"),
        pytest.param("- a\n\n  b", (Listing(((p("a"), p("b")),)),), id="two paragraphs in one item"),
        pytest.param("-\n- b", (Listing(((p("b"),),)),), id="an empty item is left out"),
        pytest.param("> a\n>\n> b", (Quote((p("a"), p("b"))),), id="a quote"),
        pytest.param("> # a", (Quote((Heading(2, (Run("a"),)),)),), id="a heading in a quote"),
        pytest.param("```py\na = 1\n\nb\n```", (Code("a = 1\n\nb"),), id="code between fences"),
        pytest.param("a\n\n    b\n", (p("a"), Code("b")), id="indented code"),
        pytest.param("a\n\n***\n\nb", (p("a"), Divider(), p("b")), id="a divider"),
        pytest.param("| a | b |\n|---|--:|\n| 1 | |", (Table(cells("a", "b"), (cells("1", ""),)),), id="a table"),
        pytest.param(
            "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
            (Table(cells("a", "b"), (cells("1", ""), cells("1", "2"))),),
            id="rows as wide as the head",
        ),
        pytest.param("a &#x202E;b", (p("a b"),), id="a reversing character by its number"),
    ],
)
def test_markdown_becomes_blocks(article: Callable[[str], Article], markdown: str, blocks: tuple[Block, ...]) -> None:
    assert article(f"---\ntitle: T\n---\n{markdown}").blocks == blocks


NESTED = "\n".join("  " * depth + "- x" for depth in range(8))


def test_lists_deeper_than_the_screen_takes_are_named(warnings: Warned) -> None:
    what = "lists and quotes stand within each other more than 6 times"

    assert warnings(f"# T\n{NESTED}") == [(8, 1, "", what), (9, 1, "", what)]


def test_lists_deeper_than_the_screen_takes_keep_their_words(article: Callable[[str], Article]) -> None:
    assert repr(article(f"# T\n{NESTED}").blocks).count("'x'") == 8


def test_a_table_too_wide_for_the_screen_loses_its_last_columns(article: Callable[[str], Article]) -> None:
    row = "|" + "a|" * 20

    table = article(f"# T\n\n{row}\n{'|' + '-|' * 20}\n{row}").blocks[0]

    assert isinstance(table, Table)
    assert {len(table.head), *map(len, table.rows)} == {12}


@pytest.mark.parametrize(
    ("markdown", "line", "column", "what"),
    [
        pytest.param("a\n\n<div>x</div>", 3, 1, '"<div>x</div>" is HTML, which the kiosk does not show', id="a block"),
        pytest.param("a\nb <b>c</b>", 2, 3, '"<b>" is HTML, which the kiosk does not show', id="a tag in the text"),
    ],
)
def test_html_is_left_out_and_named(warnings: Warned, markdown: str, line: int, column: int, what: str) -> None:
    assert warnings(f"---\ntitle: T\n---\n{markdown}") == [(line + 3, column, "html", what)]


def test_the_words_between_tags_stay(article: Callable[[str], Article]) -> None:
    assert article("# T\n\na <b>c</b>").blocks == (p("a c"),)


def test_a_script_is_left_out_whole(article: Callable[[str], Article]) -> None:
    assert article("# T\n\na\n\n<script>\nalert(1)\n</script>").blocks == (p("a"),)


def test_a_comment_is_left_out_in_silence(warnings: Warned) -> None:
    assert warnings("# T\n\na\n\n<!-- for us -->\n\nb <!-- c -->") == []
