"""Paints a QR code: whole pixels a module, dark on light, four modules of quiet zone, in every theme."""

from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.edition.model import QrCode

QUIET_MODULES = 4
DARK = QColor("#0f2420")
LIGHT = QColor("#ffffff")


def module_px(code: QrCode, room: int) -> int:
    """Give the largest whole number of pixels a module may have, quiet zone included, in `room` pixels."""
    return max(1, room // (code.size + 2 * QUIET_MODULES))


def paint_code(painter: QPainter, code: QrCode, square: QRect) -> None:
    """Paint the code with its quiet zone centred in `square`, on whole device pixels."""
    ratio = painter.deviceTransform().m11()
    side = (code.size + 2 * QUIET_MODULES) * module_px(code, int(square.width() * ratio))
    left = square.left() + int((square.width() * ratio - side) / 2) / ratio
    top = square.top() + int((square.height() * ratio - side) / 2) / ratio
    painter.save()
    painter.translate(left, top)
    painter.scale(1 / ratio, 1 / ratio)
    painter.drawImage(QRect(0, 0, side, side), _image(code))
    painter.restore()


@lru_cache(maxsize=8)
def _image(code: QrCode) -> QImage:
    """Draw one pixel a module; painting scales it by a whole number, so no edge is blurred."""
    side = code.size + 2 * QUIET_MODULES
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(LIGHT)
    dark = DARK.rgb()
    for y, row in enumerate(code.rows):
        bits = int(row, 16)
        for x in range(code.size):
            if bits >> (code.size - 1 - x) & 1:
                image.setPixel(x + QUIET_MODULES, y + QUIET_MODULES, dark)
    return image
