"""The reporter beside a real stage, whose display is a program that only listens."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.edition.deposit import deposit
from kiosk.edition.journal import write_pin
from kiosk.edition.manifest import HashedFile, Origin
from kiosk.edition.model import Edition
from kiosk.edition.store import editions_newest_first
from kiosk.edition.value import replace
from kiosk.edition.web_source import WebSource, articles_file
from kiosk.paths import state_lock, store_in
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.messages import Beat, Told
from kiosk.supervise.reporter import BETWEEN_LOOKS_SECONDS, NOT_ANSWERING_SECONDS, Known, Reporter
from kiosk.supervise.stage import Mode, Stage
from kiosk.supervise.standing import Followed, Mistaken, NotYetKnown, Refused
from kiosk.supervise.state_folder import StateFolder
from kiosk.supervise.status import STATUS, Source, Status, read_status
from kiosk.supervise.world import WorldSource
from kiosk.system.service import Service

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is of POSIX")

EVERY_SECONDS = 60.0
NOW = 1000.0
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
MISTAKEN = Mistaken((Told("contact.toml", 1, 1, "", "", "", "error", "It is wrong."),))


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    store_in(folder).mkdir(parents=True)
    return folder


@pytest.fixture
def stage(state: Path) -> Iterator[Stage]:
    def start() -> "subprocess.Popen[str]":
        return subprocess.Popen(
            ["cat"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    stage = Stage(start(), start, Mode(captive=False, screen=""), state, Intervals(), lambda _event: None)
    yield stage
    stage.end()


@pytest.fixture
def said() -> list[str]:
    """Give the list of what the service manager has heard."""
    return []


@pytest.fixture
def reporter(state: Path, said: list[str]) -> Reporter:
    return Reporter("1.0", Service(said.append, None), (state,), EVERY_SECONDS)


@pytest.fixture
def known(state: Path) -> Known:
    return Known(StateFolder(state, "usual"), Followed(), refreshed_at=None, seen=(), is_held=False, looking_since=None)


Report = Callable[..., Status]


@pytest.fixture
def report(state: Path, reporter: Reporter, stage: Stage, known: Known) -> Report:
    """Give a function that reports at a time, with some of what is known changed, and reads what was written."""

    def reported(now: float = NOW, **changes: object) -> Status:
        reporter.report(now, replace(known, **changes), stage)
        status = read_status((state,))
        assert status is not None
        return status

    return reported


def put(state: Path, edition: Edition, contact: str) -> str:
    """Put an edition into the store that was made from this content of contact.toml."""
    files = (HashedFile("contact.toml", contact), HashedFile("device.toml", ""))
    deposit(store_in(state), edition, {}, Origin(datetime.now(UTC), "1.0", files))
    return editions_newest_first(store_in(state))[0]


def paint(stage: Stage, edition: str, now: float = NOW) -> None:
    stage.offer(edition)
    stage.has_painted(stage.screen.display.source, edition, now)


def test_it_says_where_the_state_is_and_which_lock_is_held(report: Report, state: Path) -> None:
    status = report()

    assert (status.state_folder, status.state_place, status.lock) == (str(state), "usual", str(state_lock(state)))
    assert status.display_pid > 0


def test_it_says_where_the_state_is_when_that_is_not_the_usual_place(report: Report, tmp_path: Path) -> None:
    refuge = StateFolder(tmp_path / "refuge", "memory", "No space left on device")
    (tmp_path / "refuge").write_text("takes nothing either")

    status = report(state=refuge)

    assert (status.state_folder, status.state_place, status.state_why) == (
        str(refuge.folder),
        "memory",
        "No space left on device",
    )


def test_before_the_first_frame_it_is_starting(report: Report) -> None:
    assert report().health == "starting"


def test_then_it_says_what_is_shown_and_since_when(report: Report, stage: Stage) -> None:
    paint(stage, "ab12")

    status = report()

    assert (status.health, status.edition, status.is_on_trial) == ("shown", "ab12", True)
    assert status.shown_since is not None
    assert timedelta() <= datetime.now(UTC) - status.shown_since < timedelta(minutes=1)


def test_the_same_edition_again_is_shown_since_the_first_time(report: Report, stage: Stage) -> None:
    paint(stage, "ab12")
    before = report().shown_since

    paint(stage, "ab12", now=NOW + 100)

    assert report(NOW + 200).shown_since == before


def test_in_safe_mode_it_says_so(report: Report, stage: Stage) -> None:
    paint(stage, "ab12")
    stage.screen.is_safe = True

    assert report().health == "safe mode"


def test_a_display_that_is_down_is_being_started_again(report: Report, stage: Stage) -> None:
    paint(stage, "ab12")
    stage.screen.display.kill()

    stage.ended(stage.screen.display.source, NOW)

    status = report()
    assert (status.health, status.deaths, status.last_death) == ("restarting", 1, "it ended with status -9")


def test_a_wish_of_staff_is_told(report: Report, stage: Stage, state: Path) -> None:
    write_pin(store_in(state), "cd34")
    stage.follow_pin()

    assert report().pinned == "cd34"


def test_the_last_beat_gives_the_ages(report: Report, stage: Stage) -> None:
    stage.screen.display.pulse.hear(Beat("ab12", 0.5, touch_age=7.0), NOW)

    status = report(NOW + 1.0)

    assert (status.frame_age, status.touch_age) == (0.5, 8.0)


def test_each_source_says_whether_the_screen_shows_it(
    report: Report, stage: Stage, state: Path, edition: Edition
) -> None:
    paint(stage, put(state, edition, "new"))
    moment = datetime(2026, 11, 23, tzinfo=UTC)

    status = report(seen=(("contact.toml", "new"), ("device.toml", ""), ("welcome.md", "x")), refreshed_at=moment)

    assert status.sources == (
        Source("contact.toml", is_there=True, is_shown=True, refreshed_at=moment),
        Source("device.toml", is_there=False, is_shown=True, refreshed_at=moment),
        Source("welcome.md", is_there=True, is_shown=False, refreshed_at=moment),
    )


def test_what_was_brought_from_the_world_is_none_of_staffs_files(report: Report, state: Path) -> None:
    brought = articles_file(state, WebSource("https://paper.example/"))

    status = report(seen=(("contact.toml", "new"), (str(brought), "")))

    assert [source.file for source in status.sources] == ["contact.toml"]


def test_a_source_that_was_saved_without_effect_is_shown_when_the_same_edition_was_made_of_it(
    report: Report, stage: Stage, state: Path, edition: Edition
) -> None:
    paint(stage, put(state, edition, "without a comment"))
    report(seen=(("contact.toml", "without a comment"),))

    paint(stage, put(state, edition, "with a comment"))

    assert report(NOW + 1.0, seen=(("contact.toml", "with a comment"),)).sources[0].is_shown


def test_what_stays_as_it_is_is_not_written_again(report: Report, stage: Stage, state: Path) -> None:
    report()
    (state / STATUS).unlink()
    stage.screen.display.pulse.hear(Beat("", 0.1), NOW)

    with pytest.raises(AssertionError):
        report(NOW + EVERY_SECONDS - 1.0)


def test_but_now_and_then_it_is_for_its_age(report: Report, reporter: Reporter) -> None:
    first = report()
    due = reporter.due

    second = report(due)

    assert due == NOW + EVERY_SECONDS
    assert second.written_at > first.written_at


@pytest.mark.parametrize(
    "changes",
    [
        {"standing": NotYetKnown()},
        {"is_held": True},
        {"looking_since": NOW - NOT_ANSWERING_SECONDS},
        {"seen": (("contact.toml", "new"),)},
        {"world": (WorldSource("paper.example", NOON),)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_changes_is_written_at_once(report: Report, changes: dict[str, object]) -> None:
    first = report()

    second = report(NOW + 1.0, **changes)

    assert second.written_at > first.written_at


@pytest.mark.parametrize(("seconds", "hangs"), [(NOT_ANSWERING_SECONDS - 0.1, False), (NOT_ANSWERING_SECONDS, True)])
def test_files_that_do_not_answer_for_five_seconds_hang(
    report: Report, reporter: Reporter, seconds: float, *, hangs: bool
) -> None:
    status = report(looking_since=NOW - seconds)

    assert (status.waits_for_files_since is not None) is hangs
    assert reporter.asks_for_staff is hangs


@pytest.mark.parametrize(
    ("looking_since", "due"),
    [
        pytest.param(None, NOW + EVERY_SECONDS, id="no look is going on"),
        pytest.param(NOW, NOW + NOT_ANSWERING_SECONDS, id="one has begun just now"),
        pytest.param(NOW - 100, NOW + BETWEEN_LOOKS_SECONDS, id="one does not end"),
    ],
)
def test_a_look_that_has_not_ended_is_looked_after_soon(
    report: Report, reporter: Reporter, looking_since: float | None, due: float
) -> None:
    report(looking_since=looking_since)

    assert reporter.due == due


def test_files_that_answer_again_do_not(report: Report, reporter: Reporter) -> None:
    report(looking_since=NOW - 100)

    status = report(NOW + 1.0, looking_since=None)

    assert status.waits_for_files_since is None
    assert not reporter.asks_for_staff


def test_files_that_hang_on_are_written_but_once(report: Report, state: Path) -> None:
    report(looking_since=NOW - 100)
    (state / STATUS).unlink()

    with pytest.raises(AssertionError):
        report(NOW + 1.0, looking_since=NOW - 100)


@pytest.mark.parametrize(
    ("standing", "asks"),
    [(Followed(), False), (MISTAKEN, True), (Refused("it hung"), True)],
    ids=["followed", "mistaken", "refused"],
)
def test_the_sign_for_staff_follows_how_the_files_stand(
    report: Report, reporter: Reporter, standing: object, *, asks: bool
) -> None:
    report(standing=standing)

    assert reporter.asks_for_staff is asks


@pytest.mark.parametrize("asks", [False, True])
def test_so_does_it_a_source_in_the_world_that_is_out_of_reach(
    report: Report, reporter: Reporter, *, asks: bool
) -> None:
    status = report(
        world=(WorldSource("paper.example", NOON), WorldSource("office.example", NOON, asks_for_staff=asks))
    )

    assert [source.name for source in status.world] == ["paper.example", "office.example"]
    assert reporter.asks_for_staff is asks


def test_the_service_manager_hears_each_state_once(report: Report, stage: Stage, said: list[str]) -> None:
    report()
    report(NOW + 1.0)
    paint(stage, "ab" * 32)
    report(NOW + 2.0, standing=MISTAKEN)

    assert said == [
        "STATUS=starting, Followed, edition none",
        "STATUS=shown, Mistaken, edition abababababab",
    ]


def test_the_watchdog_is_fed_when_it_is_due(state: Path, stage: Stage, known: Known, said: list[str]) -> None:
    reporter = Reporter("1.0", Service(said.append, 10.0), (state,), EVERY_SECONDS)
    for seconds in (0.0, 5.0, 10.0, 19.0, 20.0):
        reporter.report(NOW + seconds, known, stage)

    assert said.count("WATCHDOG=1") == 3
    assert reporter.due == NOW + 30.0


def test_at_the_end_no_status_speaks_of_a_kiosk_that_runs(report: Report, reporter: Reporter, state: Path) -> None:
    report()

    reporter.end()

    assert read_status((state,)) is None
