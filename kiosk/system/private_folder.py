"""A folder of our own in a place that all users share, such as /tmp: nobody else may have made it for us."""

import sys
from pathlib import Path


def make_private(folder: Path) -> None:
    """Make the folder, for this user alone, or raise OSError, also where somebody else has made it before."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    for place in (folder.parent, folder):
        if not is_ours(place):
            raise PermissionError(f"{place} belongs to another user")


def is_ours(folder: Path, platform: str = sys.platform) -> bool:
    """Tell whether this user alone decides what is in the folder."""
    match platform:
        case "win32":  # the temporary folder of Windows is each user's own
            return True
        case _:
            from kiosk.system import private_folder_posix  # noqa: PLC0415  # only where it is used

            return private_folder_posix.is_ours(folder)
