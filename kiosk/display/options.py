"""What the display process is told when it starts."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.edition.device import Device


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """`store` is the folder that holds the editions; `screen` overrules the device's."""

    store: Path
    device: Device
    captive: bool = False
    screen: str | None = None
