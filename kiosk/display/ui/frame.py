"""The frame that was painted last, as it lies in memory: whether it shows anything at all."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

ROWS_APART = 8
"""Pixels: closer together than the smallest text is tall."""


def is_blank(window: QWidget) -> bool:
    """Tell whether the painted frame of a visible window is of one colour; False where it cannot be looked into."""
    image = window.backingStore().paintDevice() if window.isVisible() else None
    return isinstance(image, QImage) and not image.isNull() and is_one_colour(image)


def is_one_colour(image: QImage) -> bool:
    """Look at rows spread over the picture, within a millisecond for the largest screen."""
    pixels, pixel_bytes = image.constBits(), image.depth() // 8
    row_of_one_colour = bytes(pixels[:pixel_bytes]) * image.width()
    starts = (row * image.bytesPerLine() for row in range(0, image.height(), ROWS_APART))
    return all(pixels[start : start + len(row_of_one_colour)] == row_of_one_colour for start in starts)
