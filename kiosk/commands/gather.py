"""`kiosk gather`: visit a source in the world; one line tells which, one line answers."""

import sys
from datetime import UTC, datetime

from kiosk.commands.exit_status import DONE, MISUSE, REFUSED
from kiosk.prepare.gather import gather as gather_source
from kiosk.supervise.jobs import gather_from_line
from kiosk.supervise.wire import Unreadable, to_line
from kiosk.system.limits import limit_this_process

WALL_SECONDS = 30
CPU_SECONDS = 15
MEMORY_BYTES = 600_000_000


def gather() -> int:
    limit_this_process(WALL_SECONDS, CPU_SECONDS, MEMORY_BYTES)
    order = gather_from_line(sys.stdin.readline())
    if isinstance(order, Unreadable):
        sys.stderr.write(f"This is no order: {order.why}\n")
        return MISUSE
    gathered = gather_source(order, datetime.now(UTC))
    sys.stdout.write(to_line(gathered))
    return REFUSED if gathered.visit.trouble else DONE
