from itertools import pairwise

import pytest

from kiosk.supervise.watch import (
    BETWEEN_JOBS_SECONDS,
    FLAPS_WITHIN_SECONDS,
    HELD_SECONDS,
    QUIET_SECONDS,
    RETURNS_ALLOWED,
    Calm,
    Digests,
    Job,
    Stirred,
    Watch,
    follows_at,
    is_held,
    observed,
    with_job,
)

LOOKS_PER_SECOND = 20
LOOK_SECONDS = 1 / LOOKS_PER_SECOND


def holding(content: str) -> Digests:
    return (("contact.toml", content), ("device.toml", "the same"))


OLD, NEW, NEWER = (holding(content) for content in ("old", "new", "newer"))


def followed(saves: list[tuple[float, str]], seconds: float) -> list[tuple[float, str]]:
    """Give when and for which content an edition is made, if the file is saved so and looked at twenty times a second."""
    watch: Watch = Calm(holding("at first"))
    jobs: tuple[Job, ...] = ()
    made = []
    for look in range(int(seconds * LOOKS_PER_SECOND)):
        now = look / LOOKS_PER_SECOND
        content = [content for time, content in [(0.0, "at first"), *saves] if time <= now][-1]
        watch = observed(watch, holding(content), now)
        if isinstance(watch, Stirred) and now >= follows_at(watch, jobs):
            jobs = with_job(jobs, Job(now, watch.seen))
            watch = Calm(watch.seen)
            made.append((now, content))
    return made


@pytest.mark.parametrize(
    ("before", "seen", "after"),
    [
        pytest.param(Calm(OLD), OLD, Calm(OLD), id="untouched files are calm"),
        pytest.param(Calm(OLD), NEW, Stirred(OLD, NEW, since=5.0), id="a change stirs"),
        pytest.param(
            Stirred(OLD, NEW, since=4.8), NEW, Stirred(OLD, NEW, since=4.8), id="looking again does not begin anew"
        ),
        pytest.param(
            Stirred(OLD, NEW, since=4.8), NEWER, Stirred(OLD, NEWER, since=5.0), id="a second write begins anew"
        ),
        pytest.param(Stirred(OLD, NEW, since=4.8), OLD, Calm(OLD), id="a change that was taken back is none"),
        pytest.param(Calm(OLD), OLD[:1], Stirred(OLD, OLD[:1], since=5.0), id="a file fewer is a change"),
    ],
)
def test_a_look_at_the_files_gives_this_watch(before: Watch, seen: Digests, after: Watch) -> None:
    assert observed(before, seen, now=5.0) == after


def test_a_change_is_followed_after_the_quiet_time() -> None:
    assert follows_at(Stirred(OLD, NEW, since=5.0), ()) == pytest.approx(5.0 + QUIET_SECONDS)


def test_the_next_job_waits_for_its_second() -> None:
    jobs = (Job(5.0, NEW),)

    assert follows_at(Stirred(NEW, NEWER, since=5.1), jobs) == pytest.approx(5.0 + BETWEEN_JOBS_SECONDS)


def test_a_job_of_long_ago_keeps_nobody_waiting() -> None:
    jobs = (Job(5.0, NEW),)

    assert follows_at(Stirred(NEW, NEWER, since=50.0), jobs) == pytest.approx(50.0 + QUIET_SECONDS)


def test_only_the_end_of_a_save_in_slow_pieces_is_followed() -> None:
    pieces = [(1 + piece * 0.2, f"piece {piece}") for piece in range(10)]

    assert [content for _, content in followed(pieces, seconds=6)] == ["piece 9"]


def test_of_saves_that_never_pause_at_most_one_a_second_is_followed() -> None:
    saves = [(1 + number * 0.4, f"save {number}") for number in range(100)]

    times = [time for time, _ in followed(saves, seconds=50)]

    assert len(times) > 20
    assert min(later - earlier for earlier, later in pairwise(times)) >= BETWEEN_JOBS_SECONDS


def test_the_last_of_many_saves_is_followed() -> None:
    saves = [(1 + number * 0.4, f"save {number}") for number in range(100)]

    assert followed(saves, seconds=50)[-1][1] == "save 99"


def test_saves_of_different_contents_are_never_held() -> None:
    saves = [(float(second), f"save {second}") for second in range(1, 100, 2)]

    latest = max(made - saved for (made, _), (saved, _) in zip(followed(saves, seconds=101), saves, strict=True))

    assert latest <= QUIET_SECONDS + LOOK_SECONDS


def test_a_file_that_goes_to_and_fro_is_held_after_three_rounds() -> None:
    fight = [(2.0 + second, "mine" if second % 4 == 0 else "theirs") for second in range(0, 50, 2)]

    made = followed(fight, seconds=50)

    assert [content for _, content in made] == ["mine", "theirs"] * RETURNS_ALLOWED


def test_a_file_that_was_held_is_followed_once_it_rests() -> None:
    fight = [(2.0 + second, "mine" if second % 4 == 0 else "theirs") for second in range(0, 50, 2)]
    last = fight[-1][0]

    made = followed(fight, seconds=100)

    assert made[-1][1] == fight[-1][1]
    assert last + HELD_SECONDS <= made[-1][0] <= last + HELD_SECONDS + LOOK_SECONDS


def test_a_new_content_ends_a_fight_at_once() -> None:
    fight = [(2.0 + second, "mine" if second % 4 == 0 else "theirs") for second in range(0, 30, 2)]

    made = followed([*fight, (33.0, "agreed")], seconds=40)

    assert made[-1][1] == "agreed"
    assert made[-1][0] <= 33.0 + QUIET_SECONDS + LOOK_SECONDS


@pytest.mark.parametrize(
    ("watch", "returns", "held"),
    [
        pytest.param(Stirred(OLD, NEW, since=10.0), RETURNS_ALLOWED, True, id="it was so three times"),
        pytest.param(Stirred(OLD, NEW, since=10.0), RETURNS_ALLOWED - 1, False, id="it was so twice"),
        pytest.param(
            Stirred(OLD, NEW, since=FLAPS_WITHIN_SECONDS + 3.0), RETURNS_ALLOWED, False, id="that was a minute ago"
        ),
        pytest.param(Stirred(OLD, NEWER, since=10.0), RETURNS_ALLOWED, False, id="it was never so"),
        pytest.param(Calm(NEW), RETURNS_ALLOWED, False, id="nothing changes"),
    ],
)
def test_files_are_held_when_they_were_so_three_times_within_a_minute(
    watch: Watch, returns: int, *, held: bool
) -> None:
    jobs = tuple(Job(float(number), NEW) for number in range(returns))

    assert is_held(watch, jobs) is held


def test_jobs_that_no_longer_count_are_forgotten() -> None:
    jobs: tuple[Job, ...] = ()
    for number in range(1000):
        jobs = with_job(jobs, Job(float(number), NEW))

    assert len(jobs) == FLAPS_WITHIN_SECONDS
