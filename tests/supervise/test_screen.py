"""The screen with small programs in the place of displays; times are counted from the birth of the one in charge."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from typing import TypeAlias

import pytest

from kiosk.supervise.children import Child
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.messages import Beat, Begin, Mark, from_line
from kiosk.supervise.pipes import Ended, Line
from kiosk.supervise.screen import (
    DIES_WITHIN_SECONDS,
    LEAVES_WITHIN_SECONDS,
    REPLACED_AGAIN_AFTER_SECONDS,
    SUCCEEDS_WITHIN_SECONDS,
    WRITES_WITHIN_SECONDS,
    Closed,
    Died,
    Screen,
)
from kiosk.supervise.wire import to_line

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is of POSIX")

INTERVALS = Intervals(patience=20.0, well=600.0)
ECHO = "exec cat"
"""Says what it is told, and leaves when its pipe is closed."""

STAYS = "trap '' ABRT TERM; cat; while :; do sleep 600; done"
"""Says what it is told, and neither leaves nor writes its stack, whoever asks for it."""

DIES = "read begin; exit 70"
LEAVES = "read begin; exit 0"
KILLED = "read begin; kill -KILL $$"

A_MOMENT = 1e-6
"""Makes up for what the sum of two times is rounded off by."""

Queue: TypeAlias = "SimpleQueue[object]"
Build: TypeAlias = Callable[..., Screen]


class Starter:
    """Starts one program after the other, the last one again and again; "" cannot be started."""

    def __init__(self, scripts: tuple[str, ...]) -> None:
        self._scripts = list(scripts)
        self.started: list[Child] = []

    def __call__(self) -> Child:
        script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
        if not script:
            raise BlockingIOError("no process left")
        self.started.append(
            subprocess.Popen(
                ["sh", "-c", script],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                start_new_session=True,
            )
        )
        return self.started[-1]


@pytest.fixture
def heard() -> Queue:
    return SimpleQueue()


@pytest.fixture
def begun() -> list[bool]:
    """Give the list of all beginnings: whether each display was begun as a safe one."""
    return []


@pytest.fixture
def screen(heard: Queue, begun: list[bool]) -> Iterator[Build]:
    """Give a function that builds a screen whose displays run these programs, one after the other."""
    built: list[tuple[Screen, Starter]] = []

    def begin(safe: bool) -> Begin:  # noqa: FBT001  # as the screen calls it
        begun.append(safe)
        return Begin("/state", safe=safe)

    def build(*scripts: str, may_close: bool = True) -> Screen:
        starter = Starter(scripts)
        screen = Screen(starter(), starter, begin, heard.put, INTERVALS, may_close=may_close)
        built.append((screen, starter))
        return screen

    yield build
    for screen, starter in built:
        for child in starter.started:
            child.kill()
        screen.end()
        for child in starter.started:  # the screen may have lost sight of one, which then is the finding
            child.wait()
            if child.stdin is not None:
                with suppress(BrokenPipeError):
                    child.stdin.close()


def after_birth(screen: Screen, seconds: float) -> float:
    return screen.display.born + seconds + A_MOMENT


def wait_for_end(heard: Queue, source: str) -> None:
    while heard.get(timeout=10) != Ended(source):
        pass


def died(screen: Screen, heard: Queue, seconds: float = 0.0) -> Died | Closed | None:
    """Wait for the end of the display in charge and let the screen know, so long after its birth."""
    wait_for_end(heard, screen.display.source)
    return screen.ended(screen.display.source, after_birth(screen, seconds))


def start_when_due(screen: Screen) -> None:
    due = screen.due()
    assert due is not None
    screen.do_what_is_due(due)


def let_it_beat(screen: Screen, seconds: float, *, frame_age: float | None = 0.0, blank: bool = False) -> None:
    """Let the display beat so long after its birth."""
    screen.display.pulse.hear(Beat("", frame_age, blank=blank), after_birth(screen, seconds))


def replaced(screen: Screen, heard: Queue) -> None:
    """Let a successor take over."""
    old = screen.display
    screen.replace(after_birth(screen, 1.0))
    assert screen.has_painted("display 2")
    assert screen.display is not old
    wait_for_end(heard, "display 1")
    assert screen.ended("display 1", after_birth(screen, 1.0)) is None


def test_the_first_display_is_begun(screen: Build, heard: Queue) -> None:
    screen(ECHO)

    line = heard.get(timeout=10)
    assert isinstance(line, Line)
    assert from_line(line.text) == Begin("/state")


def test_it_is_told_what_the_screen_is_told(screen: Build, heard: Queue) -> None:
    screen(ECHO).tell(Mark(on=True))

    said = [heard.get(timeout=10) for _ in range(2)]
    assert said[1] == Line("display 1", to_line(Mark(on=True)))


def test_a_display_that_died_is_started_again_after_the_delay(screen: Build, heard: Queue) -> None:
    it = screen(DIES, ECHO)

    died(it, heard, seconds=3.0)

    assert it.due() == pytest.approx(after_birth(it, 3.2))
    assert it.is_down


def test_before_the_delay_has_passed_nothing_is_started(screen: Build, heard: Queue, begun: list[bool]) -> None:
    it = screen(DIES, ECHO)
    died(it, heard, seconds=3.0)

    it.do_what_is_due(after_birth(it, 3.1))

    assert len(begun) == 1


def test_then_another_one_is(screen: Build, heard: Queue, begun: list[bool]) -> None:
    it = screen(DIES, ECHO)
    died(it, heard)

    start_when_due(it)

    assert not it.is_down
    assert it.display.source == "display 2"
    assert len(begun) == 2


def test_one_that_dies_again_and_again_is_started_ever_more_slowly(screen: Build, heard: Queue) -> None:
    it = screen(DIES)
    delays = []
    for _ in range(8):
        died(it, heard)
        delays.append(round((it.due() or 0.0) - it.display.born, 3))
        start_when_due(it)

    assert delays == [0.2, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 60.0]


def test_one_that_lived_well_is_started_again_at_once(screen: Build, heard: Queue) -> None:
    it = screen(DIES)
    for _ in range(3):
        died(it, heard)
        start_when_due(it)

    died(it, heard, seconds=600.0)

    assert it.deaths == 1
    assert it.due() == pytest.approx(after_birth(it, 600.2))


def test_one_that_cannot_be_started_is_tried_again_later(screen: Build, heard: Queue) -> None:
    it = screen(DIES, "", ECHO)
    died(it, heard)
    first = it.due()

    start_when_due(it)
    second = it.due()
    start_when_due(it)

    assert first is not None
    assert second is not None
    assert second - first == pytest.approx(1.0)
    assert not it.is_down


@pytest.mark.parametrize(
    ("script", "what", "is_guilty"),
    [
        pytest.param(DIES, "it ended with status 70", True, id="an exception"),
        pytest.param("read begin; exit 1", "it ended with status 1", False, id="the X server is gone"),
        pytest.param("read begin; kill -SEGV $$", f"it ended with status {-signal.SIGSEGV}", True, id="a crash"),
        pytest.param(KILLED, f"it ended with status {-signal.SIGKILL}", False, id="killed from outside"),
    ],
)
def test_a_death_says_whose_fault_it_was(
    screen: Build, heard: Queue, script: str, what: str, *, is_guilty: bool
) -> None:
    assert died(screen(script, ECHO), heard) == Died(what, is_guilty, had_begun=False)


@pytest.mark.parametrize("had_begun", [True, False])
def test_a_death_says_whether_it_has_ever_beaten(screen: Build, heard: Queue, *, had_begun: bool) -> None:
    it = screen(DIES, ECHO)
    if had_begun:
        let_it_beat(it, 0.5, frame_age=None)

    assert died(it, heard) == Died("it ended with status 70", is_guilty=True, had_begun=had_begun)


@pytest.mark.parametrize(
    ("may_close", "outcome"),
    [
        pytest.param(True, Closed(), id="the window of an office"),
        pytest.param(
            False, Died("it ended with status 0", is_guilty=True, had_begun=False), id="the screen of a lobby"
        ),
    ],
)
def test_only_a_window_can_be_closed_by_somebody(
    screen: Build, heard: Queue, outcome: Died | Closed, *, may_close: bool
) -> None:
    assert died(screen(LEAVES, ECHO, may_close=may_close), heard) == outcome


def test_the_end_of_another_process_is_nothing_to_it(screen: Build) -> None:
    it = screen(ECHO)

    assert it.ended("display 7", after_birth(it, 1.0)) is None
    assert not it.is_down


@pytest.mark.parametrize(
    ("seconds", "frame_age", "blank"),
    [
        pytest.param(5.0, 0.0, False, id="no beat since"),
        pytest.param(24.0, 20.0, False, id="no frame since"),
        pytest.param(5.0, 0.0, True, id="one colour"),
    ],
)
def test_one_that_hangs_is_killed(
    screen: Build, heard: Queue, seconds: float, frame_age: float, *, blank: bool
) -> None:
    it = screen(ECHO)
    it.has_painted("display 1")
    let_it_beat(it, seconds, frame_age=frame_age, blank=blank)

    it.do_what_is_due(after_birth(it, 25.0))

    assert died(it, heard, seconds=25.0) == Died("it hung", is_guilty=True, had_begun=True)


def test_one_that_hangs_is_asked_for_its_stack_first(screen: Build, heard: Queue) -> None:
    it = screen("trap 'echo stack; exit 6' ABRT; read begin; echo here; while :; do sleep 0.05; done")
    assert heard.get(timeout=10) == Line("display 1", "here\n")

    it.do_what_is_due(after_birth(it, 20.0))

    assert heard.get(timeout=10) == Line("display 1", "stack\n")


def test_one_that_writes_none_is_killed_a_second_later(screen: Build, heard: Queue) -> None:
    it = screen(STAYS)
    heard.get(timeout=10)
    hangs_at = after_birth(it, 20.0)
    it.do_what_is_due(hangs_at)

    it.do_what_is_due(hangs_at + WRITES_WITHIN_SECONDS - 0.1)
    it.tell(Mark(on=True))
    before = heard.get(timeout=10)
    it.do_what_is_due(hangs_at + WRITES_WITHIN_SECONDS + A_MOMENT)

    wait_for_end(heard, "display 1")
    assert before == Line("display 1", to_line(Mark(on=True)))


@pytest.mark.parametrize(
    ("seconds", "due"),
    [
        pytest.param(0.0, WRITES_WITHIN_SECONDS, id="when its stack should be written"),
        pytest.param(WRITES_WITHIN_SECONDS, DIES_WITHIN_SECONDS, id="when it should be dead"),
    ],
)
def test_it_is_looked_after_until_it_is_dead(screen: Build, seconds: float, due: float) -> None:
    it = screen(ECHO)
    hangs_at = after_birth(it, 20.0)
    it.do_what_is_due(hangs_at)

    it.do_what_is_due(hangs_at + seconds + A_MOMENT)

    assert it.due() == pytest.approx(hangs_at + due)


def test_one_that_beats_and_paints_is_not(screen: Build) -> None:
    it = screen(ECHO)
    it.has_painted("display 1")
    for second in range(100):
        let_it_beat(it, float(second))
        it.do_what_is_due(after_birth(it, second + 0.9))

    assert it.display.killed_at is None


def test_one_whose_computer_slept_is_not_either(screen: Build) -> None:
    it = screen(ECHO)
    it.has_painted("display 1")

    it.excuse(after_birth(it, 10_000.0))
    it.do_what_is_due(after_birth(it, 10_001.0))

    assert it.display.killed_at is None


@pytest.mark.parametrize(("deaths", "seconds"), [(0, 20.0), (1, 40.0), (2, 60.0), (3, 60.0)])
def test_one_that_has_not_painted_yet_has_more_time_the_more_have_died(
    screen: Build, heard: Queue, deaths: int, seconds: float
) -> None:
    it = screen(*[DIES] * deaths, ECHO)
    for _ in range(deaths):
        died(it, heard)
        start_when_due(it)

    it.do_what_is_due(after_birth(it, seconds - 0.1))
    before = it.display.killed_at is not None
    it.do_what_is_due(after_birth(it, seconds))

    assert (before, it.display.killed_at is not None) == (False, True)


def test_one_that_even_the_kill_does_not_end_is_left_behind(screen: Build, heard: Queue) -> None:
    it = screen(ECHO)
    killed_at = after_birth(it, 25.0)
    it.do_what_is_due(killed_at)
    wait_for_end(heard, "display 1")

    it.do_what_is_due(killed_at + DIES_WITHIN_SECONDS - 0.1)
    before = heard.qsize()
    it.do_what_is_due(killed_at + DIES_WITHIN_SECONDS + A_MOMENT)

    assert (before, heard.get(timeout=10)) == (0, Ended("display 1"))


def test_the_screen_is_safe_after_five_deaths(screen: Build, heard: Queue, begun: list[bool]) -> None:
    it = screen(DIES)
    for _ in range(5):
        died(it, heard)
        start_when_due(it)

    assert begun == [False] * 5 + [True]


def test_safety_ends_when_the_display_has_been_well_for_ten_minutes(screen: Build, heard: Queue) -> None:
    it = screen(*[DIES] * 5, ECHO)
    for _ in range(5):
        died(it, heard)
        start_when_due(it)
    it.has_painted("display 6")

    let_it_beat(it, 590.0)
    it.do_what_is_due(after_birth(it, 599.0))
    before = it.is_safe
    it.do_what_is_due((it.due() or 0.0) + A_MOMENT)

    assert (before, it.is_safe) == (True, False)
    assert it.display.killed_at is None


def test_deaths_are_forgotten_when_the_display_has_been_well_for_ten_minutes(screen: Build, heard: Queue) -> None:
    it = screen(DIES, DIES, ECHO)
    for _ in range(2):
        died(it, heard)
        start_when_due(it)
    it.has_painted("display 3")
    let_it_beat(it, 599.0)

    it.do_what_is_due(after_birth(it, 599.9))
    before, due = it.deaths, it.due()
    it.do_what_is_due(after_birth(it, 600.0))

    assert due == pytest.approx(after_birth(it, 600.0))
    assert (before, it.deaths) == (2, 0)


def test_one_that_hangs_then_was_not_well(screen: Build, heard: Queue) -> None:
    it = screen(DIES, ECHO)
    died(it, heard)
    start_when_due(it)

    it.do_what_is_due(after_birth(it, 600.0))

    assert it.deaths == 1


def test_a_successor_takes_over_once_it_has_painted(screen: Build, heard: Queue) -> None:
    it = screen(ECHO)
    it.replace(after_birth(it, 1.0))
    before = it.display.source

    is_in_charge = it.has_painted("display 2")

    assert (before, it.display.source, is_in_charge) == ("display 1", "display 2", True)
    wait_for_end(heard, "display 1")


def test_until_then_the_old_one_counts(screen: Build) -> None:
    it = screen(ECHO)
    it.replace(after_birth(it, 1.0))

    assert it.has_painted("display 1")
    assert it.display.source == "display 1"


def test_a_successor_hears_what_is_told_meanwhile(screen: Build, heard: Queue) -> None:
    it = screen(ECHO)
    it.replace(after_birth(it, 1.0))

    it.tell(Mark(on=True))

    said = {heard.get(timeout=10) for _ in range(4)}
    assert {Line(source, to_line(Mark(on=True))) for source in ("display 1", "display 2")} <= said


def test_the_end_of_the_old_one_is_no_death(screen: Build, heard: Queue) -> None:
    it = screen(ECHO)

    replaced(it, heard)

    assert not it.is_down
    assert it.deaths == 0


def test_a_successor_begins_with_a_clean_record(screen: Build, heard: Queue) -> None:
    it = screen(DIES, ECHO)
    died(it, heard)
    start_when_due(it)
    before = it.deaths
    it.replace(after_birth(it, 1.0))

    it.has_painted("display 3")

    assert (before, it.deaths) == (1, 0)


def test_a_successor_that_dies_changes_nothing(screen: Build, heard: Queue) -> None:
    it = screen(ECHO, DIES)
    it.replace(after_birth(it, 1.0))
    wait_for_end(heard, "display 2")

    outcome = it.ended("display 2", after_birth(it, 2.0))

    assert outcome is None
    assert it.display.source == "display 1"
    assert not it.is_down


def test_a_successor_that_does_not_paint_in_time_is_asked_to_leave(screen: Build, heard: Queue) -> None:
    it = screen(ECHO)
    it.replace(after_birth(it, 1.0))
    it.has_painted("display 1")
    let_it_beat(it, SUCCEEDS_WITHIN_SECONDS)

    it.do_what_is_due(after_birth(it, SUCCEEDS_WITHIN_SECONDS + 1.0))

    wait_for_end(heard, "display 2")
    assert it.display.killed_at is None


def test_its_frame_is_then_too_late(screen: Build) -> None:
    it = screen(ECHO)
    it.replace(after_birth(it, 1.0))
    let_it_beat(it, SUCCEEDS_WITHIN_SECONDS)
    it.do_what_is_due(after_birth(it, SUCCEEDS_WITHIN_SECONDS + 1.0))

    assert not it.has_painted("display 2")
    assert it.display.source == "display 1"


def test_a_late_successor_that_does_not_leave_is_killed(screen: Build, heard: Queue) -> None:
    it = screen(ECHO, STAYS)
    it.replace(after_birth(it, 1.0))
    late = after_birth(it, SUCCEEDS_WITHIN_SECONDS + 1.0)
    let_it_beat(it, SUCCEEDS_WITHIN_SECONDS)
    heard_begin = {heard.get(timeout=10) for _ in range(2)}
    it.do_what_is_due(late)

    due = it.due()
    it.do_what_is_due(late + LEAVES_WITHIN_SECONDS + A_MOMENT)

    wait_for_end(heard, "display 2")
    assert len(heard_begin) == 2
    assert due == pytest.approx(late + LEAVES_WITHIN_SECONDS)


def test_so_is_an_old_one_that_does_not_leave(screen: Build, heard: Queue) -> None:
    it = screen(STAYS, ECHO)
    heard.get(timeout=10)
    it.replace(after_birth(it, 1.0))
    it.has_painted("display 2")
    due = it.due()
    assert due is not None

    it.do_what_is_due(due + A_MOMENT)

    wait_for_end(heard, "display 1")
    assert due < after_birth(it, LEAVES_WITHIN_SECONDS + 60.0)
    assert it.display.killed_at is None


def test_a_successor_that_cannot_be_started_changes_nothing(screen: Build) -> None:
    it = screen(ECHO, "")

    it.replace(after_birth(it, 1.0))

    assert not it.is_down
    assert it.display.source == "display 1"


@pytest.mark.parametrize(
    ("seconds", "count"),
    [(REPLACED_AGAIN_AFTER_SECONDS - 1.0, 2), (REPLACED_AGAIN_AFTER_SECONDS, 3)],
)
def test_one_that_is_large_again_at_once_is_not_replaced_without_end(
    screen: Build, heard: Queue, begun: list[bool], seconds: float, count: int
) -> None:
    it = screen(ECHO)
    began = after_birth(it, 1.0)
    replaced(it, heard)

    it.replace(began + seconds)

    assert len(begun) == count


def test_there_is_never_more_than_one_successor(screen: Build, begun: list[bool]) -> None:
    it = screen(ECHO)
    it.replace(after_birth(it, 1.0))

    it.replace(after_birth(it, 2 * REPLACED_AGAIN_AFTER_SECONDS))

    assert len(begun) == 2


def test_a_screen_that_is_down_has_no_successor(screen: Build, heard: Queue, begun: list[bool]) -> None:
    it = screen(DIES, ECHO)
    died(it, heard)

    it.replace(after_birth(it, 0.1))

    assert len(begun) == 1


def test_a_successor_that_paints_after_the_old_one_died_is_all_there_is(
    screen: Build, heard: Queue, begun: list[bool]
) -> None:
    it = screen(KILLED, ECHO)
    it.replace(after_birth(it, 1.0))
    died(it, heard, seconds=2.0)

    it.has_painted("display 2")
    it.do_what_is_due(after_birth(it, 3.0))

    assert it.display.source == "display 2"
    assert not it.is_down
    assert len(begun) == 2


def test_the_end_ends_all_of_them(screen: Build, heard: Queue) -> None:
    it = screen(ECHO)
    it.replace(after_birth(it, 1.0))

    it.end()

    ended: set[str] = set()
    while len(ended) < 2:
        event = heard.get(timeout=10)
        if isinstance(event, Ended):
            ended.add(event.source)
    assert ended == {"display 1", "display 2"}
