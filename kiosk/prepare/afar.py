"""Whether the screen is large enough for the distance from which it is to be read, where staff have told both."""

from math import ceil, floor
from pathlib import Path

from kiosk.edition.device import Device
from kiosk.edition.legible import ScreenSize, farthest_m, is_too_small, shorter_side_mm
from kiosk.edition.model import Look
from kiosk.prepare.problem import Place, Problem

USUAL_SHAPE = ScreenSize(16, 9)


def read_from_afar(contact: Path, look: Look, device: Device) -> tuple[Problem, ...]:
    """Warn of a distance from which nobody reads the details on a screen of this size, as large as they can be."""
    distance_m, inches = look.viewing_distance_m, device.screen_inches
    side_mm = shorter_side_mm(USUAL_SHAPE, inches)
    if not inches or not is_too_small(distance_m, side_mm):
        return ()
    farthest = farthest_m(side_mm)
    what = f"from {distance_m:g} m away, nobody reads the details on a screen of {inches:g} inches"
    cure = (
        f"They are as large as they can be, and read from {floor(farthest * 10) / 10:g} m."
        f" For {distance_m:g} m it takes a screen of {ceil(inches * distance_m / farthest)} inches"
    )
    return (Problem(Place(contact), "look.viewing_distance_m", what, cure, "warning"),)
