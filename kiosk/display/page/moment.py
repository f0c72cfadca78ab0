"""What is true around the screen when a page is derived."""

from datetime import datetime

from kiosk.edition.value import Value


class Moment(Value, frozen=True):
    """`now` is aware; `dark` is what the system prefers; a captive kiosk hands no link to the system."""

    now: datetime
    dark: bool = False
    captive: bool = True
