"""Staff's files: what is made of them goes to the stage, and how they stand to the screen is known here."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from kiosk.edition.device import Unknown, access_settings
from kiosk.edition.journal import PIN
from kiosk.edition.sealed import read_sealed
from kiosk.log import note
from kiosk.paths import access_in, call_in, prepared_in, store_in
from kiosk.supervise.call import make_ready
from kiosk.supervise.children import Child
from kiosk.supervise.following import Following
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.jobs import NotPrepared, NotStored, Prepared, Report
from kiosk.supervise.looker import Looked, Looker
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.plan import Plan
from kiosk.supervise.preparing import Preparing
from kiosk.supervise.reporter import Known
from kiosk.supervise.stage import Stage
from kiosk.supervise.standing import (
    Followed,
    Mistaken,
    NotKept,
    NotMade,
    NotYetKnown,
    Refused,
    Standing,
    words_for_the_terminal,
)
from kiosk.supervise.state_folder import StateFolder, settle
from kiosk.supervise.status import utc_now
from kiosk.supervise.watch import Digests
from kiosk.supervise.wire import Unreadable
from kiosk.supervise.world import WorldSource
from kiosk.terminal import tell_terminal

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.edition.web_source import WebSource
    from kiosk.supervise.messages import Told


_NOTHING_TOLD = Prepared("", ())


class StaffFiles:
    def __init__(self, plan: Plan, stage: Stage, intervals: Intervals, hear: Callable[[object], None]) -> None:
        self._plan = plan
        self._stage = stage
        self._state = plan.state
        self._looker = Looker(hear, calm_seconds=intervals.look)
        preparing = Preparing(self._start_prepare, hear, intervals.job)
        self._following = Following(preparing, self._looker, plan.files)
        self._standing: Standing = NotYetKnown()
        self._warnings: tuple[Told, ...] = ()
        self._refreshed_at: datetime | None = None
        self.sources: tuple[WebSource, ...] = ()
        """Those in the world that the files name, as far as was last told."""

        self.settings: str | None = None
        """The hash of device.toml, as it was then, "" where there is none."""

    @property
    def are_followed(self) -> bool:
        """Whether they are watched, or something is being made of them."""
        return self._following.has_begun or self._following.is_at_work

    @property
    def folder(self) -> Path:
        """Where the state is kept."""
        return self._state.folder

    @property
    def are_at_work(self) -> bool:
        """Whether something is being made of them."""
        return self._following.is_at_work

    def known(self, world: tuple[WorldSource, ...]) -> Known:
        """Give all that is known of the files, together with what is of their sources in the world."""
        return Known(
            state=self._state,
            standing=self._standing,
            refreshed_at=self._refreshed_at,
            seen=self._following.seen,
            is_held=self._following.is_held,
            looking_since=self._looker.waits_since(),
            world=world,
        )

    def due(self) -> float | None:
        """Give the next time at which something is to be done."""
        return self._following.due()

    def start(self) -> None:
        """Be ready to look, as the system's notices need some time to come."""
        self._look_aside()
        self._looker.start()

    def follow(self, now: float) -> None:
        """Compare the current edition with the files it was made from, and follow them from now on."""
        if self.are_followed:
            return
        told = self._told_before()
        self._learn(told)
        known = told if self._is_all_known(told) else None
        self._following.begin(() if known is None else _digests(known))
        if known is None:
            self.make(now)
            return
        self._warnings = known.problems
        self._refreshed_at = self._stage.made_at()
        self._stand(self._followed())

    def make(self, now: float) -> None:
        """Have an edition made at once."""
        failure = self._following.make(now)
        if failure is not None:
            self._stand(NotMade(failure.why))

    def see(self, looked: Looked, now: float) -> None:
        """Take what a look has seen; staff's wish for an earlier edition is looked at with it."""
        self._following.see(looked.seen, now)
        self._stage.follow_pin()

    def take(self, event: Line | Flooded | Ended, now: float) -> None:
        """Take what the pipe of a job told."""
        report = self._following.take(event, now)
        if report is not None:
            self._settle(report, now)

    def are_shown(self) -> None:
        """Take note that what was made of them is on the screen."""
        self._following.succeeded()

    def cannot_be_shown(self, now: float) -> None:
        """Have the edition made anew, a little later: the display could not read it."""
        self._following.try_later(now)

    def do_what_is_due(self, now: float) -> None:
        report = self._following.do_what_is_due(now)
        if report is not None:
            self._settle(report, now)
        if self._looker.waits_since() is not None:  # it would not see the wish while the share hangs
            self._stage.follow_pin()
        if isinstance(self._standing, Followed | Refused):
            self._stand(self._followed())

    def end(self) -> None:
        self._following.end()

    def _told_before(self) -> Prepared:
        """Give what was told when an edition was last made, nothing where that is not known."""
        try:
            return read_sealed(prepared_in(self._state.folder), _NOTHING_TOLD)
        except OSError:
            return _NOTHING_TOLD

    def _is_all_known(self, told: Prepared) -> bool:
        """Tell whether this was told of the current edition, which otherwise must be made anew."""
        editions = self._stage.editions
        made_from = editions.made_from(self._plan.version)
        is_complete = set(self._plan.files) <= {file for file, _ in made_from}
        if not is_complete or isinstance(access_settings(access_in(self._state.folder)), Unknown):
            return False
        return (told.edition, _digests(told)) == (editions.followed, made_from)

    def _start_prepare(self) -> Child:
        return self._plan.start_prepare(self._state.folder)

    def _look_aside(self) -> None:
        """See staff's wish for an earlier edition, and the calls to come to the front."""
        folder = self._state.folder
        make_ready(folder)
        self._looker.follow_aside((str(store_in(folder) / PIN),), noticed=(str(call_in(folder)),))

    def _settle(self, report: Report | Unreadable, now: float) -> None:
        """Let the screen follow what a job has made, or know why it cannot."""
        if not isinstance(report, Unreadable):
            self._learn(report)
        match report:
            case Prepared(edition, _, problems):
                self._refreshed_at = utc_now()
                self._stage.offer(edition)
                self._warnings = problems
                self._stand(self._followed())
            case NotPrepared(_, problems):
                self._refreshed_at = utc_now()
                self._stand(Mistaken(problems))
            case NotStored(_, why, _):
                self._retreat(why, now)
            case Unreadable(_, why):
                self._stand(NotMade(why))
            case other:
                assert_never(other)

    def _learn(self, report: Report) -> None:
        """Take what it says of the world; a contact.toml that cannot be read at all names no source, and none is given up for it."""
        self.sources = report.sources or (self.sources if isinstance(report, NotPrepared) else ())
        *_, device = self._plan.files or ("",)
        self.settings = dict(_digests(report)).get(device)

    def _followed(self) -> Followed | Refused:
        """Tell whether what was made from the files is on the screen, which a death may change at any time."""
        why = self._stage.editions.refusal()
        return Refused(why) if why else Followed(self._warnings)

    def _retreat(self, why: str, now: float) -> None:
        """Keep the state where there is still room, and have the edition made again there."""
        folders = [folder for folder, _ in self._plan.places]
        further = self._plan.places[folders.index(self._state.folder) + 1 :] if self._state.folder in folders else ()
        refuge = settle(further, self._state.folder) if further else self._state
        if refuge.folder == self._state.folder:
            self._stand(NotKept(why))
            self._following.try_later(now)
            return
        note("state moves", to=str(refuge.folder), why=why)
        self._state = StateFolder(refuge.folder, refuge.place, why)
        self._stage.move(refuge.folder)
        self._look_aside()
        self.make(now)

    def _stand(self, standing: Standing) -> None:
        """Take note of how staff's files stand, and tell whoever started the kiosk in a terminal."""
        if standing == self._standing:
            return
        before, self._standing = self._standing, standing
        note("staff's files", stand=type(standing).__name__)
        tell_terminal(words_for_the_terminal(before, standing))


def _digests(told: Report) -> Digests:
    return tuple((file.path, file.sha256) for file in told.files)
