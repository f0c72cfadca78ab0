"""Jobs that are small programs of the shell: however one ends, its end is an outcome."""

import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from time import monotonic
from typing import TypeAlias

import pytest

from kiosk.supervise.children import Child
from kiosk.supervise.jobs import Prepared, Report
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.preparing import LEFT_AFTER_SECONDS, MOST_SAID, Preparing
from kiosk.supervise.wire import Unreadable, to_line

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell is of POSIX")

LONGEST_SECONDS = 60.0
MADE = Prepared("ab12", ())
SAYS_SO = f"echo '{to_line(MADE).strip()}'"

Queue: TypeAlias = "SimpleQueue[object]"
Begin: TypeAlias = Callable[[str], Preparing]


@pytest.fixture
def heard() -> Queue:
    return SimpleQueue()


@pytest.fixture
def began() -> list[float]:
    return []


@pytest.fixture
def begin(heard: Queue, began: list[float]) -> Iterator[Begin]:
    """Give a function that begins a job, which is this program of the shell."""
    jobs = []

    def begun(script: str) -> Preparing:
        jobs.append(Preparing(lambda: start(script), heard.put, LONGEST_SECONDS))
        began.append(monotonic())
        assert jobs[-1].begin(began[-1]) is None
        return jobs[-1]

    yield begun
    for job in jobs:
        job.end()


def start(script: str, pass_fds: tuple[int, ...] = ()) -> Child:
    return subprocess.Popen(
        ["sh", "-c", script],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        pass_fds=pass_fds,
    )


def take_next(preparing: Preparing, heard: Queue) -> bool:
    event = heard.get(timeout=10)
    assert isinstance(event, Line | Flooded | Ended)
    return preparing.take(event, monotonic())


def outcome(preparing: Preparing, heard: Queue) -> Report | Unreadable:
    """Hear it out."""
    while not take_next(preparing, heard):
        pass
    return preparing.finish()


def test_a_report_is_the_outcome(begin: Begin, heard: Queue) -> None:
    assert outcome(begin(SAYS_SO), heard) == MADE


def test_it_is_at_work_until_its_outcome_is_taken(begin: Begin, heard: Queue) -> None:
    preparing = begin(SAYS_SO)
    before = preparing.is_at_work

    outcome(preparing, heard)

    assert (before, preparing.is_at_work, preparing.due) == (True, False, None)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        pytest.param("exit 0", "it said nothing (exit status 0)", id="it says nothing"),
        pytest.param("exit 3", "it said nothing (exit status 3)", id="it fails"),
        pytest.param("kill -SEGV $$", "it said nothing (exit status -11)", id="it crashes"),
        pytest.param(
            "echo 'Traceback' >&2; echo 'ValueError: a bug' >&2; exit 1",
            "it said nothing (exit status 1) Traceback\nValueError: a bug",
            id="it complains",
        ),
        pytest.param(
            f"{SAYS_SO}; echo 'and now'",
            "JSON is malformed: invalid character (byte 0) (exit status 0)",
            id="it goes on talking",
        ),
    ],
)
def test_an_end_without_report_says_why(begin: Begin, heard: Queue, script: str, why: str) -> None:
    answer = outcome(begin(script), heard)

    assert isinstance(answer, Unreadable)
    assert answer.why == why


def test_complaints_beside_a_report_do_not_matter(begin: Begin, heard: Queue) -> None:
    assert outcome(begin(f"echo 'QFont: no such font' >&2; {SAYS_SO}; exit 1"), heard) == MADE


def test_of_long_complaints_the_end_is_kept(begin: Begin, heard: Queue) -> None:
    answer = outcome(begin("yes complaint | head -n 100000 >&2; echo the cause >&2; exit 1"), heard)

    assert isinstance(answer, Unreadable)
    assert answer.why.endswith("the cause")
    assert len(answer.why) < 2100


@pytest.mark.parametrize(
    "script", [pytest.param("exec sleep 600", id="it hangs"), pytest.param("yes >&2", id="it complains without end")]
)
def test_one_that_takes_too_long_is_ended(begin: Begin, heard: Queue, began: list[float], script: str) -> None:
    preparing = begin(script)

    is_left = preparing.is_over_time(began[0] + LONGEST_SECONDS)

    answer = outcome(preparing, heard)
    assert isinstance(answer, Unreadable)
    assert answer.why.startswith("it took longer than 60 s (exit status -9)")
    assert not is_left


def test_a_moment_before_it_is_left_alone(begin: Begin, heard: Queue, began: list[float]) -> None:
    preparing = begin(f"read nothing; {SAYS_SO}")

    assert not preparing.is_over_time(began[0] + LONGEST_SECONDS - 0.1)

    assert preparing.due == began[0] + LONGEST_SECONDS
    assert outcome(preparing, heard) == MADE


def test_one_that_says_too_much_is_ended(begin: Begin, heard: Queue) -> None:
    answer = outcome(begin(f"head -c {MOST_SAID + 1} /dev/zero; sleep 600"), heard)

    assert isinstance(answer, Unreadable)
    assert answer.why == "it said too much (exit status -9)"


