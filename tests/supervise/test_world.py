from datetime import UTC, datetime, timedelta

import pytest

from kiosk.edition.codec import encode
from kiosk.edition.web_source import Visit, WebSource
from kiosk.supervise.rota import Turn
from kiosk.supervise.world import LONGEST_TEXT, UNREADABLE, WorldSource, name_of, told

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
SECRET = "8f14e45fceea167a"  # noqa: S105  # what must not be told
ADDRESS = f"https://user:{SECRET}@paper.example/world/{SECRET}/feed.xml?key={SECRET}#{SECRET}"


def turn(visit: Visit | None) -> Turn:
    return Turn(WebSource(ADDRESS), visit, 0.0, NOON)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        pytest.param("https://paper.example", "paper.example", id="the host alone"),
        pytest.param("https://Paper.example/", "paper.example", id="a slash"),
        pytest.param("https://paper.example/world/feed.xml", "paper.example/world", id="a folder"),
        pytest.param("https://paper.example/feed.xml", "paper.example/feed.xml", id="a file"),
        pytest.param("https://paper.example//world/", "paper.example/world", id="two slashes"),
        pytest.param("https://paper.example:8443/world/", "paper.example:8443/world", id="a port"),
        pytest.param(f"https://paper.example/?key={SECRET}", "paper.example", id="a query"),
        pytest.param(f"https://paper.example/world?key={SECRET}", "paper.example/world", id="a query after a folder"),
        pytest.param(f"https://paper.example/{SECRET * 2}/feed.xml", "paper.example", id="a folder that is a key"),
        pytest.param("https://paper.example/%2e%2e/", "paper.example", id="a folder that is no word"),
        pytest.param(f"https://user:{SECRET}@paper.example/", "paper.example", id="a password"),
        pytest.param("https://zeitung.example\u202e/", "zeitung.example ", id="a host that would turn the line"),
        pytest.param("https://[::1", UNREADABLE, id="half an address"),
        pytest.param("https://paper.example:port/", UNREADABLE, id="no port"),
        pytest.param("file:///etc/passwd", UNREADABLE, id="no host"),
        pytest.param("", UNREADABLE, id="nothing"),
    ],
)
def test_the_name_is_the_host_and_one_folder(address: str, name: str) -> None:
    assert name_of(address) == name


def test_of_one_that_was_not_visited_yet_it_tells_when_it_will_be() -> None:
    assert told(turn(None)) == WorldSource("paper.example/world", NOON)


def test_all_that_is_known_of_the_last_visit_is_told() -> None:
    visit = Visit(NOON, NOON - timedelta(days=2), 90, "refused", "answers that it has moved", "Write where to", None)

    assert told(turn(visit)) == WorldSource(
        name="paper.example/world",
        next_at=NOON,
        tried_at=NOON,
        reached_at=NOON - timedelta(days=2),
        trouble="refused",
        what="answers that it has moved",
        cure="Write where to",
        asks_for_staff=True,
    )


def test_no_secret_of_the_address_is_told() -> None:
    visit = Visit(NOON, trouble="refused", what=f"sends the kiosk to {ADDRESS}", cure=f"Try <{ADDRESS}> by hand")

    secretless = told(turn(visit))

    assert SECRET not in encode(secretless).decode()
    assert secretless.what == "sends the kiosk to paper.example/world"


def test_a_text_of_strangers_stays_in_its_line() -> None:
    visit = Visit(NOON, trouble="refused", what="answers\n\x1b[2J\u202eon two lines", cure="x" * 100_000)

    careful = told(turn(visit))

    assert careful.what == "answers  [2J on two lines"
    assert len(careful.cure) == LONGEST_TEXT
