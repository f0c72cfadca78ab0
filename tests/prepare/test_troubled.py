"""Which sources `kiosk check` tells of: those that were long not reached, or never."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.edition.sealed import write_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import Visit, WebSource, visit_file
from kiosk.prepare.article.source import WebArticles
from kiosk.prepare.network.url import Target
from kiosk.prepare.problem import Place
from kiosk.prepare.troubled import troubled

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
SOURCE = WebSource("https://paper.example/feed")
NAMED = WebArticles(SOURCE, Target("https", "paper.example", 443, "/feed"), Place(Path("contact.toml"), 7, 10))
KEPT = "What is kept of it is shown"
FAILED = Visit(NOW, None, 3, "offline", "cannot be reached", "See whether this computer is online")


def told(state: Path) -> list[str]:
    return [str(problem) for problem in troubled((NAMED,), state, NOW)]


def visited(state: Path, visit: Visit) -> Path:
    visit_file(state, SOURCE).parent.mkdir(parents=True)
    write_sealed(visit_file(state, SOURCE), visit)
    return state


@pytest.mark.parametrize(
    ("ago", "since", "instead"),
    [
        pytest.param(timedelta(days=1, seconds=1), "has brought nothing for 1 day", KEPT, id="a day"),
        pytest.param(timedelta(days=8), "has brought nothing for 8 days", KEPT, id="a week"),
        pytest.param(None, "has never been reached", "Nothing of it is shown yet", id="never"),
    ],
)
def test_a_source_in_long_trouble_is_told_with_the_cure(
    tmp_path: Path, ago: timedelta | None, since: str, instead: str
) -> None:
    reached_at = NOW - ago if ago else None

    assert told(visited(tmp_path, replace(FAILED, reached_at=reached_at))) == [
        (
            f"contact.toml:7:10: warning: article.source: {since}: the address cannot be reached. "
            f"{instead}. See whether this computer is online"
        )
    ]


def test_a_short_trouble_is_not_told(tmp_path: Path) -> None:
    assert told(visited(tmp_path, replace(FAILED, reached_at=NOW - timedelta(hours=24)))) == []


def test_a_source_that_answers_is_not_told(tmp_path: Path) -> None:
    assert told(visited(tmp_path, Visit(NOW, NOW - timedelta(days=9)))) == []


def test_one_that_was_not_tried_yet_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_a_visit_whose_words_are_lost_is_told_without_them(tmp_path: Path) -> None:
    visit = Visit(NOW, None, 1, "failed")

    assert told(visited(tmp_path, visit)) == [
        "contact.toml:7:10: warning: article.source: has never been reached. Nothing of it is shown yet"
    ]


def test_a_damaged_note_of_a_visit_tells_nothing(tmp_path: Path) -> None:
    visited(tmp_path, FAILED)
    visit_file(tmp_path, SOURCE).write_text("rubbish")

    assert told(tmp_path) == []
