"""What is true around the screen when a page is derived."""

from datetime import datetime

from kiosk.edition.value import Value


class Moment(Value, frozen=True):
    """`now` is aware; `dark` is what the system prefers; a captive kiosk hands no link to the system.

    It `asks` a visitor who has been still for a while; `type_scale` is the size of text that this screen starts with.
    """

    now: datetime
    dark: bool = False
    captive: bool = True
    asks: bool = False
    type_scale: float = 1.0
