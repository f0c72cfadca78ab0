"""What a snapshot is told to show."""

from datetime import datetime
from pathlib import Path

from kiosk.edition.value import Value


class SnapshotOptions(Value, frozen=True):
    """One picture of the screen; `theme` is "light", "dark" or "contrast".

    `view` is "main", "holding", "sheet:KEY", or what staff see: "pin", "pin:wrong", "staff", "staff:problems", ...
    """

    store: Path
    out: Path
    now: datetime
    width: int = 1920
    height: int = 1080
    theme: str = "light"
    view: str = "main"
    text_scale: float = 1.0
    device_pixel_ratio: float = 1.0
    language: str = ""
    article: int = 0
    captive: bool = True
    mark: bool = False
    low_reach: bool = False
    screen_inches: float = 0.0
