from pathlib import Path

from kiosk.prepare.article.findings import MOST_WARNINGS, Findings
from kiosk.prepare.problem import Place, Problem

FILE = Path("article.md")


def test_the_same_finding_is_kept_once() -> None:
    findings = Findings(FILE)

    findings.warn(1, "link", "a", "b")
    findings.warn(1, "link", "a", "b")

    assert len(findings.problems()) == 1


def test_findings_come_in_the_order_of_the_file() -> None:
    findings = Findings(FILE)

    findings.warn(9, "", "late", "")
    findings.warn(2, "", "early", "")

    assert [problem.what for problem in findings.problems()] == ["early", "late"]


def test_a_flood_is_counted() -> None:
    findings = Findings(FILE)

    for line in range(1000):
        findings.warn(line, "", "a", "b")

    assert len(findings.problems()) == MOST_WARNINGS + 1
    assert findings.problems()[-1].what == "there are 950 more faults in this file"


def test_an_error_is_never_lost_in_a_flood() -> None:
    findings = Findings(FILE)
    for line in range(1000):
        findings.warn(line, "", "a", "b")

    findings.fault(0, "", "it is empty", "Write.")

    assert Problem(Place(FILE), "", "it is empty", "Write.") in findings.problems()
