"""Staff's files as fakes see them; the jobs are real, and are small programs."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import TypeAlias

import pytest

from kiosk.edition.manifest import HashedFile
from kiosk.supervise.children import Child
from kiosk.supervise.following import RETRY_SECONDS, Following
from kiosk.supervise.jobs import NotPrepared, NotStored, Prepared, Report
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.preparing import LEFT_AFTER_SECONDS, Preparing
from kiosk.supervise.watch import BETWEEN_JOBS_SECONDS, HELD_SECONDS, QUIET_SECONDS, Digests
from kiosk.supervise.wire import Unreadable, to_line

LONGEST_SECONDS = 60.0
FILES = ("contact.toml", "device.toml")
FAILS = "sys.exit(3)"

Queue: TypeAlias = "SimpleQueue[object]"


class FakeLooker:
    """Notes what it is told to do."""

    def __init__(self) -> None:
        self.followed: tuple[str, ...] = ()
        self.hurries = False
        self.has_ended = False

    def follow(self, files: tuple[str, ...]) -> None:
        self.followed = files

    def hurry(self, *, hurry: bool) -> None:
        self.hurries = hurry

    def end(self) -> None:
        self.has_ended = True


class Jobs:
    """Starts one program after the other as a job; "" cannot be started."""

    def __init__(self) -> None:
        self.programs: list[str] = []
        self.started: list[Child] = []

    def start(self) -> Child:
        program = self.programs.pop(0)
        if not program:
            raise BlockingIOError("no process left")
        self.started.append(
            subprocess.Popen(
                [sys.executable, "-S", "-c", f"import sys, time\n{program}"],
                stdout=subprocess.PIPE,
                encoding="utf-8",
                start_new_session=True,
            )
        )
        return self.started[-1]


@pytest.fixture
def looker() -> FakeLooker:
    return FakeLooker()


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def heard() -> Queue:
    return SimpleQueue()


@pytest.fixture
def following(jobs: Jobs, looker: FakeLooker, heard: Queue) -> Iterator[Following]:
    following = Following(Preparing(jobs.start, heard.put, LONGEST_SECONDS), looker, FILES)
    yield following
    following.end()


def holding(content: str, device: str = "the same") -> Digests:
    return (("contact.toml", content), ("device.toml", device))


def hashed(digests: Digests) -> tuple[HashedFile, ...]:
    return tuple(HashedFile(file, digest) for file, digest in digests)


def says(report: Report) -> str:
    return f"sys.stdout.write({to_line(report)!r})"


def made(content: str) -> str:
    """Give the program of a job that finds this in the files."""
    return says(Prepared(f"edition of {content}", hashed(holding(content))))


def outcome(following: Following, heard: Queue, now: float) -> Report | Unreadable:
    """Let the job end, and give what the last that it told has brought."""
    while True:
        event = heard.get(timeout=10)
        assert isinstance(event, Line | Flooded | Ended)
        report = following.take(event, now)
        if report is not None:
            return report


def work(following: Following, heard: Queue, now: float) -> Report | Unreadable:
    """Do what is due at this time, which is a job, and let it end."""
    assert following.do_what_is_due(now) is None
    assert following.is_at_work
    return outcome(following, heard, now)


def test_before_it_begins_nothing_is_seen_and_nothing_due(following: Following) -> None:
    following.see(holding("new"), now=0.0)

    assert not following.has_begun
    assert following.due() is None
    assert following.seen == ()


def test_it_looks_at_what_the_edition_was_made_from(following: Following, looker: FakeLooker) -> None:
    following.begin((("contact.toml", "old"), ("welcome.md", "text")))

    assert looker.followed == ("contact.toml", "welcome.md")


def test_without_an_edition_it_looks_at_the_files_it_knows(following: Following, looker: FakeLooker) -> None:
    following.begin(())

    assert looker.followed == FILES


def test_files_that_are_as_they_were_bring_no_job(following: Following, looker: FakeLooker) -> None:
    following.begin(holding("old"))

    following.see(holding("old"), now=5.0)

    assert following.due() is None
    assert not looker.hurries


def test_a_change_is_followed_when_it_rests(following: Following, jobs: Jobs, looker: FakeLooker) -> None:
    jobs.programs = [made("new")]
    following.begin(holding("old"))
    following.see(holding("new"), now=5.0)
    due = following.due()

    following.do_what_is_due(now=5.0 + QUIET_SECONDS - 0.01)
    before = following.is_at_work
    following.do_what_is_due(now=5.0 + QUIET_SECONDS)

    assert due == pytest.approx(5.0 + QUIET_SECONDS)
    assert (before, following.is_at_work) == (False, True)
    assert looker.hurries


def test_a_job_that_has_ended_gives_its_report_and_calm(
    following: Following, jobs: Jobs, looker: FakeLooker, heard: Queue
) -> None:
    jobs.programs = [made("new")]
    following.begin(holding("old"))
    following.see(holding("new"), now=5.0)

    report = work(following, heard, now=6.0)

    assert report == Prepared("edition of new", hashed(holding("new")))
    assert following.due() is None
    assert not looker.hurries


def test_the_files_that_a_report_names_are_looked_at_from_then_on(
    following: Following, jobs: Jobs, looker: FakeLooker, heard: Queue
) -> None:
    files = (HashedFile("contact.toml", "new"), HashedFile("picture.png", "pixels"))
    jobs.programs = [says(NotPrepared(files))]
    following.begin(holding("old"))

    following.make(now=5.0)
    outcome(following, heard, now=6.0)

    assert looker.followed == ("contact.toml", "picture.png")
    assert following.seen == (("contact.toml", "old"), ("picture.png", "pixels"))


def test_a_change_during_a_job_is_followed_after_it(following: Following, jobs: Jobs, heard: Queue) -> None:
    jobs.programs = [made("newer"), made("newer")]
    following.begin(holding("old"))
    following.see(holding("new"), now=5.0)
    work(following, heard, now=6.0)

    following.see(holding("newer"), now=6.5)

    assert following.due() == pytest.approx(6.0 + BETWEEN_JOBS_SECONDS)


def test_a_look_during_a_job_counts_for_nothing(following: Following, jobs: Jobs) -> None:
    jobs.programs = ["time.sleep(600)"]
    following.begin(holding("old"))
    following.make(now=5.0)

    following.see(holding("new"), now=5.5)

    assert following.seen == holding("old")
    assert following.due() == 5.0 + LONGEST_SECONDS


def test_mistakes_are_not_tried_again_until_something_changes(following: Following, jobs: Jobs, heard: Queue) -> None:
    jobs.programs = [says(NotPrepared(hashed(holding("wrong"))))]
    following.begin(holding("old"))
    following.see(holding("wrong"), now=5.0)

    work(following, heard, now=6.0)

    following.see(holding("wrong"), now=8.0)
    assert following.due() is None


def test_a_job_that_the_world_ended_is_tried_again_ever_more_seldom(
    following: Following, jobs: Jobs, heard: Queue
) -> None:
    jobs.programs = [FAILS] * 6
    following.begin(holding("old"))
    following.make(now=0.0)
    waits, now = [], 0.0
    for _ in range(5):
        assert isinstance(outcome(following, heard, now), Unreadable)
        due = following.due()
        assert due is not None
        waits.append(due - now)
        now = due
        following.do_what_is_due(now)

    assert waits == [*RETRY_SECONDS, RETRY_SECONDS[-1]]


@pytest.mark.parametrize(
    ("is_shown", "wait"),
    [
        pytest.param(True, RETRY_SECONDS[0], id="and what was made is on the screen"),
        pytest.param(False, RETRY_SECONDS[2], id="but nothing came to the screen"),
    ],
)
def test_after_a_success_the_next_failure_is_tried_again_soon(
    following: Following, jobs: Jobs, heard: Queue, wait: float, *, is_shown: bool
) -> None:
    jobs.programs = [FAILS, FAILS, made("old"), FAILS]
    following.begin(holding("old"))
    for now in (0.0, 100.0, 200.0):
        following.make(now)
        outcome(following, heard, now)
    if is_shown:
        following.succeeded()

    following.make(300.0)
    outcome(following, heard, 300.0)

    assert following.due() == 300.0 + wait


def test_after_a_failure_the_files_as_they_were_before_it_are_no_change(
    following: Following, jobs: Jobs, heard: Queue
) -> None:
    jobs.programs = [FAILS]
    following.begin(holding("old"))
    following.see(holding("new"), now=5.0)
    work(following, heard, now=6.0)

    following.see(holding("new"), now=6.5)

    assert following.due() == 6.0 + RETRY_SECONDS[0]


def test_a_mend_during_a_job_that_failed_is_followed_at_once(following: Following, jobs: Jobs, heard: Queue) -> None:
    jobs.programs = [FAILS]
    following.begin(holding("old"))
    following.see(holding("new"), now=5.0)
    work(following, heard, now=6.0)

    following.see(holding("mended"), now=8.0)

    assert following.due() == pytest.approx(8.0 + QUIET_SECONDS)


def test_after_a_failure_before_any_look_the_first_one_is_no_change(
    following: Following, jobs: Jobs, heard: Queue
) -> None:
    jobs.programs = [FAILS]
    following.begin(())
    following.make(now=5.0)
    outcome(following, heard, now=6.0)

    following.see(holding("old"), now=6.5)

    assert following.due() == 6.0 + RETRY_SECONDS[0]


def test_a_change_after_a_failure_is_followed_before_the_next_try(
    following: Following, jobs: Jobs, heard: Queue
) -> None:
    jobs.programs = [FAILS]
    following.begin(holding("old"))
    following.make(now=5.0)
    outcome(following, heard, now=5.5)
    following.see(holding("old"), now=6.0)

    following.see(holding("new"), now=7.0)

    assert following.due() == pytest.approx(7.0 + QUIET_SECONDS)


def test_a_job_that_cannot_be_started_is_told_and_tried_again(following: Following, jobs: Jobs) -> None:
    jobs.programs = [""]
    following.begin(holding("old"))

    refusal = following.make(now=5.0)

    assert refusal == Unreadable("", "no process left")
    assert following.due() == 5.0 + RETRY_SECONDS[0]


def test_what_no_disk_takes_can_be_tried_again_later(following: Following, jobs: Jobs, heard: Queue) -> None:
    jobs.programs = [says(NotStored(hashed(holding("new")), "no room"))]
    following.begin(holding("old"))
    following.make(now=5.0)
    outcome(following, heard, now=6.0)

    following.try_later(now=6.0)

    assert following.due() == 6.0 + RETRY_SECONDS[0]


def test_a_job_over_its_time_is_ended_and_is_an_outcome(following: Following, jobs: Jobs, heard: Queue) -> None:
    jobs.programs = ["time.sleep(600)"]
    following.begin(holding("old"))
    following.make(now=5.0)

    following.do_what_is_due(now=5.0 + LONGEST_SECONDS)

    answer = outcome(following, heard, now=70.0)
    assert isinstance(answer, Unreadable)
    assert answer.why == "it took longer than 60 s (exit status -9)"


def test_one_that_cannot_be_ended_is_left_behind_and_tried_again(following: Following, jobs: Jobs) -> None:
    jobs.programs = ["time.sleep(600)"]
    following.begin(holding("old"))
    following.make(now=0.0)
    assert following.do_what_is_due(now=LONGEST_SECONDS) is None
    left_at = following.due()
    assert left_at is not None

    answer = following.do_what_is_due(now=left_at)  # nobody has told it of the end of the job's pipes

    assert left_at == LONGEST_SECONDS + LEFT_AFTER_SECONDS
    assert answer == Unreadable("", "it took longer than 60 s (exit status -9)")
    assert not following.is_at_work
    assert following.due() == left_at + RETRY_SECONDS[0]


def test_a_refusal_to_start_what_is_due_is_told(following: Following, jobs: Jobs) -> None:
    jobs.programs = [""]
    following.begin(holding("old"))
    following.see(holding("new"), now=5.0)

    assert following.do_what_is_due(now=6.0) == Unreadable("", "no process left")


def test_files_that_go_to_and_fro_are_held_and_nobody_hurries(
    following: Following, jobs: Jobs, looker: FakeLooker, heard: Queue
) -> None:
    jobs.programs = [made(content) for content in ("mine", "theirs") * 3]
    following.begin(holding("old"))
    for round_ in range(6):
        following.see(holding(("mine", "theirs")[round_ % 2]), now=3.0 * round_)
        work(following, heard, now=3.0 * round_ + 1)
    before = following.is_held

    following.see(holding("mine"), now=20.0)

    assert (before, following.is_held) == (False, True)
    assert not looker.hurries
    assert following.due() == pytest.approx(20.0 + HELD_SECONDS)


def test_the_end_ends_the_looker_and_the_job(following: Following, jobs: Jobs, looker: FakeLooker) -> None:
    jobs.programs = ["time.sleep(600)"]
    following.make(now=0.0)

    following.end()

    assert looker.has_ended
    assert jobs.started[0].returncode is not None


@pytest.mark.parametrize(
    ("meanwhile", "is_calm"),
    [
        pytest.param(lambda following: following.see(holding("new"), now=6.5), True, id="as the job read them"),
        pytest.param(lambda following: following.see(holding("new", "other"), now=6.5), False, id="one of them not"),
    ],
)
def test_after_a_job_the_files_are_compared_with_what_it_read(
    following: Following, jobs: Jobs, heard: Queue, meanwhile: Callable[[Following], None], *, is_calm: bool
) -> None:
    jobs.programs = [made("new")]
    following.begin(())
    following.make(now=5.0)
    outcome(following, heard, now=6.0)

    meanwhile(following)

    assert (following.due() is None) is is_calm
