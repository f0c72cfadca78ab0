"""The picture on an X server's screen, read from outside: Xvfb's `-fbdir` keeps it in a file in XWD format."""

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

HEADER = struct.Struct(">25I")
"""XWDFileHeader of X11/XWDFile.h; Xvfb writes it with the most significant byte first."""

COLOUR_BYTES = 12
PIXEL_BYTES = 4
STRIP_ROWS = 16
"""A comparison stops at the first strip that differs: an unfinished screen costs microseconds, not milliseconds."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the pixels lie in the file, in bytes; width and height are pixels."""

    first: int
    stride: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Mask:
    """A part of the screen that is not looked at, in pixels; right and bottom are the first ones outside."""

    left: int
    top: int
    right: int
    bottom: int


Span: TypeAlias = tuple[int, int]
"""First byte, and the first after the last."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the screen shall show: pieces of it, each with its first byte in the file."""

    pieces: tuple[tuple[int, bytes], ...]


class Framebuffer:
    """The screen as it is now, outside of the mask."""

    def __init__(self, file: Path, mask: Mask) -> None:
        with file.open("rb") as opened:
            self._map = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        self.layout = layout_of(self._map[: HEADER.size])
        self._spans = spans(self.layout, mask)

    def picture(self) -> Picture:
        return Picture(tuple((first, self._map[first:end]) for first, end in self._spans))

    def shows(self, picture: Picture) -> bool:
        """Tell whether every pixel of the picture is on the screen."""
        return all(self._map[first : first + len(piece)] == piece for first, piece in picture.pieces)

    def rows(self) -> bytes:
        """Give all pixels, row by row from the top, each as blue, green, red and a byte without meaning."""
        return self._map[self.layout.first : self.layout.first + self.layout.stride * self.layout.height]

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Give red, green and blue of one pixel."""
        first = _byte(self.layout, y, x)
        blue, green, red = self._map[first : first + 3]
        return red, green, blue

    def sample(self, every: int = 6) -> list[int]:
        """Give every so many pixels of every so many rows, as numbers that differ where the colours do."""
        rows = (_byte(self.layout, row, 0) for row in range(every // 2, self.layout.height, every))
        words = (memoryview(self._map[first : first + self.layout.width * PIXEL_BYTES]).cast("I") for first in rows)
        return [word for row in words for word in row[::every]]


def layout_of(header: bytes) -> Layout:
    """Read the header, or raise ValueError when the pixels are not of four bytes."""
    fields = HEADER.unpack(header[: HEADER.size])
    header_bytes, width, height, pixel_bits, stride, colours = (fields[index] for index in (0, 4, 5, 11, 12, 19))
    if pixel_bits != PIXEL_BYTES * 8:
        raise ValueError(f"a pixel has {pixel_bits} bits")
    return Layout(header_bytes + colours * COLOUR_BYTES, stride, width, height)


def spans(layout: Layout, mask: Mask) -> tuple[Span, ...]:
    """Cut the screen around the mask into spans: strips of whole rows, and the ends of the rows that the mask cuts."""
    above = _strips(layout, 0, mask.top)
    beside = [span for row in range(mask.top, mask.bottom) for span in _beside(layout, mask, row)]
    below = _strips(layout, mask.bottom, layout.height)
    return tuple(span for span in (*above, *beside, *below) if span[0] < span[1])


def _strips(layout: Layout, top: int, bottom: int) -> list[Span]:
    starts = range(top, bottom, STRIP_ROWS)
    return [(_byte(layout, row, 0), _byte(layout, min(row + STRIP_ROWS, bottom), 0)) for row in starts]


def _beside(layout: Layout, mask: Mask, row: int) -> tuple[Span, Span]:
    left = (_byte(layout, row, 0), _byte(layout, row, mask.left))
    right = (_byte(layout, row, mask.right), _byte(layout, row, layout.width))
    return left, right


def _byte(layout: Layout, row: int, column: int) -> int:
    return layout.first + row * layout.stride + column * PIXEL_BYTES
