import re
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion

from kiosk.system.qt_advisories import ADVISORIES, Advisory, Version, faults_of, floor, version_of

ROOT = Path(__file__).parents[2]
TWO_BRANCHES = Advisory("CVE-2026-1", "Gui", "a fault", (("6.8.0", "6.8.9"), ("6.9.0", "6.11.3")))


@pytest.mark.parametrize(
    ("version", "is_affected"),
    [
        ((6, 7, 9), False),
        ((6, 8, 0), True),
        ((6, 8, 8), True),
        ((6, 8, 9), False),
        ((6, 8, 10), False),
        ((6, 9, 0), True),
        ((6, 11, 2), True),
        ((6, 11, 3), False),
        ((7, 0, 0), False),
    ],
)
def test_a_version_is_affected_until_its_branch_has_the_fault_mended(version: Version, *, is_affected: bool) -> None:
    assert TWO_BRANCHES.affects(version) is is_affected


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("6.11.3", (6, 11, 3)),
        ("6.8.2.1", (6, 8, 2)),
        ("6.12.0a1", (6, 12, 0)),
        ("6.12", None),
        ("", None),
    ],
)
def test_a_version_is_read_from_what_qt_and_pip_call_it(text: str, version: Version | None) -> None:
    assert version_of(text) == version


def test_the_floor_and_all_above_it_have_no_fault_and_what_is_just_below_has() -> None:
    major, minor, patch = floor()

    assert faults_of(floor()) == ()
    assert faults_of((major, minor + 1, 0)) == ()
    assert faults_of((major, minor, patch - 1)) != ()


def test_a_fault_of_a_library_that_is_not_shipped_does_not_count() -> None:
    assert {fault.module for fault in faults_of((6, 8, 0))} <= {"Core", "Gui", "ImageFormats", "Svg"}
    assert {"Network", "Quick"} <= {one.module for one in ADVISORIES if one.affects((6, 8, 0))}


@pytest.mark.parametrize("advisory", ADVISORIES, ids=lambda one: one.cve)
def test_a_row_is_well_formed(advisory: Advisory) -> None:
    edges = [version_of(edge) for pair in advisory.affected for edge in pair]

    assert re.fullmatch(r"CVE-20\d\d-\d{4,6}", advisory.cve)
    assert None not in edges
    assert edges == sorted(edges, key=lambda edge: edge or (0, 0, 0))


def test_no_advisory_has_two_rows() -> None:
    assert len({one.cve for one in ADVISORIES}) == len(ADVISORIES)


def test_the_qt_that_runs_here_has_no_known_fault() -> None:
    running = version_of(qVersion())

    assert running is not None
    assert faults_of(running) == ()


def test_the_locked_qt_is_not_below_the_floor() -> None:
    locked = re.search(r"^pyside6-essentials==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)

    assert locked is not None
    assert (version_of(locked[1]) or (0, 0, 0)) >= floor()
