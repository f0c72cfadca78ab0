"""`kiosk display`: the window itself, as the supervisor starts it; what to show comes as the first line on its pipe."""

import gc
import sys

from kiosk.commands.exit_status import DONE


def display() -> int:
    """Show the kiosk until its window is closed or the pipe is."""
    gc.disable()  # a collection finds nothing among what is being imported; the display enables it after its first frame
    from kiosk.display.plain_import import import_qt

    import_qt()
    from kiosk.display.app import main
    from kiosk.supervise.messages import Begin, from_line
    from kiosk.system.core_dumps import forbid

    forbid()
    message = from_line(sys.stdin.readline())
    return main(message) if isinstance(message, Begin) else DONE
