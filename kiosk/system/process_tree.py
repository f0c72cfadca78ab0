"""Ends a child together with everything it started."""

import sys


def kill_whole(pid: int, platform: str = sys.platform) -> None:
    """Kill at once a child that was started with start_new_session=True, and all below it; one that is gone is fine.

    Call it before the child has been waited for: afterwards the number may be another process's. What began a session
    of its own is out of reach on POSIX.
    """
    match platform:
        case "win32":
            from kiosk.system import process_tree_windows  # noqa: PLC0415  # only where it is used

            process_tree_windows.kill_whole(pid)
        case _:
            from kiosk.system import process_tree_posix  # noqa: PLC0415  # only where it is used

            process_tree_posix.kill_whole(pid)
