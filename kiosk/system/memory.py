"""Tells what a process really uses of the computer's memory, so that one that grows can be restarted in time."""

import sys


def memory_bytes(pid: int, platform: str = sys.platform) -> int | None:
    """Give what would be free without it, as near as the system tells; None for one that is gone or not ours.

    The figure is the proportional set size on Linux, the private bytes on Windows and the resident size on macOS:
    compare it with itself, not from one system to the next.
    """
    match platform:
        case "win32":
            from kiosk.system import memory_windows  # noqa: PLC0415  # only where it is used

            return memory_windows.memory_bytes(pid)
        case "darwin":
            from kiosk.system import memory_macos  # noqa: PLC0415  # only where it is used

            return memory_macos.memory_bytes(pid)
        case _:
            from kiosk.system import memory_linux  # noqa: PLC0415  # only where it is used

            return memory_linux.memory_bytes(pid)
