"""This machine's settings as far as the display needs them, from `device.toml`; never part of an edition."""

from kiosk.edition.value import Value


class Device(Value, frozen=True):
    """`screen` is "primary", a screen's name or serial number, or its index as text."""

    screen: str = "primary"
    sheet_seconds: int = 30
