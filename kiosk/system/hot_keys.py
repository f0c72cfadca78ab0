"""The hot keys by which a visitor would reach a dialog of the system, such as Shift five times; only Windows has them."""

import sys
from pathlib import Path


def quieten(memory: Path, platform: str = sys.platform) -> None:
    """Turn them off until `restore` or the end of the session.

    The file keeps what they were. Where it is there already, it tells the truth, of before a kiosk that was killed.
    """
    match platform:
        case "win32":
            from kiosk.system import hot_keys_windows  # noqa: PLC0415  # only where it is used

            hot_keys_windows.quieten(memory)
        case _:
            pass


def restore(memory: Path, platform: str = sys.platform) -> None:
    """Make them what the file says, and remove it; without it nothing happens."""
    match platform:
        case "win32":
            from kiosk.system import hot_keys_windows  # noqa: PLC0415  # only where it is used

            hot_keys_windows.restore(memory)
        case _:
            pass
