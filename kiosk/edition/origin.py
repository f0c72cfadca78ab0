"""What staff's files hold, as one hash each, so that an edition can tell whether it still says what they say."""

import hashlib
import stat
from pathlib import Path

ABSENT = ""
BUSY = "busy"


def fingerprint(file: Path) -> str:
    """Give the SHA-256 of what is in the file, ABSENT when there is nothing to read, BUSY when it is refused."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe would keep us waiting
            return ABSENT
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except PermissionError:
        return BUSY
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return ABSENT
