"""Reads the proportional set size from /proc/PID/smaps_rollup, see proc_pid_smaps(5): shared pages count by share."""

from typing import Final

_FIELD: Final = b"Pss:"
_KIBIBYTE: Final = 1024


def memory_bytes(pid: int, proc: str = "/proc") -> int | None:
    try:
        with open(f"{proc}/{pid}/smaps_rollup", "rb") as rollup:  # noqa: PTH123  # read again and again: no pathlib
            return pss_in(rollup.read())
    except OSError:  # gone, not ours, or a zombie, which refuses to be read
        return None


def pss_in(rollup: bytes) -> int | None:
    """Find the line `Pss:   12345 kB`; a kernel thread has none."""
    for line in rollup.splitlines():
        match line.split():
            case [field, kibibytes, b"kB"] if field == _FIELD:
                return int(kibibytes) * _KIBIBYTE
    return None
