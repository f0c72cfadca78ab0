"""What became of the wish to switch the screen off."""

from typing import NamedTuple


class SwitchedOff(NamedTuple):
    """The power is off, by this means; it comes back by `switch_on`, on most computers by a touch, too."""

    means: str


class OnlyDark(NamedTuple):
    """The power stays on: the kiosk must darken its own picture."""

    why: str
