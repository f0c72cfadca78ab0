"""How the screen stands, as far as staff who are in front of it may see: no path, no process, no secret."""

from pathlib import PurePath
from typing import Literal, assert_never

from kiosk.edition.value import replace
from kiosk.supervise.messages import Facts, Told
from kiosk.supervise.standing import Followed, Mistaken, NotKept, NotMade, NotYetKnown, Refused, Standing
from kiosk.supervise.status import Status
from kiosk.supervise.world import WorldSource

MOST_PROBLEMS = 20


def facts_of(status: Status) -> Facts:
    return Facts(
        health=status.health,
        stands=_word(status.standing),
        version=status.version,
        started_at=status.started_at,
        edition=status.edition,
        shown_since=status.shown_since,
        read_at=max((source.refreshed_at for source in status.sources if source.refreshed_at), default=None),
        is_pinned=bool(status.pinned),
        is_on_trial=status.is_on_trial,
        is_kept=status.state_place == "usual",
        do_files_answer=status.waits_for_files_since is None,
        deaths=status.deaths,
        memory_bytes=status.memory_bytes,
    )


def problems_of(status: Status) -> tuple[Told, ...]:
    """Give what staff can mend, with the bare names of the files; the line for people has the path in it and goes."""
    problems = status.standing.problems if isinstance(status.standing, Followed | Mistaken) else ()
    of_files = tuple(replace(problem, file=PurePath(problem.file).name, text="") for problem in problems)
    of_world = tuple(_out_of_reach(source) for source in status.world if source.asks_for_staff)
    return (*of_files, *of_world)[:MOST_PROBLEMS]


def _out_of_reach(source: WorldSource) -> Told:
    return Told(
        file=source.name, line=0, column=0, key="", what=source.what, cure=source.cure, severity="warning", text=""
    )


def _word(standing: Standing) -> Literal["not read", "shown", "mistaken", "refused", "not made", "not kept"]:
    match standing:
        case NotYetKnown():
            return "not read"
        case Followed():
            return "shown"
        case Mistaken():
            return "mistaken"
        case Refused():
            return "refused"
        case NotMade():
            return "not made"
        case NotKept():
            return "not kept"
        case other:
            assert_never(other)
