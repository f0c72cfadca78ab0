"""Whether staff's files have changed and have come to rest: pure rules over what `stat` says.

Editors write a file in several steps, so a change counts only after a quiet time.
"""

import os
from collections.abc import Iterable
from typing import TypeAlias

from kiosk.edition.value import Value

QUIET_SECONDS = 0.3
CALM_INTERVAL_SECONDS = 1.25
STIRRED_INTERVAL_SECONDS = 0.1

Stamp: TypeAlias = tuple[int, int, int, int] | None
Stamps: TypeAlias = tuple[tuple[str, Stamp], ...]


class Calm(Value, frozen=True):
    """The files are as they were when an edition was last made from them."""

    made_from: Stamps


class Stirred(Value, frozen=True):
    """The files have changed; they look like `seen` since the time `since`."""

    made_from: Stamps
    seen: Stamps
    since: float


Watch: TypeAlias = Calm | Stirred


def stamps_of(files: Iterable[str]) -> Stamps:
    """Look at the files: inode, size, and both times, so that a replaced file of the same length is a change, too."""
    return tuple((file, _stamp(file)) for file in files)


def observed(watch: Watch, seen: Stamps, now: float) -> Watch:
    """Give the watch after a look at the files."""
    if seen == watch.made_from:
        return Calm(seen)
    if isinstance(watch, Stirred) and watch.seen == seen:
        return watch
    return Stirred(watch.made_from, seen, now)


def has_come_to_rest(watch: Watch, now: float) -> bool:
    """Tell whether there is a change and it is over."""
    return isinstance(watch, Stirred) and now - watch.since >= QUIET_SECONDS


def interval_seconds(watch: Watch) -> float:
    return STIRRED_INTERVAL_SECONDS if isinstance(watch, Stirred) else CALM_INTERVAL_SECONDS


def _stamp(file: str) -> Stamp:
    try:
        status = os.stat(file)  # noqa: PTH116  # once a second for every file
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