def test_one_that_says_too_much_in_lines_is_ended(begin: Begin, heard: Queue) -> None:
    answer = outcome(begin("yes 'a flood of more than twenty characters' | head -c 5000000; sleep 600"), heard)

    assert isinstance(answer, Unreadable)
    assert answer.why.startswith("it said too much")


def test_a_process_that_it_leaves_behind_is_ended_with_it(heard: Queue) -> None:
    alive, held = os.pipe()
    preparing = Preparing(
        lambda: start(f"sleep 600 <&- >&- 2>&- & {SAYS_SO}", pass_fds=(held,)), heard.put, LONGEST_SECONDS
    )
    preparing.begin(0.0)
    os.close(held)

    assert outcome(preparing, heard) == MADE

    with open(alive, "rb") as end:  # noqa: PTH123  # a descriptor has no path
        assert select.select([end], [], [], 10)[0], "it has not ended: its end of the pipe is open"


def test_one_that_holds_its_pipes_open_is_ended_when_the_time_is_over(
    begin: Begin, heard: Queue, began: list[float]
) -> None:
    preparing = begin(f"sleep 600 & {SAYS_SO}")
    take_next(preparing, heard)

    is_left = preparing.is_over_time(began[0] + LONGEST_SECONDS)

    answer = outcome(preparing, heard)
    assert isinstance(answer, Unreadable)
    assert answer.why.startswith("it took longer than 60 s")
    assert not is_left


def test_one_that_was_given_up_is_due_when_it_is_to_be_left_behind(begin: Begin, began: list[float]) -> None:
    preparing = begin("exec sleep 600")
    over = began[0] + LONGEST_SECONDS + 1

    preparing.is_over_time(over)

    assert preparing.due == over + LEFT_AFTER_SECONDS


def test_one_whose_pipes_not_even_a_kill_ends_is_left_behind(begin: Begin, began: list[float]) -> None:
    preparing = begin("exec sleep 600")
    over = began[0] + LONGEST_SECONDS
    preparing.is_over_time(over)

    before = preparing.is_over_time(over + LEFT_AFTER_SECONDS - 0.1)
    after = preparing.is_over_time(over + LEFT_AFTER_SECONDS)

    assert (before, after) == (False, True)


class Stuck(subprocess.Popen[str]):
    """Does not end, as when its disk hangs."""

    def wait(self, timeout: float | None = None) -> int:
        assert timeout is not None, "it would wait for ever"
        raise subprocess.TimeoutExpired("sh", timeout)


def test_the_end_of_one_that_is_left_behind_is_not_waited_for(heard: Queue) -> None:
    child = Stuck(["sh", "-c", "sleep 600"], stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True)
    preparing = Preparing(lambda: child, heard.put, LONGEST_SECONDS)
    preparing.begin(0.0)
    preparing.is_over_time(LONGEST_SECONDS)

    answer = preparing.finish()

    subprocess.Popen.wait(child)
    assert answer == Unreadable("", "it took longer than 60 s (exit status -9)")
    assert not preparing.is_at_work


def test_what_an_earlier_job_tells_is_too_late(heard: Queue) -> None:
    scripts = iter([f"{SAYS_SO}; echo 'a bug' >&2", "exit 2"])
    preparing = Preparing(lambda: start(next(scripts)), heard.put, LONGEST_SECONDS)
    preparing.begin(0.0)
    preparing.end()

    preparing.begin(0.0)

    answer = outcome(preparing, heard)
    assert isinstance(answer, Unreadable)
    assert answer.why == "it said nothing (exit status 2)"


def test_each_job_has_sources_of_its_own(begin: Begin, heard: Queue) -> None:
    preparing = begin("exit 0")
    outcome(preparing, heard)

    preparing.begin(0.0)

    assert {getattr(heard.get(timeout=10), "source", "") for _ in range(2)} == {"prepare 2", "complaints of prepare 2"}


def test_the_next_job_knows_nothing_of_the_one_before(heard: Queue) -> None:
    scripts = iter(["echo 'a bug' >&2; exit 1", "exit 2"])
    preparing = Preparing(lambda: start(next(scripts)), heard.put, LONGEST_SECONDS)
    preparing.begin(0.0)
    outcome(preparing, heard)

    preparing.begin(0.0)

    answer = outcome(preparing, heard)
    assert isinstance(answer, Unreadable)
    assert answer.why == "it said nothing (exit status 2)"


def test_one_that_cannot_be_started_is_told_at_once(heard: Queue) -> None:
    def no_process() -> Child:
        raise BlockingIOError("no process left")

    preparing = Preparing(no_process, heard.put, LONGEST_SECONDS)

    assert preparing.begin(0.0) == Unreadable("", "no process left")
    assert not preparing.is_at_work


def test_the_end_of_the_kiosk_ends_it(begin: Begin, heard: Queue) -> None:
    preparing = begin("exec sleep 600")

    preparing.end()

    assert [heard.get(timeout=10) for _ in range(2)].count(Ended("prepare 1")) == 1
