"""Files that hold something no other user of the computer need read, such as the hash of a PIN."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def private_files(platform: str = sys.platform) -> Iterator[None]:
    """Let every file that this process makes meanwhile be this user's alone."""
    match platform:
        case "win32":  # a user's own folders are closed to others there
            yield
        case _:
            from kiosk.system import private_file_posix  # noqa: PLC0415  # only where it is used

            with private_file_posix.private_files():
                yield


def replace_privately(file: Path, write: Callable[[], None], platform: str = sys.platform) -> None:
    """Let `write` put a new file in the place of this one, which nobody but its owner may read from then on.

    One of another user stays that user's and keeps its rights, as far as the system allows it; what is new in a folder
    of another user becomes that user's.
    """
    match platform:
        case "win32":  # it takes over the rights of the folder
            write()
        case _:
            from kiosk.system import private_file_posix  # noqa: PLC0415  # only where it is used

            private_file_posix.replace_privately(file, write)
