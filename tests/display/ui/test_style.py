import pytest

from kiosk.display.ui.style import Style, border_on_paper, sign_on, unit_for
from kiosk.edition.colour import contrast
from kiosk.edition.model import Palette
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT

SIZES = [(1024, 600), (1280, 720), (1920, 1080), (1080, 1920), (3840, 2160)]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [0.4, 0.85, 1.0])
def test_what_is_taken_in_at_a_glance_is_never_below_its_share_of_the_screen(
    size: tuple[int, int], scale: float
) -> None:
    style = Style(LIGHT, unit_for(*size), scale)

    assert style.glance(44).pixelSize() >= 0.035 * min(size)


def test_at_the_usual_size_a_title_is_near_the_ideal_share() -> None:
    assert Style(LIGHT, 1.0).glance(62).pixelSize() / 1080 == pytest.approx(0.06, abs=0.004)


def test_large_text_is_as_large_as_it_was_asked_to_be() -> None:
    assert Style(LIGHT, 1.0, 1.75).glance(46) == Style(LIGHT, 1.0, 1.75).title(46)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_border_is_hardly_stronger_than_it_must_be(palette: Palette) -> None:
    assert 3 <= contrast(border_on_paper(Style(palette, 1.0)).name(), palette.paper) < 3.1


def test_a_border_that_is_strong_already_stays_as_it_is() -> None:
    assert border_on_paper(Style(CONTRAST, 1.0)).name() == CONTRAST.rule


def test_a_sign_keeps_its_colour_where_it_is_seen() -> None:
    assert sign_on(LIGHT.panel, "#63d297").name() == "#63d297"
