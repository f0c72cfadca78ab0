"""The ground of what staff touch on paper, and of code: a shade towards the hairlines, or an outline where that would be a clash."""

from PySide6.QtGui import QColor

from kiosk.display.ui.style import Style, mixed
from kiosk.edition.colour import contrast, readable

SHADE, PRESSED_SHADE, PRESSED_OUTLINED_SHADE = 0.5, 1.0, 0.2
OUTLINED_FROM = 3.0
"""From this contrast of hairline and paper on, a shade between them would be no ground for text."""
LIGHTENED = 125


def is_outlined(style: Style) -> bool:
    return contrast(style.palette.paper, style.palette.rule) >= OUTLINED_FROM


def touch_ground(style: Style, *, is_down: bool) -> QColor:
    """Give the ground of a key, stronger under a finger; what is pressed Control makes lighter by so much."""
    palette, outlined = style.palette, is_outlined(style)
    if is_down:
        share = PRESSED_OUTLINED_SHADE if outlined else PRESSED_SHADE
        return mixed(palette.paper, palette.rule, share).darker(LIGHTENED)
    return QColor(palette.paper) if outlined else mixed(palette.paper, palette.rule, SHADE)


def sign_colour(style: Style) -> QColor:
    """Give the panel's colour, as near as it can be read on paper."""
    return QColor(readable(style.palette.panel, style.palette.paper))
