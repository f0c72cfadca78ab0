"""An article that goes on elsewhere says so at its end, with the code that leads there."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.display.page.page import Onward
from kiosk.display.ui.code import DARK
from kiosk.display.ui.ending import CODE_PX, Ending
from kiosk.display.ui.style import Style
from kiosk.display.ui.window import KioskWindow
from kiosk.edition import links
from kiosk.edition.model import Article, Edition, Palette, Paragraph, Run
from kiosk.edition.palettes import DARK as NIGHT
from kiosk.edition.palettes import LIGHT
from kiosk.prepare.qr import takeaway

ShowPage: TypeAlias = Callable[..., KioskWindow]
WHERE = links.web("https://www.example.org/story")
assert isinstance(WHERE, links.Link)
SOURCE = takeaway(WHERE)
ONWARD = Onward("Only the beginning is shown here.", "Point your camera at the code.", SOURCE.code)


def article(*, is_cut: bool) -> Article:
    return Article("A border", (Paragraph((Run("It begins in spring."),)),), source=SOURCE, is_cut=is_cut)


@pytest.mark.parametrize("is_cut", [True, False])
def test_only_a_cut_article_has_an_ending(
    make_edition: Callable[..., Edition], show_page: ShowPage, *, is_cut: bool
) -> None:
    (ending,) = show_page(make_edition(articles=(article(is_cut=is_cut),))).reading.findChildren(Ending)

    assert ending.isVisible() is is_cut
    assert (ending.height() > CODE_PX) is is_cut


@pytest.mark.parametrize("palette", [LIGHT, NIGHT], ids=["light", "dark"])
def test_the_code_is_dark_on_light_in_every_theme(qtbot: QtBot, palette: Palette) -> None:
    ending = Ending(None)
    qtbot.addWidget(ending)
    ending.show_onward(ONWARD, Style(palette, 1.0))
    ending.resize(800, ending.height_at(800))

    image = ending.grab().toImage()

    assert colours(image, QColor(DARK)) > 5000


def test_without_a_source_there_are_words_alone(qtbot: QtBot) -> None:
    ending = Ending(None)
    qtbot.addWidget(ending)
    ending.show_onward(Onward("Only the beginning is shown here.", "", None), Style(LIGHT, 1.0))

    assert 0 < ending.height_at(800) < CODE_PX
    assert ending.accessibleName() == "Only the beginning is shown here."


def test_a_screen_reader_is_told(qtbot: QtBot) -> None:
    ending = Ending(None)
    qtbot.addWidget(ending)
    ending.show_onward(ONWARD, Style(LIGHT, 1.0))

    assert ending.accessibleName() == "Only the beginning is shown here. Point your camera at the code."


def colours(image: QImage, wanted: QColor) -> int:
    return sum(image.pixel(x, y) == wanted.rgb() for x in range(image.width()) for y in range(image.height()))
