"""What a second `kiosk run` of the same files does: it calls the one that runs to the front, and says what came of it."""

import errno
import time
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, assert_never

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.edition.value import Value
from kiosk.paths import refuges_of
from kiosk.supervise.call import call, is_heard, withdraw
from kiosk.supervise.status import Status, read_status
from kiosk.system.lock import HeldBy
from kiosk.terminal import tell_terminal

HEARS_WITHIN_SECONDS = 10.0
"""It hears in a moment; while a network drive keeps its look at staff's files waiting, in 5 s."""

BETWEEN_LOOKS_SECONDS = 0.02

FORWARD = ", and was brought to the front.\n"
FILLS = ", and fills its screen.\n"
IN_WINDOW = """\
, in a window, which was brought to the front. To have it fill the screen, close that window and say the same again.
"""
DEAF = """\
, but it does not answer. Give it a minute; if it stays like that, end that process or log off, and start Kiosk again.
"""
OF_ANOTHER = """\
, but it belongs to another user, so that it was not brought to the front. Let that user end it, or show this one
elsewhere with --screen.
"""
FULL = """\
, but it could not be brought to the front, because its disk is full. Make room there: empty the wastebasket, delete
what nobody needs. Until then choose its window with Alt+Tab or in the list of windows.
"""
NOT_TOLD = """\
, but it could not be brought to the front ({why}). Choose its window with Alt+Tab or in the list of windows. If it
has been running since before Kiosk was updated, close it and start it again.
"""


class CallRequest(Value, frozen=True):
    """What was asked for: the kiosk of this usual folder of state, in front by this token, filling the screen or not."""

    usual: Path
    token: str
    captive: bool


class Heard(Value, frozen=True):
    """The kiosk has taken the call."""


class NotHeard(Value, frozen=True):
    """It has not, in all the time that a healthy one needs."""


class NotCalled(Value, frozen=True):
    """The call could not be left where the kiosk would hear it, and why."""

    error: int
    why: str


Outcome: TypeAlias = Heard | NotHeard | NotCalled


def call_forward(holder: HeldBy, request: CallRequest, hears_within: float = HEARS_WITHIN_SECONDS) -> int:
    """Call the kiosk that holds the lock, tell the terminal what came of it, and give the exit status."""
    known = _known(holder, request.usual)
    state = Path(known.state_folder) if known is not None else request.usual
    words, status = _said(_called(state, request.token, hears_within), request, known)
    tell_terminal(f"{runs_already(holder)}{words}")
    return status


def runs_already(holder: HeldBy) -> str:
    """Begin the sentence."""
    who = f"process {holder.pid}, since {_by_the_wall(holder.since)}" if holder.pid else "another process"
    return f"A kiosk runs here already ({who})"


def _by_the_wall(since: str) -> str:
    """Give a moment as the clock on the wall has it; what is none stays as it is."""
    try:
        return f"{datetime.fromisoformat(since).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return since


def _known(holder: HeldBy, usual: Path) -> Status | None:
    """Give what the holder of the lock tells of itself, None while it has not yet; one on a full disk has no name there."""
    known = read_status((usual, *(folder for folder, _ in refuges_of(usual))))
    return known if known is not None and holder.pid in {0, known.pid} else None


def _called(state: Path, token: str, hears_within: float) -> Outcome:
    try:
        call(state, token)
    except OSError as error:
        return NotCalled(error.errno or 0, error.strerror or str(error))
    end = time.monotonic() + hears_within
    while not is_heard(state):
        if time.monotonic() >= end:
            withdraw(state)
            return NotHeard()
        time.sleep(BETWEEN_LOOKS_SECONDS)
    return Heard()


def _said(outcome: Outcome, request: CallRequest, known: Status | None) -> tuple[str, int]:
    match outcome:
        case Heard() if known is not None and known.is_captive:
            return FILLS, DONE
        case Heard() if known is not None and request.captive:
            return IN_WINDOW, REFUSED
        case Heard():
            return FORWARD, DONE
        case NotHeard():
            return DEAF, REFUSED
        case NotCalled(errno.ENOSPC | errno.EDQUOT):
            return FULL, REFUSED
        case NotCalled(errno.EACCES | errno.EPERM):
            return OF_ANOTHER, REFUSED
        case NotCalled(_, why):
            return NOT_TOLD.replace("{why}", why), REFUSED
        case other:
            assert_never(other)
