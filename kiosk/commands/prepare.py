"""`kiosk prepare`: make an edition; one line for the program that asked, the problems for people."""

import sys
from pathlib import Path

from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.prepare.job import prepare as prepare_edition
from kiosk.prepare.limits import limit_this_process
from kiosk.supervise.messages import Prepared, to_line


def prepare(contact: Path, device: Path, state: Path) -> int:
    limit_this_process()
    outcome = prepare_edition(contact, device, state)
    sys.stderr.write("".join(f"{problem}\n" for problem in outcome.problems))
    sys.stdout.write(to_line(outcome.report))
    return DONE if isinstance(outcome.report, Prepared) else PROBLEMS
