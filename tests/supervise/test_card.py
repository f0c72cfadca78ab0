"""The card's keeper, with small programs in the place of the card."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import psutil
import pytest

from kiosk.supervise.card import IN_A_ROW_SECONDS, MOST_IN_A_ROW, Card
from kiosk.supervise.children import Child
from kiosk.supervise.messages import Cover
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.restart import DELAYS_SECONDS
from tests.supervise.small_programs import display

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs are of POSIX")

COVER = Cover("/state")
LIES = "for line in sys.stdin: record(line.strip())"
WELL_SECONDS = 600.0


@pytest.fixture
def heard() -> "SimpleQueue[object]":
    return SimpleQueue()


@pytest.fixture
def started() -> list[Child]:
    return []


@pytest.fixture
def keep(heard: "SimpleQueue[object]", started: list[Child], record: Path) -> Iterator[Callable[[str], Card]]:
    """Give a function that gives the keeper of a card of these lines."""
    kept = list[Card]()

    def keeper(lines: str) -> Card:
        def start() -> Child:
            started.append(display(lines, record)())
            return started[-1]

        kept.append(Card(start, heard.put, WELL_SECONDS))
        return kept[-1]

    yield keeper
    for card in kept:
        card.end()


def take_end(card: Card, heard: "SimpleQueue[object]", now: float) -> None:
    while not isinstance(event := heard.get(timeout=10), Ended):
        pass
    card.take(event, now)


def test_it_is_laid_down_once_and_told_what_to_show(
    keep: Callable[[str], Card], started: list[Child], record: Path
) -> None:
    card = keep(LIES)

    card.begin(COVER, 0.0)
    card.begin(Cover("/other"), 1.0)
    card.end()

    assert record.read_text() == '{"kind":"Cover","state":"/state"}\n'
    assert [child.returncode for child in started] == [0]


def test_the_same_order_is_given_once_unless_the_picture_is_another(keep: Callable[[str], Card], record: Path) -> None:
    card = keep(LIES)
    card.begin(COVER, 0.0)

    card.show(COVER)
    card.show(Cover("/state", dark=True))
    card.show(Cover("/state", dark=True))
    card.look_again()
    card.end()

    dark = '{"dark":true,"kind":"Cover","state":"/state"}\n'
    assert record.read_text() == '{"kind":"Cover","state":"/state"}\n' + 2 * dark


def test_before_it_is_laid_down_nothing_is_started(keep: Callable[[str], Card], started: list[Child]) -> None:
    card = keep(LIES)

    card.show(COVER)
    card.look_again()
    card.do_what_is_due(1e9)

    assert started == []


def test_where_there_shall_be_none_there_is_none(heard: "SimpleQueue[object]") -> None:
    card = Card(None, heard.put)

    card.begin(COVER, 0.0)
    card.show(Cover("/other"))
    card.end()

    assert card.due is None


def test_one_that_died_is_laid_down_again_ever_later(
    keep: Callable[[str], Card], heard: "SimpleQueue[object]", started: list[Child]
) -> None:
    card, now = keep("sys.exit(1)"), 0.0
    card.begin(COVER, now)
    waits = list[float]()
    for _ in range(len(DELAYS_SECONDS) + 1):
        take_end(card, heard, now)
        assert card.due is not None
        waits.append(round(card.due - now, 3))
        now = card.due
        card.do_what_is_due(now)

    assert waits == [*DELAYS_SECONDS, DELAYS_SECONDS[-1]]
    assert len(started) == len(waits) + 1


def test_one_that_was_well_is_laid_down_again_at_once(
    keep: Callable[[str], Card], heard: "SimpleQueue[object]"
) -> None:
    card = keep("sys.exit(1)")
    card.begin(COVER, 0.0)
    take_end(card, heard, 0.0)
    card.do_what_is_due(DELAYS_SECONDS[0])

    take_end(card, heard, 2 * WELL_SECONDS)

    assert card.due == 2 * WELL_SECONDS + DELAYS_SECONDS[0]


def test_before_its_time_it_is_not_laid_down(
    keep: Callable[[str], Card], heard: "SimpleQueue[object]", started: list[Child]
) -> None:
    card = keep("sys.exit(1)")
    card.begin(COVER, 0.0)
    take_end(card, heard, 0.0)

    card.do_what_is_due(DELAYS_SECONDS[0] / 2)

    assert len(started) == 1


def test_one_that_cannot_be_started_is_tried_again(heard: "SimpleQueue[object]") -> None:
    def refuse() -> Child:
        raise OSError(12, "no memory")

    card = Card(refuse, heard.put)

    card.begin(COVER, 5.0)

    assert card.due == 5.0 + DELAYS_SECONDS[0]


def test_it_says_that_it_is_in_front(keep: Callable[[str], Card], heard: "SimpleQueue[object]") -> None:
    card = keep('say("InFront")\nprint("rubbish", flush=True)\nhear("never")')
    card.begin(COVER, 0.0)
    front, rubbish = heard.get(timeout=10), heard.get(timeout=10)
    assert isinstance(front, Line | Flooded | Ended)
    assert isinstance(rubbish, Line | Flooded | Ended)

    assert card.take(front, 0.0)
    assert not card.take(rubbish, 0.0)


def test_what_the_one_before_says_is_too_late(keep: Callable[[str], Card]) -> None:
    card = keep(LIES)
    card.begin(COVER, 0.0)

    assert not card.take(Line("card 0", '{"kind":"InFront"}'), 0.0)
    card.take(Ended("card 0"), 0.0)

    assert card.due is None


def test_one_that_stays_in_front_of_a_living_display_has_to_go(
    keep: Callable[[str], Card], started: list[Child]
) -> None:
    card = keep(LIES)
    card.begin(COVER, 0.0)
    for second in range(MOST_IN_A_ROW - 1):
        card.stand_back(float(second))
    assert started[0].poll() is None

    card.stand_back(float(MOST_IN_A_ROW))

    assert started[0].wait(5) != 0
    card.take(Ended("card 1"), 10.0)
    assert card.due is None  # nor does another come


def test_one_that_is_in_front_now_and_then_may_stay(keep: Callable[[str], Card], started: list[Child]) -> None:
    card = keep(LIES)
    card.begin(COVER, 0.0)

    for time in range(3 * MOST_IN_A_ROW):
        card.stand_back(time * 2 * IN_A_ROW_SECONDS)

    assert started[0].poll() is None


def test_one_that_does_not_leave_is_ended(keep: Callable[[str], Card], started: list[Child], record: Path) -> None:
    card = keep('signal.signal(signal.SIGTERM, signal.SIG_IGN)\nrecord("here")\nsignal.pause()')
    card.begin(COVER, 0.0)
    while not record.exists():
        assert started[0].poll() is None

    card.end()

    assert not psutil.pid_exists(started[0].pid)
