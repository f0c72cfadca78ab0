"""Limits by setrlimit(2), which every child inherits, and by alarm(2), whose signal ends even an orphan in time."""

import signal
import sys
from contextlib import suppress


def limit_this_process(wall_seconds: int, cpu_seconds: int, memory_bytes: int) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # there is none on Windows

        for number in (signal.SIGALRM, signal.SIGXCPU):
            _let_it_end_us(number)
        _lower(resource.RLIMIT_CORE, 0, 0)
        _lower(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)
        if sys.platform == "linux":
            _lower(resource.RLIMIT_AS, memory_bytes, memory_bytes)
        pending = signal.alarm(0)  # one that was set before exec(3) still runs
        signal.alarm(min(wall_seconds, pending or wall_seconds))


def _let_it_end_us(number: signal.Signals) -> None:
    """Undo what a parent may have left: ignored and blocked signals stay so across exec(3)."""
    if sys.platform != "win32":
        signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})


def _lower(kind: int, soft: int, hard: int) -> None:
    """Lower both limits to these; where the system refuses, the other limits remain."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # there is none on Windows

        def lowest(current: int, wanted: int) -> int:
            return wanted if current == resource.RLIM_INFINITY else min(current, wanted)

        current_soft, current_hard = resource.getrlimit(kind)
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (lowest(current_soft, soft), lowest(current_hard, hard)))
