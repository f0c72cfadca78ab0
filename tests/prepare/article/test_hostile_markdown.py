"""Whatever a file holds, reading it ends soon, with an article or a problem."""

import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.edition.model import Listing, Quote, Run
from kiosk.prepare.article.read import ReadArticle

Read = Callable[[str], ReadArticle]

BOMBS = {
    "quotes in quotes": ">" * 5000 + "a",
    "lists in lists": "- " * 5000 + "a",
    "brackets": "[" * 5000 + "a",
    "brackets that close": "[" * 5000 + "a" + "]" * 5000,
    "links in links": "[a](" * 5000,
    "pictures in pictures": "![" * 3000 + "a" + "](b)" * 3000,
    "emphasis in emphasis": "*a " * 5000 + "b*" * 5000,
    "both kinds of emphasis": "*a _b " * 5000 + "c_ d*" * 5000,
    "stars": "*" * 300_000,
    "backticks": "".join("`" * length + " " for length in range(770)),
    "ampersands": "&" * 300_000,
    "angles": "<" * 300_000,
    "comments": "<!--" * 75_000,
    "declarations": "<!A" * 75_000,
    "instructions": "<?" * 150_000,
    "entities": "&#x202E;" * 37_000,
    "references": "[a]: https://a.example\n" * 13_000,
    "uses of a reference": "[a]: https://a.example\n\n" + "[a]" * 30_000,
    "columns": "|a" * 3000 + "\n" + "|-" * 3000 + "\n" + "|a\n" * 50,
    "rows": "a|b\n-|-\n" + "a|b\n" * 20_000,
    "headings": "# a\n" * 20_000,
    "one word": "x" * 300_000,
    "one word in many styles": "x*x*" * 25_000,
    "marks": "x" + "\u0301" * 299_999,
    "pictures": "![a](b)" * 40_000,
    "bad links": "[a](b)\n" * 15_000,
    "links": "<https://a.example/>" * 15_000,
    "front matter": "---\n" + "a: b\n" * 59_000 + "---\n",
    "colons": "---\n" + "a" * 150_000 + ":" * 140_000 + "\n---\n",
    "backslashes": "\\" * 300_000,
    "spaces": "# T\n\na" + " " * 290_000 + "b",
    "nearly links": "](" + "a " * 149_000,
    "many nearly links": "](" * 149_000 + " a)",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_read_in_time_and_leaves_little_to_show(read: Read, text: str) -> None:
    started = time.process_time()

    result = read(text)

    seconds, parts = time.process_time() - started, sum(1 for _ in _parts(result.article))
    assert (result.article is not None) or any(problem.severity == "error" for problem in result.problems)
    assert (seconds < 5, parts < 60_000) == (True, True), (seconds, parts)


HOSTILE_PIECES = [
    "[a](javascript:alert(1))", "![a](file:///etc/passwd)", "<script>alert(1)</script>", "<img src=x onerror=y>",
    "[a]: javascript:x\n\n[a]", "<javascript:x>", "&lt;b&gt;", "&#106;avascript:", "[a](<java\nscript:x>)",
    "[a](data:text/html,<b>)", "![a](//evil.example/x)", "[a](\\\\evil\\x)", "[a](https://a.example\\@b.example)",
    "\u202e", "\u2066", "\x00", "\u0301" * 9, "&#0;", "&#xD800;", "---\n", "title: x\n", "picture: ../x\n", "date: 1\n",
    "> ", "- ", "1. ", "# ", "|a|\n|-|\n", "```\n", "    ", "*", "_", "`", "[", "](", ")", "\n", "\n\n", "\\", "  \n",
    "[a](https://a.example)", "[a](tel:+12025550123)", "[a](mailto:a@b.example)", "<https://[::1]/>", "\u2028", "a", " ",
]  # fmt: skip  # a bag of pieces


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(HOSTILE_PIECES) | st.text(max_size=8), max_size=25).map("".join))
def test_any_mixture_gives_safe_values(read: Read, text: str) -> None:
    parts = list(_parts(read(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")).article))

    texts = "".join(part for part in parts if isinstance(part, str))
    assert not {character for character in texts if unicodedata.category(character) in {"Cc", "Cs", "Co"}} - {"\n"}
    assert "\u202e" not in texts


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_problem(read: Callable[[bytes], ReadArticle], content: bytes) -> None:
    result = read(content)

    assert (result.article is not None) or any(problem.severity == "error" for problem in result.problems)


@pytest.mark.parametrize("text", [piece for piece in HOSTILE_PIECES if piece != "\x00"])
def test_every_code_leads_to_a_kind_that_phones_may_open(read: Read, text: str) -> None:
    article = read(f"# T\n\nText {text}").article

    assert article is not None
    assert all(link.payload.startswith(("https://", "mailto:", "tel:+")) for link in article.links)


def test_nothing_is_nested_deeper_than_the_screen_takes(read: Read) -> None:
    article = read("> - " * 5 + "a").article

    assert article is not None
    assert sum(isinstance(part, Quote | Listing) for part in _parts(article)) <= 6


def test_a_long_article_ends_with_whole_blocks_and_a_warning(read: Read) -> None:
    result = read("# T\n\n" + "a *b*\n\n" * 9000)

    assert result.article is not None
    assert result.article.blocks[-1].runs == (Run("a "), Run("b", emphasis=True))  # type: ignore[union-attr]  # paragraphs
    assert "the article is too intricate from here on" in [problem.what for problem in result.problems]


def _parts(value: object) -> Iterator[object]:
    """Give every value inside a value."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
