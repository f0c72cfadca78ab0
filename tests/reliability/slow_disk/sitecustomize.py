"""A network share that hangs: every look at a file below $KIOSK_TEST_SHARE waits while a file named `hang` lies beside it.

Python imports this in every process whose PYTHONPATH has this folder: the supervisor, the display and prepare alike.
"""

import builtins
import io
import os
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
SHARE = os.environ.get("KIOSK_TEST_SHARE", "")


def waiting(call: Callable[..., T]) -> Callable[..., T]:
    def waits(path: object, *arguments: object, **named: object) -> T:
        if isinstance(path, str | os.PathLike) and os.fspath(path).startswith(SHARE):
            while os.access(SHARE + ".hangs", os.F_OK):
                time.sleep(0.05)
        return call(path, *arguments, **named)

    return waits


if SHARE:
    os.stat = waiting(os.stat)
    os.open = waiting(os.open)
    os.scandir = waiting(os.scandir)  # type: ignore[assignment]  # all that is added is the waiting
    io.open = builtins.open = waiting(io.open)  # type: ignore[assignment]  # all that is added is the waiting
