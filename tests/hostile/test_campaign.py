"""Hostile servers of every family, and honest content that was mutilated: nothing goes out, in, or wrong (rows G8 to G10).

By strace and by servers at the forbidden places; that both would tell is shown in test_traps.py.
"""

from pathlib import Path

import pytest

from tests.hostile.campaign import Campaign, campaign, unusual_first
from tests.hostile.places import why_not
from tests.hostile.screening import screened

pytestmark = [
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "none"),
    pytest.mark.timeout(3600),
]


def check(folder: Path, *words: str, most_shown: int = 1000) -> Campaign:
    """Visit all of the corpus, then show what came of it, the most unusual first."""
    visited = campaign(folder / "visits", *words)
    assert visited.wrong() == []
    shown = screened(folder / "screen", unusual_first(visited.shown)[:most_shown])
    print(f"\n{visited.figures()}\n{shown.figures()}")  # noqa: T201  # the figures
    assert shown.wrong() == []
    return visited


@pytest.mark.parametrize(("step", "fewest"), [("3", 500), pytest.param("1", 1600, marks=pytest.mark.deep)])
def test_hostile_servers_of_every_family_do_no_harm(tmp_path: Path, step: str, fewest: int) -> None:
    visited = check(tmp_path, "families", step)

    assert len(visited.cases) >= fewest
    assert len(visited.shown) >= fewest // 2


def test_a_thousand_mutations_do_no_harm(tmp_path: Path) -> None:
    visited = check(tmp_path, "mutations", "1000", "1", most_shown=150)

    assert len(visited.cases) == 1000
    assert len(visited.shown) >= 500


@pytest.mark.deep
def test_twelve_thousand_mutations_do_no_harm(tmp_path: Path) -> None:
    assert len(check(tmp_path, "mutations", "12000", "2").cases) == 12_000


@pytest.mark.deep
def test_great_bombs_do_no_harm(tmp_path: Path) -> None:
    assert len(check(tmp_path, "great bombs").cases) >= 300
