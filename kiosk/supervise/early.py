"""Starts the display before it is known what to show: it imports Qt meanwhile."""

import os
import sys

from kiosk.supervise.launch import command, for_display, has_screen
from kiosk.system.spawn_linux import spawn

TYPE_CHECKING = False  # typing would be imported before the display is started
if TYPE_CHECKING:
    from kiosk.supervise.children import Child


def start_display_early() -> "Child | None":
    """Start it, if there is a screen for it; whatever takes long to import is imported afterwards."""
    if not has_screen():
        return None
    return _spawned() if sys.platform == "linux" else _start_display()


def _spawned() -> "Child | None":
    """Start it the quick way; where the computer refuses that, it may do so the usual way."""
    try:
        running = spawn(command(("display",)), for_display(os.environ))
    except OSError:
        return _start_display()
    from kiosk.system.spawned_linux import Spawned  # noqa: PLC0415  # see above

    return Spawned(*running)


def _start_display() -> "Child":
    from kiosk.supervise.children import start_display  # noqa: PLC0415  # see above

    return start_display()
