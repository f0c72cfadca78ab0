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
    if sys.platform == "linux":
        running = spawn(command(("display",)), for_display(os.environ))
        from kiosk.system.spawned_linux import Spawned  # noqa: PLC0415  # see above

        return Spawned(*running)
    else:  # noqa: RET505  # for mypy, which takes what follows for unreachable
        from kiosk.supervise.children import start_display  # noqa: PLC0415  # see above

        return start_display()
