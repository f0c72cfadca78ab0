"""Every pair of colours on the screen keeps the contrast of WCAG 2.2, level AA, whatever colours an office chooses."""

from collections.abc import Callable, Iterator
from itertools import combinations
from random import Random
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage

from kiosk.display.ui.body import Body
from kiosk.display.ui.card import Card
from kiosk.display.ui.code import DARK as CODE_DARK
from kiosk.display.ui.code import LIGHT as CODE_LIGHT
from kiosk.display.ui.contact_row import circle_colour
from kiosk.display.ui.control import pressed
from kiosk.display.ui.menu_row import AMBER, ON_AMBER
from kiosk.display.ui.open_line import OPEN
from kiosk.display.ui.style import Style, border_on_paper, mixed, sign_on
from kiosk.display.ui.touch_ground import sign_colour, touch_ground
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.colour import SIGN_RATIO, TEXT_RATIO, contrast
from kiosk.edition.model import Code, Edition, Look, Palette
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.prepare.look import look_of

ShowPage: TypeAlias = Callable[..., KioskWindow]
Pair: TypeAlias = tuple[str, str | QColor, str | QColor]
OFFICES = 1000


def test_every_pair_of_a_thousand_offices_is_seen() -> None:
    faults = {name for look in _looks() for palette in (look.light, look.dark) for name in _faults(palette)}

    assert faults == set()


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_every_pair_of_the_design_is_seen(palette: Palette) -> None:
    assert [*_faults(palette)] == []


def test_high_contrast_keeps_seven_to_one_in_every_text() -> None:
    assert min(contrast(_hex(text), _hex(ground)) for _, text, ground in _texts(CONTRAST)) >= 7


def test_the_checker_sees_a_pair_that_is_too_faint() -> None:
    assert set(_faults(replace(LIGHT, muted="#999999", accent="#f0c8b8"))) >= {"muted text", "the accent", "a ring"}


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_ring_around_the_card_is_seen_on_it(
    make_edition: Callable[..., Edition], show_page: ShowPage, theme: str
) -> None:
    card = show_page(make_edition(), theme=theme).panel.findChildren(Card)[0]
    card.setFocus(Qt.FocusReason.TabFocusReason)

    image = card.grab().toImage()

    ring = image.pixelColor(image.width() // 2, 3)
    assert contrast(ring.name(), CODE_LIGHT.name()) >= SIGN_RATIO


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_code_is_read_in_every_theme(
    make_edition: Callable[..., Edition], show_page: ShowPage, pixels: Callable[..., QImage], theme: str
) -> None:
    article = replace(make_edition().articles[0], blocks=(Code("kiosk status\n" * 3),))
    window = show_page(make_edition(articles=(article,)), theme=theme)
    body = window.findChildren(Body)[0]

    first_line = QRect(body.mapTo(window, QPoint(0, 10)), QSize(150, 24))
    colours = _colours(pixels(window).copy(first_line))

    assert max(contrast(one, other) for one, other in combinations(colours, 2)) >= TEXT_RATIO


def _looks() -> Iterator[Look]:
    dice = Random(6)  # noqa: S311  # colours are no secret
    for _ in range(OFFICES):
        accent, panel = (f"#{dice.randrange(0x1000000):06x}" for _ in range(2))
        yield look_of("auto", "full", accent, panel).look


def _faults(palette: Palette) -> Iterator[str]:
    for pairs, least in ((_texts(palette), TEXT_RATIO), (_signs(palette), SIGN_RATIO)):
        for name, one, other in pairs:
            if contrast(_hex(one), _hex(other)) < least:
                yield name


def _texts(palette: Palette) -> Iterator[Pair]:
    style = Style(palette, 1.0)
    yield "the article", palette.ink, palette.paper
    yield "muted text", palette.muted, palette.paper
    yield "the accent", palette.accent, palette.paper
    yield "a warning", palette.on_accent, palette.accent
    yield "the panel", palette.on_panel, palette.panel
    yield "labels of the panel", palette.on_panel_muted, palette.panel
    yield "a row", palette.on_panel, palette.panel_raised
    yield "labels of a row", palette.on_panel_muted, palette.panel_raised
    yield "a key, a quiet badge, code", palette.ink, touch_ground(style, is_down=False)
    yield "code in a quotation", palette.muted, touch_ground(style, is_down=False)
    yield "a row under a finger", palette.on_panel, _under_finger(palette.panel_raised, palette.on_panel)
    yield "Close under a finger", palette.on_panel, _under_finger(palette.panel, palette.on_panel)
    yield "a badge", ON_AMBER, AMBER
    yield "the card's title", CODE_DARK, CODE_LIGHT
    yield "the card's text", mixed(CODE_DARK.name(), CODE_LIGHT.name(), 0.22), CODE_LIGHT
    yield "icons of the menu", sign_colour(style), palette.paper


def _signs(palette: Palette) -> Iterator[Pair]:
    style = Style(palette, 1.0)
    circle = mixed(palette.panel_raised, palette.on_panel, circle_colour(style).alphaF())
    yield "a ring", palette.accent, palette.paper
    yield "a ring around a key", palette.accent, touch_ground(style, is_down=False)
    yield "a ring around a row", palette.on_panel, palette.panel_raised
    yield "a ring inside Close", palette.on_panel, palette.panel
    yield "a ring around the card", sign_on(CODE_LIGHT.name(), palette.accent), CODE_LIGHT
    yield "the border of a button, an idle dot", border_on_paper(style), palette.paper
    yield "the dot that says open", sign_on(palette.panel, OPEN), palette.panel
    yield "the ring that says closed", palette.on_panel_muted, palette.panel
    yield "the icon of a row", palette.on_panel, circle
    yield "the sign of a code", palette.on_panel_muted, palette.panel_raised


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def _under_finger(ground: str, ink: str) -> QColor:
    return pressed(QColor(ground), QColor(ink))


def _hex(colour: str | QColor) -> str:
    return colour.name() if isinstance(colour, QColor) else colour
