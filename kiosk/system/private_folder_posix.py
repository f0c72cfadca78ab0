"""Whose folder it is, as POSIX tells."""

import os
import stat
import sys
from pathlib import Path


def is_ours(folder: Path) -> bool:
    """Tell whether it is a real folder, owned by this user and writable by nobody else."""
    status = folder.lstat()
    us = -1
    if sys.platform != "win32":
        us = os.getuid()
    is_private = not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(status.st_mode) and status.st_uid == us and is_private
