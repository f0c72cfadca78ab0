"""No link of an article leads anywhere: nothing is started, nothing is opened, the article stays; at most a code comes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.reliability.escape_hrefs import HREFS, MARK
from tests.reliability.lobby import TREE

PROGRAM = TREE / "tests" / "reliability" / "escape_links.py"


VisitOf: TypeAlias = Callable[[str], "Visit"]


@dataclass(frozen=True, slots=True)
class Visit:
    """What the visitor told, how many programs were started, and what of the links the system was asked for."""

    told: dict[str, object]
    programs: int
    asked: list[str]


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> VisitOf:
    """Give a function that lets a visitor touch everything, once for each kind of content."""
    return cache(lambda kind: visit_in(tmp_path_factory.mktemp(kind), kind))


def visit_in(folder: Path, kind: str) -> Visit:
    trace = folder / "trace"
    tracer = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=%file", "-e", "signal=none", "-o", str(trace))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TREE)}
    done = subprocess.run(
        [*tracer, sys.executable, str(PROGRAM), str(folder), kind],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    calls = trace.read_text("utf-8", "replace").splitlines()
    started = sum("execve(" in call for call in calls)
    return Visit(json.loads(done.stderr.splitlines()[-1]), started - 1, [call for call in calls if MARK in call])


def test_there_are_two_hundred_of_them() -> None:
    assert len(set(HREFS)) == 200
    assert [href for href in HREFS if MARK not in href] == []


@pytest.mark.parametrize("kind", ["prepared", "smuggled"])
def test_a_link_starts_and_opens_nothing(visit: VisitOf, kind: str) -> None:
    visited = visit(kind)

    assert (visited.programs, visited.asked) == (0, [])
    assert (visited.told["windows"], visited.told["is_in_place"]) == (1, True)


def test_a_link_that_came_into_an_edition_all_the_same_gives_a_code(visit: VisitOf) -> None:
    visited = visit("smuggled")

    assert (visited.told["mouse"], visited.told["keyboard"]) == (200, 200)


def test_of_the_links_that_are_prepared_hardly_one_is_left(visit: VisitOf) -> None:
    visited = visit("prepared")

    assert isinstance(visited.told["mouse"], int)
    assert visited.told["mouse"] <= 1


def test_a_plain_text_browser_would_open_what_the_links_lead_to(visit: VisitOf) -> None:
    visited = visit("naive")

    assert not visited.told["is_in_place"]
    assert len(visited.asked) > 5
