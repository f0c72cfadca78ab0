"""A program of its own, without the rest of the kiosk: looks at paths, any of which may never answer.

For each it prints one line of JSON: null for nothing there, false for what we may not look at, or what lies there.
"""

import json
import os
import shutil
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress


def look(path: str) -> dict[str, object] | bool | None:
    try:
        status = os.stat(path)  # noqa: PTH116  # pathlib would double the start
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        return None
    except OSError:
        return False
    is_folder = stat.S_ISDIR(status.st_mode)
    return {
        "mode": stat.S_IMODE(status.st_mode),
        "owner": status.st_uid,
        "is_folder": is_folder,
        "can_read": os.access(path, os.R_OK) if is_folder else _can_be_read(path),
        "can_write": os.access(path, os.W_OK),
        **(_free(path) if is_folder else {}),
    }


def _can_be_read(path: str) -> bool:
    """Read the first byte: some network drives refuse only then. A pipe, which would wait for a writer, is no file."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        os.read(descriptor, 1)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _free(folder: str) -> dict[str, object]:
    with suppress(OSError):
        return {"free_bytes": shutil.disk_usage(folder).free, "has_free_files": _has_free_files(folder)}
    return {}


def _has_free_files(folder: str) -> bool:
    """Tell whether the disk has room for one more name; one that does not count them has."""
    if sys.platform == "win32":
        return True
    status = os.statvfs(folder)
    return status.f_files == 0 or status.f_favail > 0


def main(paths: Sequence[str]) -> int:
    for path in paths:
        print(json.dumps(look(path)), flush=True)  # noqa: T201  # its whole purpose
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
