"""The other job: visit one source in the world, keep what it has to show, and say in one line how that went."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import assert_never

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import Network, Visit, WebSource, network_file, visit_file
from kiosk.prepare.fetch import Outcome as Answer
from kiosk.prepare.fetch import Request, fetch
from kiosk.prepare.gathering.found import Found, NothingNew, Outcome, Vain
from kiosk.prepare.gathering.memory import Memory
from kiosk.prepare.gathering.reach import Reach
from kiosk.prepare.gathering.visit import Visiting
from kiosk.prepare.gathering.workshop import Workshop
from kiosk.prepare.kept import Kept, Shelf, keep, read_kept, sweep
from kiosk.supervise.jobs import Gather, Gathered

SECONDS = 22.0
"""For all that is asked of the network; the parent ends a visit after 30."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def gather(order: Gather, now: datetime, door: Callable[[Request], Answer] = fetch) -> Gathered:
    """Visit the source; whatever the world does, what was kept of it before stays. `now` is an aware time."""
    state, source = Path(order.state), order.source
    before = read_visit(state, source)
    try:
        outcome = _visited(state, source, now, door)
    except OSError as error:
        cure = "See whether the disk is full, and whether the kiosk may write into its folder of state"
        outcome = Vain("failed", f"could not be kept ({error.strerror})", cure)
    visit = _visit_after(before, outcome, now)
    _write_visit(state, source, visit)
    sweep(state, (source.key, *order.wanted))
    return Gathered(source.key, visit, getattr(outcome, "left_out", ()))


def read_visit(state: Path, source: WebSource) -> Visit:
    """Give how the last visit went; where there was none, or nobody can tell, it was tried at NEVER."""
    try:
        return read_sealed(visit_file(state, source), Visit(NEVER))
    except OSError:
        return Visit(NEVER)


def _visited(state: Path, source: WebSource, now: datetime, door: Callable[[Request], Answer]) -> Outcome:
    network = read_sealed(network_file(state), Network())
    reach = Reach.of(source, network, time.monotonic() + SECONDS, door)
    workshop = Workshop(reach, Memory(state, source), Shelf(state))
    outcome = Visiting(workshop, read_kept(state, source), now).visit()
    if isinstance(outcome, Found):
        keep(state, Kept(source, outcome.articles))
    return outcome


def _visit_after(before: Visit, outcome: Outcome, now: datetime) -> Visit:
    match outcome:
        case Found() | NothingNew():
            return Visit(tried_at=now, reached_at=now)
        case Vain(trouble, what, cure, retry_after):
            wait = None if retry_after is None else now + timedelta(seconds=retry_after)
            failures = before.failures + 1
            return replace(
                before, tried_at=now, failures=failures, trouble=trouble, what=what, cure=cure, not_before=wait
            )
        case other:
            assert_never(other)


def _write_visit(state: Path, source: WebSource, visit: Visit) -> None:
    file = visit_file(state, source)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_sealed(file, visit)
    except OSError:  # the supervisor hears it all the same
        return
