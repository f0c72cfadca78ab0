"""Whether staff's files have changed, have come to rest, and may be followed now: pure rules over what is in them.

Editors write a file in several steps, so a change counts only after a quiet time. A file that keeps going back to what
it just was, as when two programs fight over it, is held until it stays as it is.
"""

from typing import TypeAlias

from kiosk.edition.value import Value

QUIET_SECONDS = 0.3
BETWEEN_JOBS_SECONDS = 1.0
FLAPS_WITHIN_SECONDS = 60.0
RETURNS_ALLOWED = 3
HELD_SECONDS = 30.0

Digests: TypeAlias = tuple[tuple[str, str], ...]
"""Files, each with the hash of its content."""


class Calm(Value, frozen=True):
    """The files are as they were when an edition was last made from them."""

    made_from: Digests


class Stirred(Value, frozen=True):
    """The files have changed; they look like `seen` since the time `since`."""

    made_from: Digests
    seen: Digests
    since: float


Watch: TypeAlias = Calm | Stirred


class Job(Value, frozen=True):
    """An edition was asked for at this time, when the files looked so."""

    at: float
    seen: Digests


def observed(watch: Watch, seen: Digests, now: float) -> Watch:
    """Give the watch after a look at the files."""
    if seen == watch.made_from:
        return Calm(seen)
    if isinstance(watch, Stirred) and watch.seen == seen:
        return watch
    return Stirred(watch.made_from, seen, now)


def follows_at(watch: Stirred, jobs: tuple[Job, ...]) -> float:
    """Give the time from which the change may be followed, if nothing changes meanwhile."""
    rest = watch.since + (HELD_SECONDS if _flaps(watch, jobs) else QUIET_SECONDS)
    return max(rest, jobs[-1].at + BETWEEN_JOBS_SECONDS) if jobs else rest


def is_held(watch: Watch, jobs: tuple[Job, ...]) -> bool:
    """Tell whether the files go to and fro."""
    return isinstance(watch, Stirred) and _flaps(watch, jobs)


def with_job(jobs: tuple[Job, ...], job: Job) -> tuple[Job, ...]:
    """Add a job and forget those that no longer count."""
    return (*(earlier for earlier in jobs if job.at - earlier.at < FLAPS_WITHIN_SECONDS), job)


def _flaps(watch: Stirred, jobs: tuple[Job, ...]) -> bool:
    recent = (job for job in jobs if watch.since - job.at < FLAPS_WITHIN_SECONDS)
    return sum(job.seen == watch.seen for job in recent) >= RETURNS_ALLOWED
