"""Content that kills the process that reads it does so twice at most; after that, the rest of its source is shown (row B14).

Not once, for a kiosk may be switched off at any moment, and what it was at then is not to blame.
"""

import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.edition.web_source import WebSource
from kiosk.prepare.kept import read_kept
from tests.hostile.dying_gather import POISON
from tests.hostile.gather_child import Ended, GatherChild
from tests.prepare.gathering.paper import NEWS, Paper, feed, opened, page, paragraphs

MOST_DEATHS = 2


@dataclass(frozen=True)
class Office:
    """Visits a paper in processes that die of poison, at the layout or while reading."""

    state: Path
    paper: Paper
    source: WebSource
    dies_of: str

    def visit(self) -> Ended:
        child = GatherChild(self.state, self.source, ("-m", "tests.hostile.dying_gather", self.dies_of))
        child.begin(*self.paper.network.allowed_hosts)
        return child.end()

    def deaths(self) -> int:
        """Visit until a visit lives, and count those before it that died of what they read."""
        for deaths in range(MOST_DEATHS + 1):
            ended = self.visit()
            if ended.status >= 0:
                assert ended.gathered.key == self.source.key
                return deaths
            assert ended.status == -signal.SIGABRT
        raise AssertionError("it dies again and again")

    def titles(self) -> list[str]:
        return [each.article.title for each in read_kept(self.state, self.source).articles]


@pytest.fixture
def paper() -> Iterator[Paper]:
    with opened() as paper:
        yield paper


def publish(paper: Paper, told: str) -> None:
    """Let the first of the paper's stories hold these words."""
    whole = feed(paper).replace(f"{NEWS[0]}, part 1:", f"{NEWS[0]}, {told}:")
    paper.put("/feed.xml", whole, "application/rss+xml")


def test_an_entry_that_kills_is_soon_left_out_and_read_again_when_it_has_changed(tmp_path: Path, paper: Paper) -> None:
    office = Office(tmp_path, paper, paper.source(limit=2), "layout")
    publish(paper, POISON)

    assert office.deaths() in range(1, MOST_DEATHS + 1)
    later = office.visit()
    assert (later.status, office.titles()) == (0, list(NEWS[1:3]))
    assert [line for line in later.gathered.left_out if NEWS[0] in line]

    publish(paper, f"other {POISON}")
    assert office.deaths() in range(1, MOST_DEATHS + 1)
    assert office.titles() == list(NEWS[1:3])

    publish(paper, "mended")
    assert (office.deaths(), office.titles()) == (0, list(NEWS[:2]))


def test_a_page_that_kills_is_told_and_what_was_kept_stays(tmp_path: Path, paper: Paper) -> None:
    office = Office(tmp_path, paper, paper.source("/story"), "reading")
    paper.put("/story", page("A quiet river", paragraphs("The river")))
    assert office.deaths() == 0

    paper.put("/story", page("A wild river", paragraphs(POISON)))
    assert office.deaths() in range(1, MOST_DEATHS + 1)
    told = office.visit().gathered.visit
    assert (told.trouble, told.what) == ("broken", "has something in it that broke the kiosk's reader")
    assert office.titles() == ["A quiet river"]

    paper.put("/story", page("A calm river", paragraphs("The river")))
    assert (office.deaths(), office.titles()) == (0, ["A calm river"])
