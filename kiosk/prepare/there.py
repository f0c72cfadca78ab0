"""What lies under a name that staff wrote, without an exception for a folder that the kiosk may not look into."""

import stat
from pathlib import Path
from typing import Literal


def what_lies_at(path: Path) -> Literal["nothing", "a file", "something else"]:
    """Tell it; what refuses to be looked at counts as a file, for opening it says why."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        return "nothing"
    except OSError:
        return "a file"
    return "a file" if stat.S_ISREG(mode) else "something else"


def is_folder(path: Path) -> bool:
    """Tell it; what refuses to be looked at is none."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False
