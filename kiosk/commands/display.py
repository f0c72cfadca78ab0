"""`kiosk display`: the window itself, as the supervisor starts it; what to show comes as the first line on its pipe."""

import gc
import os
import sys
from typing import NoReturn

from kiosk.commands.exit_status import DONE

LACKS = 72
"""The computer lacks a library that Qt needs: BSD's EX_OSFILE. To people the supervisor says REFUSED."""


def display() -> int:
    """Show the kiosk until its window is closed or the pipe is."""
    gc.disable()  # a collection finds nothing among what is being imported; the display enables it after its first frame
    from kiosk.display.plain_import import import_qt

    try:
        import_qt()
        from kiosk.display.app import main
    except ImportError as error:
        from kiosk.system.libraries import lacking_in, words

        if (lacking := lacking_in(str(error))) is None:
            raise
        _end_lacking(words(lacking))
    from kiosk.supervise.messages import Begin, from_line
    from kiosk.system.core_dumps import forbid

    forbid()
    message = from_line(sys.stdin.readline())
    return main(message, _end_lacking) if isinstance(message, Begin) else DONE


def _end_lacking(what: str) -> NoReturn:
    """Tell the supervisor what this computer lacks, and end: Qt would abort, or Python print a traceback."""
    from kiosk.supervise.messages import Lacks
    from kiosk.supervise.wire import to_line

    sys.stdout.write(to_line(Lacks(what)))
    sys.stdout.flush()
    os._exit(LACKS)
