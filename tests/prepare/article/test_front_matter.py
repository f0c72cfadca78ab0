from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.front_matter import Entry, split_front_matter

Warned = Callable[[str], list[tuple[int, int, str, str]]]


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    return Findings(tmp_path / "article.md")


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
    assert split_front_matter(f"---\n{line}\n---\nText", findings).entries == {"title": entry}


def test_the_body_keeps_its_line_numbers(findings: Findings) -> None:
    assert split_front_matter("---\ntitle: T\n---\nText\n", findings).body == "\n\n\nText\n"


def test_blank_lines_and_comments_are_passed_over(findings: Findings) -> None:
    split_front_matter("---\n# ours\n\ntitle: T\n---\nText", findings)

    assert findings.problems() == ()


@pytest.mark.parametrize("text", ["Text", "---\n\nText\n", "---\nText\n---\n", " ---\ntitle: T\n---\n", ""])
def test_what_is_no_front_matter_is_body(findings: Findings, text: str) -> None:
    assert split_front_matter(text, findings).body == text


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("titel: T", (2, 1, "titel", "the kiosk does not know this key"), id="an unknown key"),
        pytest.param("title: T\ntitle: U", (3, 1, "title", "stands here twice"), id="a key twice"),
        pytest.param("title: T\n- tags", (3, 1, "", '"- tags" is no "key: value"'), id="no key"),
    ],
)
def test_faults_are_named_with_line_and_column(warnings: Warned, lines: str, found: tuple[int, int, str, str]) -> None:
    assert found in warnings(f"---\n{lines}\n---\n# T\n\nText")


def test_a_slip_in_a_key_is_recognised(findings: Findings) -> None:
    split_front_matter("---\npublischer: T\n---\n", findings)

    assert findings.problems()[0].cure == 'The line was left out. Did you mean "publisher"?'


def test_front_matter_without_an_end_is_an_error(findings: Findings) -> None:
    split_front_matter("---\ntitle: T\n\nText", findings)

    assert [(problem.place.line, problem.severity) for problem in findings.problems()] == [(1, "error")]
