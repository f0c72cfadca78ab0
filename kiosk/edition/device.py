"""This machine's settings from `device.toml`, never part of an edition: the display's, and apart from them the PIN."""

from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.edition.sealed import read_sealed
from kiosk.edition.value import Value

Light: TypeAlias = Literal["lit", "dimmed", "off"]
"""What the screen is; by night `Device.night` says which."""


class Device(Value, frozen=True):
    """`screen` is "primary", a screen's name or serial number, or its index as text; `screen_inches` is 0 where nobody told.

    `idle_seconds` after the last touch everything starts afresh. By `night`, what the screen does while the office is
    closed: it stays on, is dimmed, or is switched off. With `drift` the layout moves a little, so that nothing burns in.
    """

    screen: str = "primary"
    sheet_seconds: int = 30
    screen_inches: float = 0.0
    low_reach: bool = False
    idle_seconds: int = 60
    night: Literal["on", "dim", "off"] = "on"
    drift: bool = True


class Access(Value, frozen=True):
    """How staff get in at the screen; `pin_hash` is "" where no PIN is set, and then nobody does."""

    pin_hash: str = ""


_LOST = Access("lost")


def device_settings(file: Path) -> Device:
    """Read what `prepare` made of device.toml; without it, or when it is damaged, every setting is the usual one."""
    try:
        return read_sealed(file, Device())
    except OSError:
        return Device()


class Unknown(Value, frozen=True):
    """Whether a PIN is set cannot be told: what was made of device.toml is lost, damaged, or not to be read now."""


def access_settings(file: Path) -> Access | Unknown:
    """Read what `prepare` made of the PIN in device.toml."""
    try:
        access = read_sealed(file, _LOST)
    except OSError:
        return Unknown()
    return Unknown() if access == _LOST else access
