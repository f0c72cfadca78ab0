"""What is in the files, read again only when `stat` says something new or what it says is doubtful."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from kiosk.edition.origin import ABSENT, BUSY, fingerprint
from kiosk.supervise.watch import Digests

DOUBTFUL_NS = 2_500_000_000
"""Some disks count time in steps of two seconds: a file that was written just before the look may have been again."""

BUSY_SECONDS = 3.0
"""For so long a file may be kept locked by a virus scanner or an editor before that is told."""

Stamp: TypeAlias = tuple[int, int, int, int]


class Fingerprints:
    """Remembers the hash of each file beside its inode, size and both times."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[str, tuple[Stamp | None, str, bool]] = {}
        self._busy_since: dict[str, float] = {}

    def of(self, files: tuple[str, ...], *, thorough: bool = False) -> Digests:
        """Give each file with its hash; a thorough look reads all of them, whatever `stat` says."""
        self._known = {file: self._known[file] for file in files if file in self._known}
        return tuple((file, self._digest(file, thorough=thorough)) for file in files)

    def _digest(self, file: str, *, thorough: bool) -> str:
        stamp = _stamp(file)
        known, digest, is_certain = self._known.get(file, (None, ABSENT, False))
        if stamp is not None and stamp == known and is_certain and not thorough:
            return digest
        looked_at = time.time_ns()
        fresh = ABSENT if stamp is None else fingerprint(Path(file))
        if fresh == BUSY and self._has_patience(file):
            return digest
        self._busy_since.pop(file, None)
        self._known[file] = stamp, fresh, stamp is not None and looked_at - max(stamp[2:]) > DOUBTFUL_NS
        return fresh

    def _has_patience(self, file: str) -> bool:
        now = self._clock()
        return file in self._known and now - self._busy_since.setdefault(file, now) < BUSY_SECONDS


def _stamp(file: str) -> Stamp | None:
    try:
        status = os.stat(file)  # noqa: PTH116  # every two seconds for every file
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
