"""This machine's settings as far as the display needs them, from `device.toml`; never part of an edition."""

from pathlib import Path

from kiosk.edition.sealed import read_sealed
from kiosk.edition.value import Value


class Device(Value, frozen=True):
    """`screen` is "primary", a screen's name or serial number, or its index as text."""

    screen: str = "primary"
    sheet_seconds: int = 30


def device_settings(file: Path) -> Device:
    """Read what `prepare` made of device.toml; without it, or when it is damaged, every setting is the usual one."""
    try:
        return read_sealed(file, Device())
    except OSError:
        return Device()
