"""How the window is divided between the article and the contact panel, in numbers."""

from PySide6.QtCore import QRect

from kiosk.display.ui.article import MEASURE_PX
from kiosk.display.ui.style import Style

PANEL_WIDTH_PX = 640
PANEL_SHARE_UPRIGHT = 0.42
"""With it, the buttons at the foot of the article lie in the lower half: within low reach, as all others."""
MARGINS_PX = (112, 96)
MARGIN_UPRIGHT_PX = 72
THREE_COLUMNS_FROM_PX = 1600


def halves(whole: QRect, style: Style, *, upright: bool, right_to_left: bool) -> tuple[QRect, QRect]:
    """Give the places of article and panel: side by side, or the panel below."""
    if upright:
        height = round(whole.height() * (1 - PANEL_SHARE_UPRIGHT))
        return whole.adjusted(0, 0, 0, height - whole.height()), whole.adjusted(0, height, 0, 0)
    width = whole.width() - min(style.px(PANEL_WIDTH_PX), round(whole.width() * 0.45))
    reading, panel = whole.adjusted(0, 0, width - whole.width(), 0), whole.adjusted(width, 0, 0, 0)
    if right_to_left:
        reading.moveRight(whole.right())
        panel.moveLeft(whole.left())
    return reading, panel


def margins(width: int, style: Style, *, upright: bool) -> tuple[int, int]:
    """Give the reading side's margins, leading and trailing; under a wide article one column stands in the middle."""
    if not upright:
        return style.px(MARGINS_PX[0]), style.px(MARGINS_PX[1])
    side = max(style.px(MARGIN_UPRIGHT_PX), (width - style.text(MEASURE_PX)) // 2)
    return side, side


def columns(width: int, style: Style, *, upright: bool) -> int:
    """Give the panel's columns: one beside the article, two or three below it."""
    if not upright:
        return 1
    return 3 if width >= style.px(THREE_COLUMNS_FROM_PX) else 2
