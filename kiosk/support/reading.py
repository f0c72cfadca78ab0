"""Reads a file of a disk that may hang: whoever asks waits for some seconds, and no longer."""

import errno
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

from kiosk.support.decoding import decoded

SECONDS = 5.0
LARGEST_FILE = 256 * 1024
"""The kiosk reads no larger settings either."""


def text_of(file: Path, most: int = LARGEST_FILE) -> str | OSError:
    """Read a file in whatever encoding; what is too large is read in part."""
    content = read_patiently(file, most)
    return content if isinstance(content, OSError) else decoded(content)


def last_written(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


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
