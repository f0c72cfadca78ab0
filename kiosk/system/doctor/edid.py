"""Reads the serial number of a screen from its EDID as Qt does: the text where there is one, or else the number."""

from typing import Final

_HEADER: Final = bytes.fromhex("00ffffffffffff00")
_NUMBER: Final = slice(0x0C, 0x10)
_DESCRIPTORS: Final = range(0x36, 0x7E, 18)
_SERIAL_TEXT: Final = b"\x00\x00\x00\xff\x00"
_TEXT: Final = slice(5, 18)
_LENGTH: Final = 128


def serial_of(edid: bytes) -> str:
    """Give "" for a screen that tells none, or no EDID."""
    if len(edid) < _LENGTH or not edid.startswith(_HEADER):
        return ""
    for start in _DESCRIPTORS:
        descriptor = edid[start : start + 18]
        if descriptor.startswith(_SERIAL_TEXT):
            return descriptor[_TEXT].partition(b"\n")[0].decode("ascii", errors="replace").strip()
    number = int.from_bytes(edid[_NUMBER], "little")
    return str(number) if number else ""
