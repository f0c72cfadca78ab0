"""This machine's settings as far as the display needs them, from `device.toml`; never part of an edition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Device:
    """`screen` is "primary", a screen's name or serial number, or its index as text."""

    screen: str = "primary"
    sheet_seconds: int = 30
