import io
import struct
import zlib

import pytest
from PIL import Image

from kiosk.prepare.png_pixels import has_all_pixels


def header(width: int, height: int, depth: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    return struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)


@pytest.mark.parametrize(
    ("promised", "count"),
    [
        pytest.param(header(10, 4), 4 * 31, id="colours"),
        pytest.param(header(10, 4, depth=16, colour=6), 4 * 81, id="deep colours with holes"),
        pytest.param(header(10, 4, depth=1, colour=0), 4 * 3, id="black and white: the last byte of a row is not full"),
        pytest.param(header(10, 4, depth=4, colour=3), 4 * 6, id="a palette"),
        pytest.param(header(1, 1, interlaced=1), 4, id="interlaced, one pixel: one pass"),
        pytest.param(header(8, 8, interlaced=1), 15 * 1 + 64 * 3, id="interlaced: each pass has its own rows"),
    ],
)
def test_the_rows_of_the_header_must_be_there_to_the_last_byte(promised: bytes, count: int) -> None:
    enough, one_too_few = zlib.compress(bytes(count)), zlib.compress(bytes(count - 1))

    assert (has_all_pixels(promised, enough), has_all_pixels(promised, one_too_few)) == (True, False)


@pytest.mark.parametrize(
    ("promised", "compressed"),
    [
        pytest.param(header(1, 1), b"", id="no image data"),
        pytest.param(header(1, 1), b"not compressed", id="spoilt image data"),
        pytest.param(header(1, 1, colour=5), zlib.compress(bytes(9)), id="a colour type that does not exist"),
        pytest.param(header(0, 1), zlib.compress(bytes(9)), id="no width"),
        pytest.param(b"", zlib.compress(bytes(9)), id="no header"),
    ],
)
def test_what_promises_or_holds_nothing_is_not_whole(promised: bytes, compressed: bytes) -> None:
    assert not has_all_pixels(promised, compressed)


def test_a_giant_is_left_to_the_limit_of_pixels() -> None:
    assert has_all_pixels(header(65_535, 65_535, depth=16, colour=6), b"")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_what_other_programs_write_is_whole(mode: str) -> None:
    buffer = io.BytesIO()
    Image.new(mode, (37, 23)).save(buffer, "PNG")
    content = buffer.getvalue()
    start = content.index(b"IDAT")
    length = int.from_bytes(content[start - 4 : start], "big")

    assert has_all_pixels(content[16:29], content[start + 4 : start + 4 + length])
