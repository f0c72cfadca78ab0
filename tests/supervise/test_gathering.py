"""Visits that are small programs, started and heard as the supervisor does; time is the test's."""

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue

import pytest

from kiosk.edition.sealed import write_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import Visit, WebSource, visit_file
from kiosk.supervise.children import Child
from kiosk.supervise.gathering import Gathering
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.jobs import Gathered
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.status import utc_now
from kiosk.supervise.wire import to_line
from tests.supervise.small_programs import gather

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs are of POSIX")

FEED, PAGE = WebSource("https://paper.example/feed.xml?key=secret"), WebSource("https://office.example/news")
TRIED = datetime(2026, 11, 27, 12, tzinfo=UTC)
REACHED = Visit(TRIED, reached_at=TRIED)
OFFLINE = Visit(TRIED, failures=1, trouble="offline", what="does not answer", cure="Wait")
DIES = gather("sys.exit(1)")
HANGS = gather("signal.pause()")
GATHER_SECONDS = Intervals().gather


def says(source: WebSource, visit: Visit) -> Callable[[], Child]:
    return gather(f"sys.stdin.readline()\nprint({to_line(Gathered(source.key, visit))!r}, end='')")


class Kiosk:
    """What the supervisor does for its sources, with the next visits in a list; without one, a visit dies."""

    def __init__(self, state: Path) -> None:
        self.now = 1000.0
        self.way = "10.0.0.7"
        self.looks = 0
        self.state = state
        self.visits: list[Callable[[], Child]] = []
        self.started: list[Child] = []
        self.heard: SimpleQueue[object] = SimpleQueue()
        self.gathering = Gathering(self._start, state, self.heard.put, Intervals(), self._look)

    def _start(self) -> Child:
        self.started.append((self.visits.pop(0) if self.visits else DIES)())
        return self.started[-1]

    def _look(self) -> str:
        self.looks += 1
        return self.way

    def want(self, *sources: WebSource) -> None:
        self.gathering.want(sources, self.now)

    def write(self, source: WebSource, visit: Visit) -> None:
        """Write down how a visit went, as the child does."""
        visit_file(self.state, source).parent.mkdir(parents=True, exist_ok=True)
        write_sealed(visit_file(self.state, source), visit)

    def turn(self) -> None:
        self.gathering.do_what_is_due(self.now)

    def hear_out(self) -> None:
        """Do what is due, and hear the visit that is begun to its end."""
        self.turn()
        started = len(self.started)
        event: object = None
        while not isinstance(event, Ended):
            event = self.heard.get(timeout=10)
            assert isinstance(event, Line | Flooded | Ended)
            assert self.gathering.concerns(event.source)
            self.gathering.take(event, self.now)
        assert len(self.started) == started

    def live(self, seconds: float) -> int:
        """Let time pass, hear each visit out, and tell how many there were."""
        before, end = len(self.started), self.now + seconds
        while (due := self.gathering.due()) is not None and due <= end:
            self.now = max(self.now, due)
            started = len(self.started)
            self.turn()
            if len(self.started) > started:
                self.hear_out()
        self.now = end
        return len(self.started) - before


@pytest.fixture
def kiosk(state: Path) -> Iterator[Kiosk]:
    kiosk = Kiosk(state)
    kiosk.gathering.begin()
    yield kiosk
    kiosk.gathering.end()


def test_a_visit_is_told_where_to_go_and_where_to_keep_it(kiosk: Kiosk, state: Path, record: Path) -> None:
    kiosk.visits = [gather("record(sys.stdin.readline().strip())", record)]
    kiosk.want(FEED)

    kiosk.hear_out()

    order = json.loads(record.read_text())
    assert (order["kind"], order["state"]) == ("Gather", str(state))
    assert order["source"] == {"kind": "WebSource", "address": FEED.address}


def test_what_it_says_is_known(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, REACHED)]
    kiosk.want(FEED)

    kiosk.hear_out()

    (known,) = kiosk.gathering.known()
    assert (known.name, known.reached_at, known.trouble) == ("paper.example/feed.xml", TRIED, "")
    assert timedelta(minutes=23) < known.next_at - utc_now() < timedelta(minutes=37)


