"""How large text must be for the eye at a distance, and whether a screen has room for it. Pure.

A capital letter should subtend 20 minutes of arc, and never less than 16 (ISO 9241-303, 5.5.4; for 3 m that is 17 mm
and 14 mm). The text that counts is a contact's detail: it is what people come to read, and the smallest that must be
read from where they stand. What is taken in at a glance (title, heading) is larger by design; signage asks of it 6 % of
the screen's height, and 3.5 % at least (concerto, content_fit_design; `ui/style.py` keeps that floor).
"""

from math import hypot, radians, tan

from kiosk.edition.value import Value

LETTER_ARC_MINUTES = 20.0
LEAST_ARC_MINUTES = 16.0

DESIGN_SIDE = 1080
"""Design pixels along a screen's shorter side."""

DETAIL_PX = 25
"""The size of a contact's detail, in design pixels."""

CAPITAL = 0.727
"""The height of Inter's capitals as a share of the font's size."""

GLANCE_SHARE = 0.035
"""The least that text for a glance takes of a screen's shorter side, along which it is measured on upright screens too."""

SMALLEST_SCALE, LARGEST_SCALE = 0.85, 1.75
"""What the layout holds without cutting anything."""

MM_AN_INCH = 25.4
ASSUMED_INCHES = 24.0
_LARGEST_MM = 3000.0
_SMALLEST_MM = 60.0
_SHAPES_GIVEN_FOR_SIZES = frozenset({(160, 90), (160, 100), (1600, 900), (1600, 1000)})
"""What screens tell that put their shape where their size belongs: 16:9 as 160 x 90, in millimetres or centimetres."""


class ScreenSize(Value, frozen=True):
    """A screen: its pixels, and its sides in millimetres as it tells them, which need not be true."""

    width: int
    height: int
    width_mm: float = 0.0
    height_mm: float = 0.0


def shorter_side_mm(screen: ScreenSize, inches: float = 0.0) -> float:
    """Give the shorter side: of a diagonal of `inches` where staff told it, else as the screen tells, else of 24 inches."""
    if not inches and _is_believable(screen):
        return min(screen.width_mm, screen.height_mm)
    share = min(screen.width, screen.height) / max(hypot(screen.width, screen.height), 1.0)
    return (inches or ASSUMED_INCHES) * MM_AN_INCH * share


def type_scale(distance_m: float, side_mm: float) -> float:
    """Give by how much text must grow to be read at a distance; 1 where nobody told one.

    It never shrinks text: who comes near to touch may be who sees badly.
    """
    if distance_m <= 0 or side_mm <= 0:
        return 1.0
    return min(max(_scale_for(distance_m, side_mm, LETTER_ARC_MINUTES), 1.0), LARGEST_SCALE)


def farthest_m(side_mm: float) -> float:
    """Give the distance from which the largest text that this screen can show is still read."""
    return LARGEST_SCALE / _scale_for(1.0, side_mm, LEAST_ARC_MINUTES)


def is_too_small(distance_m: float, side_mm: float) -> bool:
    return distance_m > farthest_m(side_mm)


def joined(usual: float, visitors: float) -> float:
    """Give what the visitor's choice makes of the screen's own scale, within what the layout holds."""
    return min(max(usual * visitors, SMALLEST_SCALE), LARGEST_SCALE)


def _scale_for(distance_m: float, side_mm: float, arc_minutes: float) -> float:
    wanted = 2 * distance_m * 1000 * tan(radians(arc_minutes / 60) / 2)
    return wanted / (DETAIL_PX * CAPITAL * side_mm / DESIGN_SIDE)


def _is_believable(screen: ScreenSize) -> bool:
    long, short = sorted((screen.width_mm, screen.height_mm), reverse=True)
    return short >= _SMALLEST_MM and long <= _LARGEST_MM and (round(long), round(short)) not in _SHAPES_GIVEN_FOR_SIZES
