"""Which screen the window belongs on, and where."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

WINDOW_SHARE = 0.8
SHAPE = 16 / 9


def screen_wanted(wanted: str, screens: list[QScreen]) -> QScreen:
    """Find a screen by its name, serial number or index, or else take the primary one, which Qt lists first."""
    for screen in screens:
        if wanted in {screen.name(), screen.serialNumber()}:
            return screen
    is_index = wanted.isdecimal() and wanted.isascii() and int(wanted) < len(screens)
    return screens[int(wanted) if is_index else 0]


def window_place(free: QRect) -> QRect:
    """Give a wide window in the middle of the free part of a screen."""
    width = min(round(free.width() * WINDOW_SHARE), round(free.height() * WINDOW_SHARE * SHAPE))
    place = QRect(0, 0, width, round(width / SHAPE))
    place.moveCenter(free.center())
    return place