def test_nothing_is_visited_before_it_may_be(state: Path) -> None:
    kiosk = Kiosk(state)
    kiosk.want(FEED)

    kiosk.turn()

    assert (kiosk.started, kiosk.gathering.due()) == ([], None)


def test_one_is_visited_at_a_time(kiosk: Kiosk) -> None:
    kiosk.visits = [HANGS, HANGS]
    kiosk.want(FEED, PAGE)

    kiosk.turn()
    kiosk.turn()

    assert len(kiosk.started) == 1
    assert kiosk.gathering.due() == kiosk.now + GATHER_SECONDS


def test_the_next_follows_when_it_is_over(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, REACHED), says(PAGE, REACHED)]
    kiosk.want(FEED, PAGE)

    assert kiosk.live(1.0) == 2
    assert {known.trouble for known in kiosk.gathering.known()} == {""}


@pytest.mark.parametrize(
    "dies",
    [
        pytest.param(DIES, id="it fails"),
        pytest.param(gather("os.abort()"), id="it crashes"),
        pytest.param(gather("print('Traceback')"), id="it says something else"),
        pytest.param(says(PAGE, REACHED), id="it speaks of another source"),
        pytest.param(gather("print('x' * 100_000)\nsignal.pause()"), id="it says too much"),
    ],
)
def test_one_that_dies_has_failed_and_is_tried_again_ever_later(kiosk: Kiosk, dies: Callable[[], Child]) -> None:
    kiosk.visits = [dies]
    kiosk.want(FEED)

    kiosk.hear_out()

    (known,) = kiosk.gathering.known()
    assert (known.trouble, known.what) == ("failed", "could not be read: the visit did not come to its end")
    assert not visit_file(kiosk.state, FEED).exists()
    assert kiosk.live(40.0) == 0
    assert kiosk.live(35.0) == 1
    assert kiosk.live(60.0) == 0


def test_one_that_cannot_be_started_has_failed(kiosk: Kiosk) -> None:
    def refuse() -> Child:
        raise BlockingIOError("no process left")

    kiosk.visits = [refuse]
    kiosk.want(FEED)

    kiosk.turn()

    assert kiosk.gathering.known()[0].trouble == "failed"
    assert kiosk.gathering.due() == pytest.approx(kiosk.now + 60.0, abs=12.5)


def test_one_that_hangs_is_ended_after_half_a_minute(kiosk: Kiosk) -> None:
    kiosk.visits = [HANGS]
    kiosk.want(FEED)
    kiosk.turn()

    kiosk.now += GATHER_SECONDS
    kiosk.turn()

    assert kiosk.started[0].wait(10) < 0
    assert kiosk.gathering.known()[0].trouble == "failed"


def test_what_it_wrote_down_before_it_died_counts(kiosk: Kiosk) -> None:
    kiosk.visits = [HANGS]
    kiosk.want(FEED)
    kiosk.turn()
    kiosk.write(FEED, REACHED)

    kiosk.now += GATHER_SECONDS
    kiosk.turn()

    assert kiosk.gathering.known()[0].reached_at == TRIED


def test_what_was_reached_before_one_died_is_still_known(kiosk: Kiosk) -> None:
    kiosk.write(FEED, replace(REACHED, failures=3, trouble="refused"))
    kiosk.want(FEED)

    assert kiosk.live(60.0) == 1

    (known,) = kiosk.gathering.known()
    assert (known.trouble, known.reached_at) == ("failed", TRIED)
    assert kiosk.live(60.0) == 0


def test_each_death_in_a_row_counts_whatever_was_written_before_the_first(kiosk: Kiosk) -> None:
    kiosk.write(FEED, REACHED)
    kiosk.want(FEED)
    kiosk.live(60.0)

    for _ in range(3):
        kiosk.gathering.visit_all(kiosk.now)
        kiosk.hear_out()
        (known,) = kiosk.gathering.known()
        assert (known.trouble, known.reached_at) == ("failed", TRIED)


def test_a_start_does_not_visit_what_is_fresh(kiosk: Kiosk) -> None:
    kiosk.write(FEED, Visit(utc_now(), reached_at=utc_now()))
    kiosk.want(FEED)

    assert kiosk.live(20 * 60.0) == 0
    assert kiosk.gathering.known()[0].reached_at is not None


