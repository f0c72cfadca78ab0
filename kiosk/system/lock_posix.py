"""Locks a file by flock(2): the lock belongs to what was opened, so no other descriptor of this process can lose it."""

import sys


def try_lock(descriptor: int) -> bool:
    """Tell whether the lock is ours now; raise OSError where the file system has none."""
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415  # there is none on Windows

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def unlock(descriptor: int) -> None:
    """Give it back, even if a child forked meanwhile has the descriptor, too."""
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415  # there is none on Windows

        fcntl.flock(descriptor, fcntl.LOCK_UN)
