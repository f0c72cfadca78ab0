"""What a picture file is by its content, and whether all of it is there. Names lie; no decoder is asked."""

import zlib
from collections.abc import Iterator
from typing import Literal

from kiosk.prepare.png_pixels import has_all_pixels

Format = Literal["png", "jpeg", "gif", "webp"]

MOST_PASSES = 100
"""Programs write a JPEG in about ten. Each goes over all of its pixels again, 15 ms for the largest, and weighs 42 bytes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PASS = b"\xff\xda"
"""Begins a pass (start of scan, ITU T.81, B.1.1.3); packed pixels never hold it."""


def picture_format(content: bytes) -> Format | None:
    """Tell the four formats that are shown; None for all others, SVG, TIFF, ICNS and XPM among them (row M9)."""
    if content.startswith(_PNG):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None


def has_too_many_passes(content: bytes, kind: Format) -> bool:
    """Tell a JPEG that keeps its decoder busy for minutes."""
    return kind == "jpeg" and content.count(_PASS) > MOST_PASSES


def is_whole(content: bytes, kind: Format) -> bool:
    """Tell whether the file reaches its own end; a JPEG does not say where that is, only its decoder notices."""
    match kind:
        case "png":
            return _is_whole_png(content)
        case "gif":
            return content.rstrip(b"\0\r\n").endswith(b";")
        case "webp":
            return int.from_bytes(content[4:8], "little") + 8 <= len(content)
        case "jpeg":
            return True


def _is_whole_png(content: bytes) -> bool:
    chunks = list(_sound_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        return False
    return has_all_pixels(chunks[0][1], b"".join(body for kind, body in chunks if kind == b"IDAT"))


def _sound_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Walk the chunks up to IEND or the first fault: length, type, content, checksum (PNG specification, 5.3)."""
    start = len(_PNG)
    while start + 12 <= len(content):
        end = start + 8 + int.from_bytes(content[start : start + 4], "big")
        if content[end : end + 4] != zlib.crc32(content[start + 4 : end]).to_bytes(4, "big"):
            return
        kind = content[start + 4 : start + 8]
        yield kind, content[start + 8 : end]
        if kind == b"IEND":
            return
        start = end + 4
