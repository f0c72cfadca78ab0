"""Whether all pixels of a PNG are in its file. The decoder would tell too, but on the standard error of the process."""

import struct
import zlib
from collections.abc import Iterator

MOST_BYTES = 24_000_000 * 9
"""More are only in pictures that are refused for their size: a pixel has 8 bytes at most, a row one more."""

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_WHOLE = ((0, 0, 1, 1),)
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row of each pass, and its steps (PNG specification, 8.2)."""

_PIECE = 1 << 20


def has_all_pixels(header: bytes, compressed: bytes) -> bool:
    """Compare what the header (IHDR) promises with what the image data (all IDAT together) hold."""
    wanted = _promised_bytes(header)
    return wanted > MOST_BYTES or (wanted > 0 and _holds(compressed, wanted))


def _promised_bytes(header: bytes) -> int:
    """Count one byte for the filter of each row; 0 for a header that promises nothing."""
    if len(header) != struct.calcsize(">IIBBBBB"):
        return 0
    width, height, depth, colour, _compression, _filter, interlaced = struct.unpack(">IIBBBBB", header)
    bits: int = depth * _CHANNELS.get(colour, 0)
    if not bits:
        return 0
    return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in _passes(width, height, interlaced))


def _passes(width: int, height: int, interlaced: int) -> Iterator[tuple[int, int]]:
    for left, top, right, down in _ADAM7 if interlaced else _WHOLE:
        columns, rows = -(-(width - left) // right), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            yield columns, rows


def _holds(compressed: bytes, wanted: int) -> bool:
    inflater, held = zlib.decompressobj(), 0
    while held < wanted and compressed:
        try:
            held += len(inflater.decompress(compressed, _PIECE))
        except zlib.error:
            return False
        compressed = inflater.unconsumed_tail
    return held >= wanted
