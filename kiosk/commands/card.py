"""`kiosk card`: the window under the display's, as the supervisor starts it; the first line on its pipe says what to show."""

import sys

from kiosk.commands.exit_status import DONE


def card() -> int:
    """Lie under the display until the pipe is closed."""
    from kiosk.display.plain_import import import_qt

    import_qt()
    from kiosk.display.card import main
    from kiosk.supervise.messages import Cover, from_line
    from kiosk.system.core_dumps import forbid

    forbid()
    order = from_line(sys.stdin.readline())
    return main(order) if isinstance(order, Cover) else DONE
