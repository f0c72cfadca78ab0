"""Reads a file of a disk that may hang: whoever asks waits for some seconds, and no longer."""

import errno
import os
import stat
import threading
from pathlib import Path

SECONDS = 5.0


def read_patiently(file: Path, most: int, *, end: bool = False, seconds: float = SECONDS) -> bytes | OSError:
    """Give its first bytes, or with `end` its last; a thread that hangs for ever ends with the program."""
    outcome = list[bytes | OSError]()
    thread = threading.Thread(target=lambda: outcome.append(_read(file, most, end=end)), daemon=True)
    thread.start()
    thread.join(seconds)
    return outcome[0] if outcome else OSError(errno.ETIMEDOUT, f"it did not answer within {seconds:g} s")


def _read(file: Path, most: int, *, end: bool) -> bytes | OSError:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return OSError(errno.EINVAL, "it is not a file")
        with file.open("rb") as stream:
            if end:
                stream.seek(max(0, stream.seek(0, os.SEEK_END) - most))
            return stream.read(most)
    except ValueError:  # a NUL in its name
        return OSError(errno.EINVAL, "it is not a file")
    except OSError as error:
        return error
