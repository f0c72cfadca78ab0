"""`kiosk prepare`: make an edition; one line for the program that asked, the problems for people."""

import sys
from pathlib import Path
from typing import assert_never

from kiosk.commands.exit_status import DONE, PROBLEMS, REFUSED
from kiosk.prepare.job import prepare as prepare_edition
from kiosk.supervise.jobs import NotPrepared, NotStored, Prepared
from kiosk.supervise.wire import to_line
from kiosk.system.limits import limit_this_process

WALL_SECONDS = 60
CPU_SECONDS = 30
MEMORY_BYTES = 600_000_000
"""Of address space: an empty job maps 360 MB, most of it Qt's libraries, and the largest picture needs 200 more."""


def prepare(contact: Path, device: Path, state: Path, kept: Path | None = None) -> int:
    limit_this_process(WALL_SECONDS, CPU_SECONDS, MEMORY_BYTES)
    outcome = prepare_edition(contact, device, state, kept)
    sys.stderr.write("".join(f"{problem}\n" for problem in outcome.problems))
    sys.stdout.write(to_line(outcome.report))
    match outcome.report:
        case Prepared():
            return DONE
        case NotStored():
            return REFUSED
        case NotPrepared():
            return PROBLEMS
        case other:
            assert_never(other)
