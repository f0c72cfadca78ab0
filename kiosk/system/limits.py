"""What this process may use of the computer, so that a hostile file cannot take it from the screen."""

import sys


def limit_this_process(wall_seconds: int, cpu_seconds: int, memory_bytes: int) -> None:
    """Let the system end this process, and what it starts, when it uses more; to be called in the main thread.

    No limit that is lower already is raised. macOS has no limit of memory and Windows none of time by the clock:
    there whoever started this process ends it.
    """
    match sys.platform:
        case "win32":
            from kiosk.system import limits_windows  # noqa: PLC0415  # only where it is used

            limits_windows.limit_this_process(cpu_seconds, memory_bytes)
        case _:
            from kiosk.system import limits_posix  # noqa: PLC0415  # only where it is used

            limits_posix.limit_this_process(wall_seconds, cpu_seconds, memory_bytes)
