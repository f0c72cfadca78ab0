"""`kiosk agenda`: what the screen will show on the days to come, and why, by staff's files as they are now."""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.agenda.plan import Agenda, Wanted, agenda_of, office_now
from kiosk.agenda.words import lines_of
from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.edition.codec import plain
from kiosk.edition.value import replace
from kiosk.paths import state_of
from kiosk.prepare.compose import compose
from kiosk.prepare.config.read import read_device
from kiosk.said_as import as_typed
from kiosk.supervise.world import name_of

MISTAKEN = "There is no agenda of files with mistakes. Mend them first; the screen keeps what it shows:\n"


def agenda(contact: Path, device: Path, first: date | None, days: int, *, as_json: bool) -> int:
    """Print it for so many days from the first, which is today where none is named."""
    composed, settings = compose(contact, state_of(contact)), read_device(device)
    if composed.edition is None or settings.value is None:
        problems = (*composed.problems, *settings.problems)
        sys.stderr.write(MISTAKEN + as_typed("".join(f"{problem}\n" for problem in problems)))
        return PROBLEMS
    now = office_now(composed.edition, datetime.now(UTC))
    wanted = Wanted(first or now.date(), days, now, settings.value.device.night)
    silent = tuple(dict.fromkeys(name_of(one.named.source.address) for one in composed.web if not one.articles))
    made = replace(agenda_of(composed.edition, wanted), silent=silent)
    sys.stdout.write(_as_json(made) if as_json else "".join(f"{line}\n" for line in lines_of(made)))
    return DONE


def _as_json(made: Agenda) -> str:
    return json.dumps(plain(made), indent=2, ensure_ascii=False) + "\n"
