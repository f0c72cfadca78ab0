"""Whose turn it is: the sources in the world, how each was last visited, and when it is visited next.

Turns are of the monotonic clock, so that nobody who sets the clock on the wall changes them.
"""

import math
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from kiosk.edition.value import Value, replace
from kiosk.edition.web_source import Visit, WebSource
from kiosk.supervise.refresh import due_in, retry_after_seconds, wait_seconds


class Turn(Value, frozen=True):
    """`next_at` is `due` by the clock on the wall, for people; while it is being visited, nobody knows when it is due.

    Of its failures in a row those that are `forgiven` were before the way to the world changed.
    """

    source: WebSource
    visit: Visit | None
    due: float
    next_at: datetime
    forgiven: int = 0


class Rota:
    def __init__(self, seed: str, clock: Callable[[], datetime]) -> None:
        self._seed = seed
        self._clock = clock
        self._turns: dict[str, Turn] = {}

    @property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(self._turns.values())

    @property
    def due(self) -> float | None:
        """The time of the next visit, None where none is to come."""
        return min((turn.due for turn in self.turns if turn.due < math.inf), default=None)

    @property
    def has_offline(self) -> bool:
        """Whether nobody answered when some source was last visited."""
        return any(turn.visit is not None and turn.visit.trouble == "offline" for turn in self.turns)

    def want(self, sources: Iterable[WebSource], last_visit: Callable[[WebSource], Visit | None], now: float) -> None:
        """Have these, and no others; what was known of one stays known, and other wishes are followed at once."""
        before = self._turns
        self._turns = {}
        for source in sources:
            known = before.get(source.key)
            learnt = known or self._learnt(source, last_visit(source), now)
            self._turns[source.key] = self._wished_otherwise(learnt, source, now)

    def _wished_otherwise(self, turn: Turn, source: WebSource, now: float) -> Turn:
        if turn.source == source:
            return turn
        changed = replace(turn, source=source)
        must_wait = turn.visit is not None and self._must_wait(turn.visit)
        return changed if must_wait else self._timed(changed, now, now)

    def begin_next(self, now: float) -> Turn | None:
        """Give the one whose turn it is, a new one before one that is shown already, and await its visit."""
        waiting = [turn for turn in self.turns if turn.due <= now]
        if not waiting:
            return None
        turn = min(waiting, key=lambda turn: (turn.visit is not None, turn.due))
        self._turns[turn.source.key] = replace(turn, due=math.inf)
        return turn

    def take(self, source: WebSource, visit: Visit, now: float) -> None:
        """Take how the visit went; what is wanted no more is not heard."""
        turn = self._turns.get(source.key)
        if turn is None:
            return
        forgiven = turn.forgiven if 0 < turn.forgiven < visit.failures else 0
        counted = replace(visit, failures=visit.failures - forgiven)
        due = now + wait_seconds(turn.source, counted, self._seed)
        if visit.trouble or turn.source != source:
            due = min(due, turn.due)  # the link may have returned meanwhile, or staff have wished for something else
        self._turns[source.key] = self._timed(replace(turn, visit=visit, forgiven=forgiven), due, now)

    def try_again(self, in_seconds: float, now: float) -> None:
        """Have what was not reached visited soon, for there is hope: earlier failures count no more."""
        due = now + in_seconds
        for turn in self.turns:
            if turn.visit is not None and turn.visit.trouble and not self._must_wait(turn.visit):
                again = replace(turn, forgiven=turn.visit.failures)
                self._turns[turn.source.key] = self._timed(again, min(due, turn.due), now)

    def visit_all(self, now: float) -> None:
        """Have each visited at once, but for those whose servers have asked to be left alone."""
        for turn in self.turns:
            if turn.due < math.inf and not (turn.visit is not None and self._must_wait(turn.visit)):
                self._turns[turn.source.key] = self._timed(turn, now, now)

    def _learnt(self, source: WebSource, visit: Visit | None, now: float) -> Turn:
        due = now + due_in(source, visit, self._clock(), self._seed)
        return self._timed(Turn(source, visit, due, self._clock()), due, now)

    def _timed(self, turn: Turn, due: float, now: float) -> Turn:
        next_at = (self._clock() + timedelta(seconds=due - now)).replace(microsecond=0)
        return replace(turn, due=due, next_at=next_at)

    def _must_wait(self, visit: Visit) -> bool:
        return 0.0 <= (self._clock() - visit.tried_at).total_seconds() < retry_after_seconds(visit)
