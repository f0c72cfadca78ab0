"""Reads what a screen tells of itself in its EDID (VESA E-EDID 1.4): its serial number, as Qt does, and its size."""

from typing import Final

_HEADER: Final = bytes.fromhex("00ffffffffffff00")
_NUMBER: Final = slice(0x0C, 0x10)
_DESCRIPTORS: Final = range(0x36, 0x7E, 18)
_SERIAL_TEXT: Final = b"\x00\x00\x00\xff\x00"
_TEXT: Final = slice(5, 18)
_LENGTH: Final = 128
_CENTIMETRES: Final = slice(0x15, 0x17)
_SMALLEST_MM: Final = 60
_SHAPES: Final = frozenset({(160, 90), (160, 100), (1600, 900), (1600, 1000)})
"""What screens tell that put 16:9 or 16:10 where their size belongs."""


def serial_of(edid: bytes) -> str:
    """Give the text where there is one, or else the number; "" for a screen that tells neither, or no EDID."""
    if not _is_edid(edid):
        return ""
    for start in _DESCRIPTORS:
        descriptor = edid[start : start + 18]
        if descriptor.startswith(_SERIAL_TEXT):
            return descriptor[_TEXT].partition(b"\n")[0].decode("ascii", errors="replace").strip()
    number = int.from_bytes(edid[_NUMBER], "little")
    return str(number) if number else ""


def millimetres_of(edid: bytes) -> tuple[int, int]:
    """Give width and height of the picture; 0 by 0 for a screen that does not tell, such as a projector, or tells its shape."""
    if not _is_edid(edid):
        return 0, 0
    timing = edid[_DESCRIPTORS.start : _DESCRIPTORS.start + 18]
    fine = timing[12] | (timing[14] & 0xF0) << 4, timing[13] | (timing[14] & 0x0F) << 8
    coarse = edid[_CENTIMETRES][0] * 10, edid[_CENTIMETRES][1] * 10
    is_timing = timing[:2] != b"\0\0"
    return next((size for size in (*([fine] if is_timing else []), coarse) if _is_believable(size)), (0, 0))


def _is_believable(size: tuple[int, int]) -> bool:
    return min(size) >= _SMALLEST_MM and size not in _SHAPES


def _is_edid(edid: bytes) -> bool:
    return len(edid) >= _LENGTH and edid.startswith(_HEADER)