@pytest.mark.parametrize("spoil", ["rubbish", "", "a folder in its place"])
def test_what_was_written_down_and_is_damaged_was_never_there(kiosk: Kiosk, spoil: str) -> None:
    kiosk.write(FEED, Visit(utc_now(), reached_at=utc_now()))
    file = visit_file(kiosk.state, FEED)
    if spoil.startswith("a folder"):
        file.unlink()
        file.mkdir()
    else:
        file.write_text(spoil)
    kiosk.want(FEED)

    assert kiosk.live(0.0) == 1


def test_a_source_that_is_added_is_visited_at_once(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, REACHED), says(PAGE, REACHED)]
    kiosk.want(FEED)
    kiosk.live(60.0)

    kiosk.want(FEED, PAGE)

    assert kiosk.live(0.0) == 1
    assert [known.name for known in kiosk.gathering.known()] == ["paper.example/feed.xml", "office.example/news"]


def test_a_source_that_vanishes_while_it_is_visited_is_forgotten(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, REACHED)]
    kiosk.want(FEED)
    kiosk.turn()
    kiosk.want()

    kiosk.hear_out()

    assert kiosk.gathering.known() == ()
    assert kiosk.gathering.due() is None


def test_staff_have_all_visited(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, REACHED), says(PAGE, REACHED), says(FEED, REACHED), says(PAGE, REACHED)]
    kiosk.want(FEED, PAGE)
    kiosk.live(60.0)

    kiosk.gathering.visit_all(kiosk.now)

    assert kiosk.live(0.0) == 2


def test_in_another_folder_it_goes_on_with_what_is_known_there(kiosk: Kiosk, tmp_path: Path, record: Path) -> None:
    refuge = tmp_path / "refuge"
    kiosk.visits = [HANGS, gather("record(sys.stdin.readline())", record)]
    kiosk.want(FEED, PAGE)
    kiosk.turn()
    kiosk.state = refuge
    kiosk.write(PAGE, Visit(utc_now(), reached_at=utc_now()))

    kiosk.gathering.move(refuge, kiosk.now)

    assert kiosk.started[0].wait(10) < 0
    kiosk.turn()
    kiosk.started[1].wait(10)
    order = json.loads(record.read_text())
    assert (order["state"], order["source"]["address"]) == (str(refuge), FEED.address)


def test_a_move_to_where_it_is_changes_nothing(kiosk: Kiosk, state: Path) -> None:
    kiosk.visits = [HANGS]
    kiosk.want(FEED)
    kiosk.turn()

    kiosk.gathering.move(state, kiosk.now)

    assert kiosk.started[0].poll() is None


def test_nobody_looks_at_the_link_while_all_is_well(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, REACHED)]
    kiosk.want(FEED)

    kiosk.live(20 * 60.0)

    assert kiosk.looks == 0


@pytest.mark.parametrize("trouble", ["refused", "broken", "nothing to show", "forbidden", "failed"])
def test_nor_while_somebody_answers(kiosk: Kiosk, trouble: str) -> None:
    kiosk.visits = [says(FEED, replace(OFFLINE, trouble=trouble))]
    kiosk.want(FEED)

    kiosk.live(40.0)

    assert kiosk.looks == 0


@pytest.mark.parametrize("back_after", [1.0, 20.0, 29.0, 44.0])
def test_what_was_offline_is_fresh_within_a_minute_of_the_links_return(kiosk: Kiosk, back_after: float) -> None:
    kiosk.way = ""
    kiosk.visits = [says(FEED, replace(OFFLINE, failures=50))]
    kiosk.want(FEED)
    kiosk.live(back_after)
    kiosk.way = "10.0.0.7"
    kiosk.visits = [says(FEED, REACHED)]

    assert kiosk.live(50.0) == 1

    assert kiosk.gathering.known()[0].trouble == ""
    looks = kiosk.looks
    kiosk.live(20 * 60.0)
    assert kiosk.looks == looks


def test_while_offline_it_looks_four_times_a_minute(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, replace(OFFLINE, failures=50))]
    kiosk.want(FEED)

    kiosk.live(10 * 60.0)

    assert 40 <= kiosk.looks <= 42
    assert len(kiosk.started) == 1


