"""Lets editions follow staff's files: sees a change, waits until it has come to rest, and has an edition made."""

from typing import Protocol

from kiosk.supervise.jobs import Report
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.preparing import Preparing
from kiosk.supervise.watch import Calm, Digests, Job, Stirred, Watch, follows_at, is_held, observed, with_job
from kiosk.supervise.wire import Unreadable

RETRY_SECONDS = (10.0, 30.0, 60.0, 300.0)
"""After a job that the world ended, not a mistake: the share may answer again, the memory be free again."""


class Looking(Protocol):
    """What looks at the files, in a thread of its own."""

    def follow(self, files: tuple[str, ...]) -> None: ...

    def hurry(self, *, hurry: bool) -> None: ...

    def end(self) -> None: ...


class Following:
    """`files` are those to look at before a report names them; times are those of a monotonic clock."""

    def __init__(self, preparing: Preparing, looker: Looking, files: tuple[str, ...]) -> None:
        self._preparing = preparing
        self._looker = looker
        self._files = files
        self._watch: Watch | None = None
        self._jobs: tuple[Job, ...] = ()
        self._failures = 0
        self._retry_at: float | None = None
        self._takes_next_look = False

    @property
    def has_begun(self) -> bool:
        return self._watch is not None

    @property
    def is_at_work(self) -> bool:
        return self._preparing.is_at_work

    @property
    def is_held(self) -> bool:
        """Whether the files go to and fro and wait for an end of it."""
        return self._watch is not None and is_held(self._watch, self._jobs)

    @property
    def seen(self) -> Digests:
        """The files as they were when last looked at."""
        match self._watch:
            case Calm(made_from):
                return made_from
            case Stirred(seen=seen):
                return seen
            case None:
                return ()

    def begin(self, made_from: Digests) -> None:
        """Look at the files from now on; nothing is made while they hold what the edition was made from."""
        self._watch = Calm(made_from)
        self._looker.follow(_names(made_from) or self._files)

    def make(self, now: float) -> Unreadable | None:
        """Have an edition made at once."""
        self._retry_at = None
        self._jobs = with_job(self._jobs, Job(now, self.seen))
        refusal = self._preparing.begin(now)
        if refusal is not None:
            self.try_later(now)
        return refusal

    def try_later(self, now: float) -> None:
        """Have an edition made again later, though nothing changes: it was not the files' fault."""
        self._retry_at = now + RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS) - 1)]
        self._failures += 1

    def succeeded(self) -> None:
        """Take note that what was made is on the screen: the next failure is a first one."""
        self._failures = 0

    def see(self, seen: Digests, now: float) -> None:
        """Take a look at the files for what it is worth: not during a job, whose end begins a new watch."""
        if self._watch is None or self._preparing.is_at_work:
            return
        self._watch = Calm(seen) if self._takes_next_look else observed(self._watch, seen, now)
        self._takes_next_look = False
        self._looker.hurry(hurry=isinstance(self._watch, Stirred) and not self.is_held)

    def due(self) -> float | None:
        """Give the next time at which something is to be done, None where only a change brings it."""
        if self._preparing.is_at_work:
            return self._preparing.due
        rest = follows_at(self._watch, self._jobs) if isinstance(self._watch, Stirred) else None
        return min((time for time in (rest, self._retry_at) if time is not None), default=None)

    def do_what_is_due(self, now: float) -> Report | Unreadable | None:
        """Make what is to be made; give why nothing was, or what is left of a job that cannot be ended."""
        if self._preparing.is_over_time(now):
            return self._finish(now)
        due = self.due()
        if self._preparing.is_at_work or due is None or now < due:
            return None
        return self.make(now)

    def take(self, event: Line | Flooded | Ended, now: float) -> Report | Unreadable | None:
        """Take what a job's pipe told; the report when that was the last of it."""
        return self._finish(now) if self._preparing.take(event, now) else None

    def _finish(self, now: float) -> Report | Unreadable:
        report = self._preparing.finish()
        if isinstance(report, Unreadable):
            self.try_later(now)
            self._watch = Calm(self.seen)
            self._takes_next_look = not self.seen
        else:
            self._watch = Calm(_made_from(report, dict(self.seen)))
        self._looker.hurry(hurry=False)
        self._looker.follow(_names(self.seen) or self._files)
        return report

    def end(self) -> None:
        self._looker.end()
        self._preparing.end()


def _made_from(report: Report, before: dict[str, str]) -> Digests:
    """Give the files as they were before the job, so that a change meanwhile is seen, and new ones as it read them."""
    return tuple((file.path, before.get(file.path, file.sha256)) for file in report.files)


def _names(digests: Digests) -> tuple[str, ...]:
    return tuple(file for file, _ in digests)
