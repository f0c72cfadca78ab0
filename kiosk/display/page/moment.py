"""What is true around the screen when a page is derived."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """`now` is aware; `dark` is what the system prefers; a captive kiosk hands no link to the system."""

    now: datetime
    dark: bool = False
    captive: bool = True
