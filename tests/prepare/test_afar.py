from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.edition.device import Device
from kiosk.edition.legible import ScreenSize, is_too_small, shorter_side_mm
from kiosk.prepare.afar import read_from_afar
from kiosk.prepare.look import look_of
from kiosk.prepare.problem import Problem

CONTACT = Path("contact.toml")


def test_a_screen_that_is_too_small_is_told_with_one_that_is_not() -> None:
    (problem,) = _problems(6, 24)

    assert str(problem) == (
        "contact.toml: warning: look.viewing_distance_m: from 6 m away, nobody reads the details on a screen of 24 inches."
        " They are as large as they can be, and read from 1.8 m. For 6 m it takes a screen of 77 inches"
    )


@pytest.mark.parametrize(
    ("distance_m", "inches"),
    [(0, 24), (1.5, 24), (6, 0), (6, 80)],
    ids=["no distance", "near enough", "a size that nobody told", "a large screen"],
)
def test_nothing_is_told_where_all_is_well_or_unknown(distance_m: float, inches: float) -> None:
    assert _problems(distance_m, inches) == ()


@pytest.mark.parametrize("distance_m", [2, 3.5, 10])
def test_the_screen_that_is_asked_for_is_large_enough(distance_m: float) -> None:
    (problem,) = _problems(distance_m, 24)
    inches = float(problem.cure.removesuffix(" inches").rpartition(" ")[2])

    assert not is_too_small(distance_m, shorter_side_mm(ScreenSize(16, 9), inches))


def _problems(distance_m: float, inches: float) -> tuple[Problem, ...]:
    look = replace(look_of("auto", "full").look, viewing_distance_m=distance_m)
    return read_from_afar(CONTACT, look, Device(screen_inches=inches))
