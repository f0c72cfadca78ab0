"""Has the sources in the world visited, one at a time and each in time, beside all else that the supervisor does."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from kiosk.edition.sealed import read_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import Visit, WebSource, visit_file
from kiosk.log import note
from kiosk.supervise.children import Child
from kiosk.supervise.errand import Answer, Errand
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.jobs import Gather, Gathered, gathered_from_line
from kiosk.supervise.link_watch import LinkWatch
from kiosk.supervise.pipes import Ended, Flooded, Line
from kiosk.supervise.refresh import link_returned_in
from kiosk.supervise.rota import Rota, Turn
from kiosk.supervise.status import utc_now
from kiosk.supervise.wire import to_line
from kiosk.supervise.world import WorldSource, name_of, told
from kiosk.system.link import link

Sources: TypeAlias = tuple[WebSource, ...]

_NEVER = Visit(datetime.fromtimestamp(0, UTC))
_GIVEN_UP = "could not be read: the visit did not come to its end"
_TRIED_AGAIN = "It is tried again by itself; if it goes on for a day, name another address"


class Gathering:
    """Nothing is visited before `begin`; the child writes down how its visit went, and one that dies is remembered here.

    What this kiosk draws for its waits is new with each start: disks are copied, and with them what is on them.
    """

    def __init__(
        self,
        start: Callable[[], Child],
        folder: Path,
        hear: Callable[[object], None],
        intervals: Intervals,
        way: Callable[[], str] = link,
    ) -> None:
        self._start = start
        self._folder = folder
        self._errand = Errand("gather", hear, intervals.gather)
        self._seed = os.urandom(8).hex()
        self._rota = Rota(self._seed, utc_now)
        self._link = LinkWatch(way, intervals.link)
        self._sources: Sources = ()
        self._settings: str | None = None
        self._visited: Turn | None = None
        self._written_before: Visit | None = None
        self._told: tuple[tuple[Turn, ...], tuple[WorldSource, ...]] = (), ()
        self.has_begun = False

    def begin(self) -> None:
        """Let visits be made from now on."""
        self.has_begun = True

    def want(self, sources: Sources, now: float) -> None:
        """Have these sources visited, new ones at once, and no others."""
        if sources == self._sources:
            return
        self._sources = sources
        self._rota.want(sources, self._last_visit, now)
        if self._rota.has_offline:
            self._link.begin_anew(now)
        else:
            self._link.rest()

    def reach_by(self, settings: str | None, now: float) -> None:
        """Try again at once what was not reached when staff have changed this machine's settings.

        They are named by a hash, "" where there are none, None where nobody knows.
        """
        if settings is None:
            return
        if self._settings not in {None, settings}:
            self._rota.try_again(0.0, now)
        self._settings = settings

    def move(self, folder: Path, now: float) -> None:
        """Go on in another folder of state, where other visits may be known."""
        if folder == self._folder:
            return
        self._folder = folder
        self._errand.end()
        sources, self._visited = self._sources, None
        self.want((), now)
        self.want(sources, now)

    def visit_all(self, now: float) -> None:
        """Have all sources visited at once, as staff wish."""
        self._rota.visit_all(now)

    def known(self) -> tuple[WorldSource, ...]:
        """Tell how it stands with each source."""
        turns = self._rota.turns
        if turns != self._told[0]:
            self._told = turns, tuple(told(turn) for turn in turns)
        return self._told[1]

    def due(self) -> float | None:
        """Give the next time at which something is to be done."""
        if not self.has_begun:
            return None
        visit = self._errand.due if self._errand.is_under_way else self._rota.due
        return min((time for time in (visit, self._link.due) if time is not None), default=None)

    def concerns(self, source: str) -> bool:
        return self._errand.concerns(source)

    def take(self, event: Line | Flooded | Ended, now: float) -> None:
        """Take what the pipe of a visit told."""
        self._finish(self._errand.take(event), now)

    def do_what_is_due(self, now: float) -> None:
        if not self.has_begun:
            return
        self._finish(self._errand.over_time(now), now)
        if new_link := self._link.new_link(now):
            note("there is another way to the world")
            self._rota.try_again(link_returned_in(self._seed, new_link), now)
        if not self._errand.is_under_way:
            self._visit_next(now)

    def end(self) -> None:
        self._errand.end()

    def _visit_next(self, now: float) -> None:
        self._visited = self._rota.begin_next(now)
        if self._visited is not None:
            self._written_before = self._last_visit(self._visited.source)
            wanted = tuple(source.key for source in self._sources)
            question = to_line(Gather(str(self._folder), self._visited.source, wanted))
            self._finish(self._errand.begin(self._start, question, now), now)

    def _finish(self, answer: Answer | None, now: float) -> None:
        """Take the answer to a visit, if this is one."""
        turn = self._visited
        if answer is None or turn is None:
            return
        self._visited = None
        gathered = gathered_from_line(answer.text)
        is_ours = isinstance(gathered, Gathered) and gathered.key == turn.source.key
        visit = gathered.visit if isinstance(gathered, Gathered) and is_ours else self._given_up(turn)
        _note_news(turn, visit, answer.status)
        self._rota.take(turn.source, visit, now)
        if self._rota.has_offline:
            self._link.begin(now)
        else:
            self._link.rest()

    def _given_up(self, turn: Turn) -> Visit:
        """Give how a visit went that told nothing: what it wrote down before it died, or else that it failed."""
        written = self._last_visit(turn.source)
        if written is not None and written != self._written_before:
            return written
        failed = Visit(utc_now(), trouble="failed", what=_GIVEN_UP, cure=_TRIED_AGAIN, failures=1)
        if turn.visit is None:
            return failed
        return replace(failed, reached_at=turn.visit.reached_at, failures=turn.visit.failures + 1)

    def _last_visit(self, source: WebSource) -> Visit | None:
        try:
            visit = read_sealed(visit_file(self._folder, source), _NEVER)
        except OSError:
            return None
        return None if visit == _NEVER else visit


def _note_news(turn: Turn, visit: Visit, status: int) -> None:
    """Log how a visit went where that is not how the last one did."""
    if turn.visit is not None and turn.visit.trouble == visit.trouble:
        return
    outcome = visit.trouble or "reached"
    note("a source in the world", source=name_of(turn.source.address), outcome=outcome, status=status)
