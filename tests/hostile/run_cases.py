"""Visits hostile servers as `kiosk gather` does, dozens in a process: importing it all anew would cost more than the visits.

    python -m tests.hostile.run_cases STATE < orders > comings

Each visit has a folder of state of its own below STATE. A batch is a fork of this process, so that the limits of a visit
hold for it nearly as they do for one, and what kills it is known by its number.
"""

import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import kiosk.prepare.canary
import kiosk.prepare.images  # noqa: F401  # both are imported where they are needed, which would be in each batch anew
from kiosk.commands.gather import CPU_SECONDS, MEMORY_BYTES, WALL_SECONDS
from kiosk.edition.sealed import write_sealed
from kiosk.edition.web_source import Network, WebSource, network_file
from kiosk.prepare.gather import gather
from kiosk.prepare.kept import read_kept
from kiosk.supervise.jobs import Gather
from kiosk.system.limits import limit_this_process
from tests.hostile.case import HOST
from tests.hostile.orders import Came, Order

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
CPU_SECONDS_OF_A_BATCH = 6.0
"""After which the next begins: from the ninth second on, a visit begins no further entry."""

Visit = Callable[[Path, Order], Came]


def visit(state: Path, order: Order) -> Came:
    source = source_of(order)
    write_sealed(network_file(state), Network("none", (HOST,)))
    gathered = gather(Gather(str(state), source), NOW)
    kept = len(read_kept(state, source).articles)
    return Came(order.number, trouble=gathered.visit.trouble, what=gathered.visit.what, articles=kept)


def source_of(order: Order) -> WebSource:
    return WebSource(order.address, allow_http=True, full_text=order.full_text)


def run(orders: list[Order], states: Path, visiting: Visit) -> Iterator[Came]:
    """Carry all orders out; one that kills its process is told of, and the next is carried out all the same."""
    left = orders
    while left:
        done = 0
        for came in _batch(left, states, visiting):
            done += 1
            yield came
        left = left[done:]


def _batch(orders: list[Order], states: Path, visiting: Visit) -> Iterator[Came]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(orders, states, visiting, writing)
    os.close(writing)
    done = 0
    with os.fdopen(reading) as lines:
        for line in lines:
            done += 1
            yield Came(**json.loads(line))
    _, status, usage = os.wait4(child, 0)
    if status:
        number, peak = orders[done].number, usage.ru_maxrss * 1024
        yield Came(number, peak_bytes=peak, error=f"ended with {status:#x}", signal=os.WTERMSIG(status))


def _work(orders: list[Order], states: Path, visiting: Visit, writing: int) -> None:
    """Visit one after the other until the batch has had its share of the processor."""
    limit_this_process(10 * WALL_SECONDS, int(CPU_SECONDS_OF_A_BATCH) + CPU_SECONDS, MEMORY_BYTES)
    for order in orders:
        signal.alarm(WALL_SECONDS)
        os.write(writing, f"{json.dumps(asdict(_timed(order, states, visiting)))}\n".encode())
        if time.process_time() > CPU_SECONDS_OF_A_BATCH:
            break
    os._exit(0)


def _timed(order: Order, states: Path, visiting: Visit) -> Came:
    state = states / str(order.number)
    state.mkdir()
    began, cpu = time.perf_counter(), time.process_time()
    try:
        came = visiting(state, order)
    except BaseException:  # noqa: BLE001  # a visit answers, whatever the world does: this is what is tested
        came = Came(order.number, error=traceback.format_exc()[-1500:])
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Came(**{**asdict(came), "seconds": seconds, "cpu_seconds": cpu_seconds, "peak_bytes": peak})


def main(states: Path, visiting: Visit) -> None:
    orders = [Order(**json.loads(line)) for line in sys.stdin]
    for came in run(orders, states, visiting):
        sys.stdout.write(json.dumps(asdict(came)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), visit)
