"""Contrast and the nearest readable colour."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.edition.colour import TEXT_RATIO, contrast, lighter, mixed, readable, readable_on

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_colour_has_no_contrast_with_itself() -> None:
    assert contrast("#b4472e", "#b4472e") == 1


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@given(colours, colours)
def test_contrast_does_not_ask_which_is_the_text(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)


@given(colours, colours)
def test_a_readable_colour_keeps_the_ratio_on_every_ground(text: str, ground: str) -> None:
    assert contrast(readable(text, ground), ground) >= TEXT_RATIO


@given(colours, colours)
def test_a_colour_that_can_be_read_is_left_alone(text: str, ground: str) -> None:
    if contrast(text, ground) >= TEXT_RATIO:
        assert readable(text, ground) == text


def test_a_corrected_colour_keeps_its_hue() -> None:
    corrected = readable("#ffee00", "#ffffff")

    assert _hue(corrected) == pytest.approx(_hue("#ffee00"), abs=0.01)


def test_a_corrected_colour_is_hardly_darker_than_needed() -> None:
    assert contrast(readable("#ffee00", "#ffffff"), "#ffffff") < TEXT_RATIO + 0.2


def test_where_nothing_can_be_read_on_all_grounds_the_better_of_black_and_white_is_taken() -> None:
    assert readable_on("#336699", ("#000000", "#ffffff", "#aaaaaa")) in {"#000000", "#ffffff"}


def test_lightness_stays_within_its_range() -> None:
    assert (lighter("#ffffff", 0.5), lighter("#000000", -0.5)) == ("#ffffff", "#000000")


def test_half_of_each_makes_the_colour_between() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def _hue(colour: str) -> float:
    red, green, blue = bytes.fromhex(colour[1:])
    return colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)[0]
