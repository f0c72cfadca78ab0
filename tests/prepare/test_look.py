"""Palettes: every text can be read on its ground, whatever colours the organisation chose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from kiosk.edition.colour import TEXT_RATIO, contrast
from kiosk.edition.model import Palette
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.look import look_of

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_design_can_be_read(palette: Palette) -> None:
    assert _worst(palette) >= TEXT_RATIO


def test_the_high_contrast_palette_keeps_seven_to_one() -> None:
    assert _worst(CONTRAST) >= 7


@settings(deadline=None)
@given(colours, colours)
def test_any_two_colours_of_an_organisation_can_be_read(accent: str, panel: str) -> None:
    look = look_of("auto", "full", accent, panel).look

    assert min(_worst(look.light), _worst(look.dark)) >= TEXT_RATIO


@given(colours)
def test_the_panel_keeps_the_organisations_colour_in_the_light_theme(panel: str) -> None:
    assert look_of("light", "full", panel=panel).look.light.panel == panel


def test_without_own_colours_the_design_is_kept() -> None:
    look = look_of("dark", "reduced").look

    assert (look.theme, look.motion, look.light, look.dark, look.contrast) == (
        "dark",
        "reduced",
        LIGHT,
        DARK,
        CONTRAST,
    )


def test_a_readable_accent_is_kept_without_a_word() -> None:
    made = look_of("light", "full", "#1A4D8F")

    assert (made.look.light.accent, made.faults) == ("#1a4d8f", ())


def test_a_pale_accent_is_corrected_and_staff_are_told() -> None:
    made = look_of("light", "full", "#ffee00")

    assert made.faults == (
        Fault(
            "accent",
            "the accent #ffee00 cannot be read on #fbf9f4",
            f"It is shown as {made.look.light.accent}",
            "warning",
        ),
    )


def test_in_the_dark_theme_the_dark_palette_counts() -> None:
    assert look_of("dark", "full", "#ffee00").faults == ()


def test_the_high_contrast_palette_ignores_the_organisations_colours() -> None:
    assert look_of("auto", "full", "#ffee00", "#ff0000").look.contrast == CONTRAST


@given(colours, colours)
@settings(max_examples=20, deadline=None)
def test_every_colour_is_six_digits(accent: str, panel: str) -> None:
    assert all(
        len(bytes.fromhex(colour[1:])) == 3 for colour in astuple(look_of("auto", "full", accent, panel).look.dark)
    )


def _worst(palette: Palette) -> float:
    pairs = (
        (palette.ink, palette.paper),
        (palette.muted, palette.paper),
        (palette.accent, palette.paper),
        (palette.on_accent, palette.accent),
        (palette.on_panel, palette.panel),
        (palette.on_panel, palette.panel_raised),
        (palette.on_panel_muted, palette.panel),
        (palette.on_panel_muted, palette.panel_raised),
    )
    return min(contrast(text, ground) for text, ground in pairs)
