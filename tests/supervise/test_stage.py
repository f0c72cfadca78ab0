"""The stage with programs in the place of displays that only listen; the editions are names in a journal."""

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import Literal, TypeAlias

import pytest

from kiosk.edition.journal import Journal, SetAside, read_journal, write_journal, write_pin
from kiosk.edition.value import replace
from kiosk.paths import stack_in, store_in
from kiosk.supervise.children import Child
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.messages import Beat, Begin, Scene, Show, Uncover, from_line
from kiosk.supervise.pipes import Ended, Line
from kiosk.supervise.stage import Mode, Stage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is of POSIX")

INTERVALS = Intervals()
PATIENCE_SECONDS = INTERVALS.patience
CANDIDATE = Journal("b", good="a")

Queue: TypeAlias = "SimpleQueue[object]"
Build: TypeAlias = Callable[..., Stage]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    store_in(folder).mkdir(parents=True)
    return folder


@pytest.fixture
def heard() -> Queue:
    return SimpleQueue()


@pytest.fixture
def stage(state: Path, heard: Queue) -> Iterator[Build]:
    """Give a function that builds a stage with this journal, whose displays say what they are told."""
    built: list[Stage] = []

    def start() -> Child:
        return subprocess.Popen(
            ["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
        )

    def build(journal: Journal = CANDIDATE) -> Stage:
        write_journal(store_in(state), journal)
        built.append(Stage(start(), start, Mode(captive=True, screen=""), state, INTERVALS, heard.put))
        return built[-1]

    yield build
    for each in built:
        each.end()


def told(heard: Queue) -> object:
    """Give the next that a display was told."""
    event = heard.get(timeout=10)
    assert isinstance(event, Line)
    return from_line(event.text)


def paint(stage: Stage, edition: str) -> bool:
    return stage.has_painted(stage.screen.display.source, edition, monotonic())


def let_it_beat(stage: Stage, edition: str, seconds: float = 0.0, *, frame_age: float | None = 0.0) -> None:
    """Let the display beat so long from now."""
    stage.screen.display.pulse.hear(Beat(edition, frame_age), monotonic() + seconds)


def let_it_die(stage: Stage, heard: Queue) -> None:
    """Let the display end by itself, with status 0, and the stage know of it."""
    source = stage.screen.display.source
    stage.screen.display.ask_to_leave()
    take_end(stage, heard, source)


def take_end(stage: Stage, heard: Queue, source: str) -> None:
    while heard.get(timeout=10) != Ended(source):
        pass
    stage.ended(source, monotonic())


def test_what_is_worth_showing_is_ordered_and_put_on_trial_at_the_start(
    stage: Build, state: Path, heard: Queue
) -> None:
    stage()

    assert told(heard) == Begin(str(state), captive=True, editions=("b", "a"))
    assert read_journal(store_in(state)).on_trial == "b"


def test_what_is_offered_is_ordered_and_put_on_trial(stage: Build, state: Path, heard: Queue) -> None:
    it = stage()
    told(heard)

    it.offer("c")

    assert told(heard) == Show(str(state), "c")
    assert read_journal(store_in(state)).on_trial == "c"


def test_a_wish_of_staff_is_ordered_and_put_on_trial(stage: Build, state: Path, heard: Queue) -> None:
    it = stage()
    told(heard)

    write_pin(store_in(state), "c")
    it.follow_pin()
    it.follow_pin()

    assert told(heard) == Show(str(state), "c")
    assert heard.empty()
    assert read_journal(store_in(state)).on_trial == "c"


@pytest.mark.parametrize(
    ("source", "edition", "is_the_last_order"),
    [
        pytest.param("display 1", "c", True, id="what was ordered last"),
        pytest.param("display 1", "b", False, id="what was ordered before"),
        pytest.param("display 7", "c", False, id="of another process"),
    ],
)
def test_a_frame_says_whether_the_last_order_was_followed(
    stage: Build, source: str, edition: str, *, is_the_last_order: bool
) -> None:
    it = stage()
    it.offer("c")

    assert it.has_painted(source, edition, monotonic()) is is_the_last_order


@pytest.mark.parametrize(
    ("damaged", "journal"),
    [
        pytest.param(True, Journal("", good="a"), id="is named no more when it is damaged"),
        pytest.param(False, Journal("b", good="a"), id="keeps its name when the disk does not give it now"),
    ],
)
def test_what_cannot_be_shown(stage: Build, state: Path, journal: Journal, *, damaged: bool) -> None:
    it = stage()

    it.cannot_show("b", "held", damaged=damaged)

    assert replace(read_journal(store_in(state)), on_trial="") == journal


def test_what_is_shown_instead_of_a_damaged_one_is_what_is_expected(stage: Build) -> None:
    it = stage()

    it.cannot_show("b", "it is damaged", damaged=True)

    assert paint(it, "a")


def test_what_the_disk_did_not_give_is_not_blamed_for_the_death_of_a_display_that_showed_another(
    stage: Build, state: Path, heard: Queue
) -> None:
    it = stage()
    let_it_beat(it, "")
    it.cannot_show("b", "held", damaged=False)
    paint(it, "a")

    let_it_die(it, heard)

    assert read_journal(store_in(state)).set_aside == ()


@pytest.mark.parametrize(
    ("had_begun", "set_aside"),
    [
        pytest.param(True, (SetAside("b", "it ended with status 0"),), id="it had begun"),
        pytest.param(False, (), id="it found no screen"),
    ],
)
def test_a_death_is_laid_to_the_edition_on_trial_only_where_there_was_a_screen(
    stage: Build, state: Path, heard: Queue, set_aside: tuple[SetAside, ...], *, had_begun: bool
) -> None:
    it = stage()
    if had_begun:
        let_it_beat(it, "")

    let_it_die(it, heard)

    assert read_journal(store_in(state)).set_aside == set_aside
    assert it.last_death == "it ended with status 0"


def test_a_display_that_does_not_show_what_it_was_ordered_is_ended_without_blame(
    stage: Build, state: Path, heard: Queue
) -> None:
    it = stage(Journal("a", good="a"))
    it.offer("b")
    let_it_beat(it, "a", PATIENCE_SECONDS)

    it.do_what_is_due(monotonic() + PATIENCE_SECONDS)

    take_end(it, heard, "display 1")
    assert read_journal(store_in(state)).set_aside == (SetAside("b", "it ended with status -9", may_return=True),)


def test_its_time_is_due(stage: Build) -> None:
    it = stage(Journal("a", good="a"))
    let_it_beat(it, "a", PATIENCE_SECONDS)
    before = monotonic()

    it.offer("b")

    due = it.due()
    assert due is not None
    assert before <= due - PATIENCE_SECONDS <= monotonic()


def nothing(_stage: Stage) -> None:
    pass


@pytest.mark.parametrize(
    ("seconds", "edition", "frame_age", "happens"),
    [
        pytest.param(PATIENCE_SECONDS - 1, "a", 0.0, nothing, id="it has time yet"),
        pytest.param(PATIENCE_SECONDS, "b", 0.0, nothing, id="it shows what was ordered"),
        pytest.param(PATIENCE_SECONDS, "a", None, nothing, id="nobody can see the window"),
        pytest.param(PATIENCE_SECONDS, "a", 0.0, lambda it: paint(it, "b"), id="it has painted what was ordered"),
        pytest.param(
            PATIENCE_SECONDS, "a", 0.0, lambda it: it.cannot_show("b", "held", damaged=False), id="it has said why not"
        ),
    ],
)
def test_one_that_follows_or_cannot_is_left_alone(  # noqa: PLR0917  # pytest names what it hands over
    stage: Build,
    caplog: pytest.LogCaptureFixture,
    seconds: float,
    edition: str,
    frame_age: float | None,
    happens: Callable[[Stage], object],
) -> None:
    caplog.set_level(logging.INFO)
    it = stage(Journal("a", good="a"))
    it.offer("b")
    let_it_beat(it, edition, seconds, frame_age=frame_age)

    happens(it)
    it.do_what_is_due(monotonic() + seconds)

    assert "display does not follow" not in caplog.messages
    assert "display hangs" not in caplog.messages


def test_one_that_is_dead_is_not_called_deaf(stage: Build, heard: Queue, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    it = stage(Journal("a", good="a"))
    let_it_beat(it, "a")
    for _ in range(6):  # the next start is half a minute off
        let_it_die(it, heard)
        it.screen.do_what_is_due(it.screen.due() or 0.0)
    let_it_beat(it, "a")
    let_it_die(it, heard)

    it.offer("b")
    it.do_what_is_due(monotonic() + PATIENCE_SECONDS)

    assert it.screen.is_down
    assert "display does not follow" not in caplog.messages


def test_only_a_display_that_has_painted_and_lives_lies_over_the_card_again(stage: Build, heard: Queue) -> None:
    it = stage(Journal("a", good="a"))
    told(heard)
    before = it.uncover()
    paint(it, "a")
    while_there = it.uncover()
    order = told(heard)
    let_it_die(it, heard)

    assert (before, while_there, order) == (False, True, Uncover())
    assert not it.uncover()


@pytest.mark.parametrize("light", ["dimmed", "off"])
def test_by_night_and_when_staff_have_switched_it_off_the_screen_is_not_lit(
    stage: Build, light: Literal["dimmed", "off"]
) -> None:
    it = stage()
    by_day = it.is_lit
    it.see(Scene(light))
    by_night = it.is_lit
    it.see(Scene())
    it.darken()

    assert (by_day, by_night, it.is_lit) == (True, False, False)


@pytest.mark.parametrize("has_moved", [True, False])
def test_the_stack_of_a_dead_display_is_logged_from_where_it_was_told_to_write(
    stage: Build, state: Path, heard: Queue, tmp_path: Path, caplog: pytest.LogCaptureFixture, *, has_moved: bool
) -> None:
    caplog.set_level(logging.INFO)
    it = stage()
    file = stack_in(state, it.screen.display.pid)
    file.parent.mkdir()
    file.write_text("in wait_for_a_disk")
    if has_moved:
        it.move(tmp_path / "refuge")

    let_it_die(it, heard)

    assert "display's stack" in caplog.messages
    assert not file.exists()
