import os
import time
from collections.abc import Callable

import psutil

from tests.bench.processes import PROCESS_CLOCK, pss_bytes, started, use_by_process

SLEEPER = ("sleep", "60")
PARENT = ("sh", "-c", "sleep 60 & wait")


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def lives(pid: int) -> bool:
    """Tell a process from what is left of it until somebody asks for its exit status."""
    return any(each.pid == pid and each.status() != psutil.STATUS_ZOMBIE for each in psutil.process_iter(["status"]))


def test_the_clock_of_a_process_counts_what_it_has_used() -> None:
    assert time.clock_gettime((~os.getpid() << 3) | PROCESS_CLOCK) <= time.process_time()


def test_a_process_has_used_time_and_slept() -> None:
    with started(SLEEPER, {"PATH": os.environ["PATH"]}) as process:
        wait_until(lambda: use_by_process(process)[process.pid].wake_ups > 0)

        assert use_by_process(process)[process.pid].cpu_seconds > 0


def test_the_processes_that_a_process_started_count_too() -> None:
    with started(PARENT, {"PATH": os.environ["PATH"]}) as process:
        wait_until(lambda: len(use_by_process(process)) > 1)
        both = pss_bytes(process)

        assert both > psutil.Process(process.pid).memory_full_info().pss > 0


def test_the_processes_that_a_process_started_end_with_it() -> None:
    with started(PARENT, {"PATH": os.environ["PATH"]}) as process:
        wait_until(lambda: len(use_by_process(process)) > 1)
        everybody = tuple(use_by_process(process))

    wait_until(lambda: not any(lives(pid) for pid in everybody))
