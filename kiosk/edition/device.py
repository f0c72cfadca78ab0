"""This machine's settings from `device.toml`, never part of an edition: the display's, and apart from them the PIN."""

from pathlib import Path

from kiosk.edition.sealed import read_sealed
from kiosk.edition.value import Value


class Device(Value, frozen=True):
    """`screen` is "primary", a screen's name or serial number, or its index as text."""

    screen: str = "primary"
    sheet_seconds: int = 30


class Access(Value, frozen=True):
    """How staff get in at the screen; `pin_hash` is "" where no PIN is set, and then nobody does."""

    pin_hash: str = ""


def device_settings(file: Path) -> Device:
    """Read what `prepare` made of device.toml; without it, or when it is damaged, every setting is the usual one."""
    try:
        return read_sealed(file, Device())
    except OSError:
        return Device()


def access_settings(file: Path) -> Access:
    """Read what `prepare` made of the PIN in device.toml; without it, or when it is damaged, no PIN is set."""
    try:
        return read_sealed(file, Access())
    except OSError:
        return Access()
