"""A program and all the processes it has started: what they use of memory and processor, and their end."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

ENDS_WITHIN_SECONDS = 10.0
FOLLOWS_WITHIN_SECONDS = 1.0
PROCESS_CLOCK = 2
"""Linux's clock of a process is made of its id and this (CPUCLOCK_SCHED), as clock_getcpuclockid(3) does: to the
nanosecond, where /proc counts in hundredths of a second."""

WAKE_UPS = "voluntary_ctxt_switches:"


@dataclass(frozen=True, slots=True)
class Use:
    """What a process has used since it began: seconds of processor time, and how often it woke up."""

    cpu_seconds: float
    wake_ups: int


@contextmanager
def started(command: tuple[str, ...], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program, and end all of it afterwards."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process)


def pss_bytes(process: subprocess.Popen[bytes]) -> int:
    """Sum the proportional set sizes: memory that several share is counted once."""
    return sum(_pss_of(each) for each in _tree(process))


def use_by_process(process: subprocess.Popen[bytes]) -> dict[int, Use]:
    """Give what each living process has used, by its id."""
    found: dict[int, Use] = {}
    for each in _tree(process):
        with suppress(OSError):  # it has just ended
            found[each.pid] = Use(time.clock_gettime((~each.pid << 3) | PROCESS_CLOCK), _wake_ups_of(each.pid))
    return found


def count_others_that_map(library: str) -> int:
    """Count the processes of this computer that have the library in memory."""
    return sum(_maps(folder, library) for folder in Path("/proc").glob("[0-9]*"))


def _tree(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    root = psutil.Process(process.pid)
    return [root, *root.children(recursive=True)]


def _pss_of(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.NoSuchProcess:
        return 0


def _wake_ups_of(pid: int) -> int:
    threads = Path(f"/proc/{pid}/task").glob("*/status")
    lines = [line for thread in threads for line in thread.read_text().splitlines() if line.startswith(WAKE_UPS)]
    return sum(int(line.removeprefix(WAKE_UPS)) for line in lines)


def _maps(folder: Path, library: str) -> bool:
    try:
        return library in (folder / "maps").read_text(errors="replace")
    except OSError:  # it has just ended, or is not ours to look at
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the first process to end and give it time; those that it leaves behind have less."""
    root, *others = _tree(process)
    root.terminate()
    _, stubborn = psutil.wait_procs([root], ENDS_WITHIN_SECONDS)
    _, left = psutil.wait_procs(others, FOLLOWS_WITHIN_SECONDS)
    for each in (*stubborn, *left):
        with suppress(psutil.NoSuchProcess):
            each.kill()
    process.wait()