def test_a_kiosk_that_was_offline_when_it_ended_does_not_wait_for_half_an_hour(kiosk: Kiosk) -> None:
    kiosk.write(FEED, replace(OFFLINE, tried_at=utc_now(), failures=50))
    kiosk.visits = [says(FEED, REACHED)]
    kiosk.want(FEED)

    assert kiosk.live(31.0) == 1


def test_other_settings_of_the_machine_are_tried_at_once(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, replace(OFFLINE, failures=50)), says(FEED, REACHED)]
    kiosk.gathering.reach_by("without a proxy", kiosk.now)
    kiosk.want(FEED)
    kiosk.live(60.0)

    kiosk.gathering.reach_by("without a proxy", kiosk.now)
    before = kiosk.live(60.0)
    kiosk.gathering.reach_by("by a proxy", kiosk.now)

    assert (before, kiosk.live(0.0)) == (0, 1)


@pytest.mark.parametrize(
    ("settings", "visits"),
    [
        pytest.param(("by a proxy", "by a proxy"), 0, id="the same"),
        pytest.param((None, "by a proxy"), 0, id="the first that are known"),
        pytest.param(("by a proxy", None, "by a proxy"), 0, id="unknown for a while"),
        pytest.param(("", "by a proxy"), 1, id="a new device.toml"),
        pytest.param(("by a proxy", ""), 1, id="no device.toml any more"),
        pytest.param(("by a proxy", None, "by another"), 1, id="others after a while"),
    ],
)
def test_only_other_settings_are_a_reason(kiosk: Kiosk, settings: tuple[str | None, ...], visits: int) -> None:
    kiosk.visits = [says(FEED, replace(OFFLINE, failures=50))]
    kiosk.want(FEED)
    kiosk.live(60.0)

    for each in settings:
        kiosk.gathering.reach_by(each, kiosk.now)

    assert kiosk.live(0.0) == visits


def test_looks_end_with_the_source_that_was_offline(kiosk: Kiosk) -> None:
    kiosk.visits = [says(FEED, OFFLINE)]
    kiosk.want(FEED)
    kiosk.live(20.0)

    kiosk.want()

    assert kiosk.gathering.due() is None


def test_only_a_change_is_logged_and_never_the_whole_address(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    kiosk.visits = [says(FEED, OFFLINE), says(FEED, OFFLINE), says(FEED, REACHED), says(FEED, REACHED)]
    kiosk.want(FEED)

    kiosk.live(3 * 3600.0)

    outcomes = [vars(record.msg)["fields"] for record in caplog.records if str(record.msg) == "a source in the world"]
    assert [outcome["outcome"] for outcome in outcomes[:2]] == ["offline", "reached"]
    assert outcomes[0]["source"] == "paper.example/feed.xml"
    assert "secret" not in str(outcomes)


def test_at_the_end_of_the_kiosk_a_visit_ends_too(kiosk: Kiosk) -> None:
    kiosk.visits = [HANGS]
    kiosk.want(FEED)
    kiosk.turn()

    kiosk.gathering.end()

    assert kiosk.started[0].poll() is not None


def test_the_real_command_answers_for_an_address_that_it_may_not_visit(state: Path) -> None:
    """No network is needed to be refused by the kiosk itself."""
    from kiosk.supervise.children import start_errand  # noqa: PLC0415  # beside the fakes, for this test alone

    kiosk = Kiosk(state)
    kiosk.gathering.begin()
    kiosk.visits = [lambda: start_errand(("gather",))]
    kiosk.want(WebSource("https://127.0.0.1/feed.xml"))

    kiosk.hear_out()

    (known,) = kiosk.gathering.known()
    assert known.trouble == "forbidden"
    assert kiosk.live(20 * 60.0) == 0


def test_a_process_that_a_visit_leaves_behind_is_no_reason_to_wait(kiosk: Kiosk) -> None:
    stays = "import subprocess\nsubprocess.Popen(['sleep', '600'])\nsys.exit(0)"
    kiosk.visits = [gather(stays)]
    kiosk.want(FEED)
    kiosk.turn()

    kiosk.now += GATHER_SECONDS
    kiosk.turn()

    assert isinstance(kiosk.started[0], subprocess.Popen)
    assert kiosk.gathering.known()[0].trouble == "failed"
