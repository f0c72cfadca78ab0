"""No picture of the memory on the disk when a process crashes: digits of a PIN may be in it."""

import sys
from contextlib import suppress


def forbid(platform: str = sys.platform) -> None:
    """Have the system write none for this process and what it starts; Windows writes none unless it is told to."""
    match platform:
        case "win32":
            pass
        case _:
            from kiosk.system import core_dumps_posix  # noqa: PLC0415  # only where it is used

            with suppress(OSError, ValueError):
                core_dumps_posix.forbid()
