from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.front_matter import Endless, Entry, FrontMatter, split_front_matter

Warned = Callable[[str], list[tuple[int, int, str, str]]]


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    return Findings(tmp_path / "article.md")


def split(text: str, findings: Findings) -> FrontMatter:
    front = split_front_matter(text, findings)
    assert isinstance(front, FrontMatter)
    return front


def errors(text: str, findings: Findings) -> list[tuple[int, int, str, str]]:
    split_front_matter(text, findings)
    found = (problem for problem in findings.problems() if problem.severity == "error")
    return [(it.place.line, it.place.column, it.what, it.cure) for it in found]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        pytest.param("title: A day", Entry("A day", 2, 8), id="plain"),
        pytest.param("title:A day", Entry("A day", 2, 7), id="no space"),
        pytest.param("  Title :  A day  ", Entry("A day", 2, 12), id="spaces and capitals"),
        pytest.param('title: "A: day"', Entry("A: day", 2, 8), id="quoted"),
        pytest.param("title: 'A day'", Entry("A day", 2, 8), id="quoted singly"),
        pytest.param("title: A: day # 1", Entry("A: day # 1", 2, 8), id="a colon and a hash in the value"),
        pytest.param("title:", Entry("", 2, 7), id="empty"),
    ],
)
def test_an_entry_knows_its_place(findings: Findings, line: str, entry: Entry) -> None:
    assert split(f"---\n{line}\n---\nText", findings).entries == {"title": entry}


def test_the_body_keeps_its_line_numbers(findings: Findings) -> None:
    assert split("---\ntitle: T\n---\nText\n", findings).body == "\n\n\nText\n"


def test_blank_lines_and_comments_are_passed_over(findings: Findings) -> None:
    split_front_matter("---\n# ours\n\ntitle: T\n---\nText", findings)

    assert findings.problems() == ()


@pytest.mark.parametrize(
    "text", ["Text", "---\n\nText\n", "---\nText\n---\n", "***\nHours: 9 to 5\n***\n", "—\n\nText\n", ""]
)
def test_what_is_no_front_matter_is_body(findings: Findings, text: str) -> None:
    assert split(text, findings).body == text


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("titel: T", (2, 1, "titel", "the kiosk does not know this key"), id="an unknown key"),
        pytest.param("title: T\ntitle: U", (3, 1, "title", "stands here twice"), id="a key twice"),
        pytest.param("title: T\n- tags", (3, 1, "", '"- tags" is an entry of a list'), id="no key"),
    ],
)
def test_faults_are_named_with_line_and_column(warnings: Warned, lines: str, found: tuple[int, int, str, str]) -> None:
    assert found in warnings(f"---\n{lines}\n---\n# T\n\nText")


def test_a_slip_in_a_key_is_recognised(findings: Findings) -> None:
    split_front_matter("---\npublischer: T\n---\n", findings)

    assert findings.problems()[0].cure == 'The line was left out. Did you mean "publisher"?'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: T\n\nText", id="entries"),
        pytest.param("---\ntitle T\ndate: 2022-12-20\n\nText", id="the first one without its colon"),
    ],
)
def test_front_matter_without_an_end_is_an_error(findings: Findings, text: str) -> None:
    cure = "Write a line --- below its last line, before the text"

    assert errors(text, findings) == [(1, 1, "the block that begins with --- has no end", cure)]
    assert isinstance(split_front_matter(text, findings), Endless)


@pytest.mark.parametrize(
    ("lines", "column", "cure"),
    [
        pytest.param("title x", 1, "title: x", id="the colon forgotten"),
        pytest.param("title = x", 1, "title: x", id="a sign of equality"),
        pytest.param("titel x y", 1, "title: x y", id="a slip in the key as well"),
        pytest.param("  Title", 3, "title: and its value", id="nothing but the key"),
        pytest.param("Hello", 1, "a key, a colon and its value, like author: Ama Moyo", id="no key at all"),
    ],
)
def test_a_line_without_a_colon_is_an_error_that_shows_it_mended(
    findings: Findings, lines: str, column: int, cure: str
) -> None:
    text = f"---\n{lines}\ndate: 2022-12-20\n---\nHello"

    assert errors(text, findings) == [(2, column, "this line has no colon", f"Write {cure}")]


def test_a_single_line_without_a_colon_is_an_error_too(findings: Findings) -> None:
    assert errors("---\ntitle x\n---\nHello", findings) == [(2, 1, "this line has no colon", "Write title: x")]


@pytest.mark.parametrize("before", ["\n", " \n\n"])
def test_blank_lines_above_it_are_passed_over(findings: Findings, before: str) -> None:
    front = split(f"{before}---\ntitle: T\n---\nText", findings)

    line = before.count("\n") + 2
    assert (front.entries, front.body) == ({"title": Entry("T", line, 8)}, "\n" * (line + 1) + "Text")


def test_blanks_before_the_hyphens_are_passed_over(findings: Findings) -> None:
    assert split(" ---\ntitle: T\n --- \nText", findings).entries == {"title": Entry("T", 2, 8)}


@pytest.mark.parametrize("dash", ["—", "\u2013", "--", "----", "———", "- - -", "***", "___", "==="])
def test_what_word_makes_of_three_hyphens_is_explained(findings: Findings, dash: str) -> None:
    cure = "Write --- in this line; Word makes a dash of hyphens, Notepad does not"
    what = f'"{dash}" stands where three hyphens belong'

    assert errors(f"{dash}\ntitle: T\n{dash}\nText", findings) == [(1, 1, what, cure), (3, 1, what, cure)]


def test_a_wrong_fence_below_a_right_one_is_explained(findings: Findings) -> None:
    ((line, _, what, _),) = errors("---\ntitle: T\n—\nText\n\n---\n\nMore", findings)

    assert (line, what) == (3, '"—" stands where three hyphens belong')
