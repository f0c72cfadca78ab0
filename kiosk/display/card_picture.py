"""The picture of the screen that outlives the display: a small file with its own seal, which the card reads back.

Eight letters that name the format, the SHA-256 of all that follows, then width and height in pixels, the pixels of the
screen to one of its lengths, and the pixels, row by row as Qt's RGB32 has them, packed by zlib.
"""

import os
import zlib
from datetime import UTC, datetime
from mmap import mmap
from pathlib import Path
from struct import Struct

from kiosk.edition.digest import sha256
from kiosk.edition.durable import write_atomically
from kiosk.edition.value import Value

MAGIC = b"kioskP1\n"
HEAD = Struct(">8s64s")
SHAPE = Struct(">IId")
PIXEL_BYTES = 4
QUICK = 1
"""Of zlib's levels: a screen of text shrinks to a thirtieth already, in 20 ms."""

MOST_PIXELS = 40_000_000
"""More than 8K has: what claims more is not believed, and never unpacked."""

MOST_BYTES = 64_000_000
HIGHEST_RATIO = 16
PIECE_BYTES = 65_536

OLDEST_SECONDS = 36 * 3600.0
"""What is older may tell of hours and notices that are over; a display that lives writes one every day."""


class CardPicture(Value, frozen=True):
    """`width` and `height` are pixels of the screen, `ratio` those to one of its lengths; `packed` are the pixels."""

    width: int
    height: int
    ratio: float
    packed: bytes


class NoPicture(Value, frozen=True):
    """There is none, or none that can be believed."""


class Frame(Value, frozen=True):
    """A picture that is not packed; `ratio` as there.

    Its pixels lie in memory that the system has back when they are let go: of so large a piece, malloc would keep it.
    """

    width: int
    height: int
    ratio: float
    pixels: mmap


def empty_frame(width: int, height: int, ratio: float) -> Frame:
    return Frame(width, height, ratio, mmap(-1, width * height * PIXEL_BYTES))


def packed(frame: Frame) -> CardPicture:
    """Pack it in pieces, that no large piece of memory is needed for it."""
    packer, view = zlib.compressobj(QUICK), memoryview(frame.pixels)
    pieces = [packer.compress(view[start : start + PIECE_BYTES]) for start in range(0, len(view), PIECE_BYTES)]
    return CardPicture(frame.width, frame.height, frame.ratio, b"".join((*pieces, packer.flush())))


def write_picture(file: Path, picture: CardPicture) -> None:
    """Replace the file at once, or raise OSError and leave the former."""
    body = SHAPE.pack(picture.width, picture.height, picture.ratio) + picture.packed
    write_atomically(file, HEAD.pack(MAGIC, sha256(body).encode()) + body, is_precious=False)


def read_picture(file: Path) -> CardPicture | NoPicture:
    """Read no more than a picture can have, and believe only one that is whole and of these days."""
    try:
        with file.open("rb") as opened:
            written_at = os.fstat(opened.fileno()).st_mtime
            content = opened.read(MOST_BYTES + 1)
    except OSError:
        return NoPicture()
    if datetime.now(UTC).timestamp() - written_at > OLDEST_SECONDS:
        return NoPicture()
    return _unsealed(content) if HEAD.size + SHAPE.size < len(content) <= MOST_BYTES else NoPicture()


def unpacked(picture: CardPicture) -> Frame | NoPicture:
    """Unpack as many pixels as it says that there are; one of another number is none."""
    frame = empty_frame(picture.width, picture.height, picture.ratio)
    try:
        is_whole = _unpack(picture.packed, frame.pixels)
    except zlib.error:
        is_whole = False
    return frame if is_whole else NoPicture()


def _unpack(content: bytes, pixels: mmap) -> bool:
    """Unpack in small pieces: of a larger one that it has given back, malloc keeps the room."""
    unpacker, waiting = zlib.decompressobj(), memoryview(content)
    while waiting and not unpacker.eof:
        taken, waiting = waiting[:PIECE_BYTES], waiting[PIECE_BYTES:]
        while taken and not unpacker.eof:
            piece = unpacker.decompress(taken, PIECE_BYTES)
            if len(piece) > len(pixels) - pixels.tell():
                return False
            pixels.write(piece)
            taken = memoryview(unpacker.unconsumed_tail)
    return unpacker.eof and pixels.tell() == len(pixels)


def _unsealed(content: bytes) -> CardPicture | NoPicture:
    magic, seal = HEAD.unpack_from(content)
    body = content[HEAD.size :]
    if magic != MAGIC or seal != sha256(body).encode():
        return NoPicture()
    width, height, ratio = SHAPE.unpack_from(body)
    is_sane = 0 < width * height <= MOST_PIXELS and 0 < ratio <= HIGHEST_RATIO
    return CardPicture(width, height, ratio, body[SHAPE.size :]) if is_sane else NoPicture()
