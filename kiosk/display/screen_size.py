"""The size of the screen that the window is on, as Qt knows it."""

from PySide6.QtGui import QScreen

from kiosk.edition.legible import ScreenSize


def screen_size(screen: QScreen) -> ScreenSize:
    pixels, millimetres = screen.size(), screen.physicalSize()
    return ScreenSize(pixels.width(), pixels.height(), millimetres.width(), millimetres.height())
