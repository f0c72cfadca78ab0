"""Imports Qt as it is quickest, and leaves Python's `import` as it was."""

import builtins

from kiosk.display.qt_enums import quicken


def import_qt() -> None:
    """Import PySide6 before whatever else is imported.

    It puts an `import` of its own into Python's place, for its `from __feature__ import`, and that reads the source of
    each module that is imported from then on, to look for its name: 18 ms of the first frame, and all the texts in memory.
    """
    quicken()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415  # what it does is told above

    builtins.__import__ = plain
