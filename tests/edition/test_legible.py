"""Text is as large as the eye needs from where people stand, on any screen that says how large it is, or does not."""

from math import atan, degrees

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.edition.legible import (
    CAPITAL,
    DESIGN_SIDE,
    DETAIL_PX,
    ScreenSize,
    farthest_m,
    is_too_small,
    joined,
    shorter_side_mm,
    type_scale,
)

SIDE_24_INCHES = 298.9
SIDE_55_INCHES = 684.9


def test_without_a_distance_nothing_changes() -> None:
    assert type_scale(0, SIDE_24_INCHES) == 1.0


@pytest.mark.parametrize(
    ("distance_m", "side_mm", "expected"),
    [
        pytest.param(0.3, SIDE_24_INCHES, 1.0, id="nearer than an arm: never smaller than the design"),
        pytest.param(1.0, SIDE_24_INCHES, 1.157, id="a step away"),
        pytest.param(2.5, SIDE_55_INCHES, 1.262, id="a television in a lobby"),
        pytest.param(10.0, SIDE_55_INCHES, 1.75, id="across a hall: no larger than the layout holds"),
    ],
)
def test_text_grows_with_the_distance(distance_m: float, side_mm: float, expected: float) -> None:
    assert type_scale(distance_m, side_mm) == pytest.approx(expected, abs=0.002)


@given(st.floats(0.9, 1.5))
def test_a_capital_of_a_detail_takes_twenty_minutes_of_arc(distance_m: float) -> None:
    scale = type_scale(distance_m, SIDE_24_INCHES)

    assert _arc_minutes(scale, distance_m, SIDE_24_INCHES) == pytest.approx(20, abs=0.01)


@given(st.floats(100, 2000))
def test_from_the_farthest_place_the_largest_text_takes_sixteen(side_mm: float) -> None:
    assert _arc_minutes(1.75, farthest_m(side_mm), side_mm) == pytest.approx(16, abs=0.01)


def test_a_screen_is_too_small_beyond_that_place_alone() -> None:
    assert not is_too_small(1.85, SIDE_24_INCHES)
    assert is_too_small(1.95, SIDE_24_INCHES)


@given(st.floats(0.3, 10), st.floats(60, 3000), st.floats(0.85, 1.75))
def test_the_product_never_leaves_what_the_layout_holds(distance_m: float, side_mm: float, visitors: float) -> None:
    assert 0.85 <= joined(type_scale(distance_m, side_mm), visitors) <= 1.75


@pytest.mark.parametrize(
    ("width", "height"), [(527, 296), (296, 527), (1210, 680), (150, 85)], ids=["desk", "turned", "hall", "tablet"]
)
def test_a_screen_is_as_large_as_it_says(width: float, height: float) -> None:
    assert shorter_side_mm(ScreenSize(1920, 1080, width, height)) == min(width, height)


@pytest.mark.parametrize(
    ("width", "height"),
    [(0, 0), (160, 90), (160, 100), (1600, 900), (90, 160), (16, 9), (4000, 2250), (520, 0), (-1, -1)],
    ids=str,
)
def test_nonsense_is_taken_for_24_inches(width: float, height: float) -> None:
    assert shorter_side_mm(ScreenSize(1920, 1080, width, height)) == pytest.approx(SIDE_24_INCHES, abs=0.1)


def test_what_staff_wrote_comes_before_what_the_screen_says() -> None:
    assert shorter_side_mm(ScreenSize(3840, 2160, 527, 296), 55) == pytest.approx(SIDE_55_INCHES, abs=0.1)


def test_the_diagonal_is_of_the_screens_own_shape() -> None:
    assert shorter_side_mm(ScreenSize(1080, 1920), 24) == pytest.approx(SIDE_24_INCHES, abs=0.1)
    assert shorter_side_mm(ScreenSize(1024, 768), 24) == pytest.approx(24 * 25.4 * 0.6, abs=0.1)


def test_a_screen_without_pixels_has_no_side_and_leaves_text_as_it_is() -> None:
    assert type_scale(3, shorter_side_mm(ScreenSize(0, 0))) == 1.0


def _arc_minutes(scale: float, distance_m: float, side_mm: float) -> float:
    capital_mm = DETAIL_PX * CAPITAL * scale * side_mm / DESIGN_SIDE
    return degrees(2 * atan(capital_mm / 2 / (distance_m * 1000))) * 60
