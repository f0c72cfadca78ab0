"""Lays an article out once as the display will, in a process with limits: what hangs or kills does it here.

The process that asks pays for QtGui, so callers import this file only when there is an article from the world.
"""

import time
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication, QRectF, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextDocument

from kiosk.display.ui.document import fill
from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.pictures import Pictures, blank
from kiosk.display.ui.style import Style
from kiosk.display.ui.text_picture import TextPictures
from kiosk.edition.model import Article
from kiosk.edition.palettes import LIGHT
from kiosk.edition.value import Value
from kiosk.paths import resources

LONGEST_SECONDS = 0.3
"""Of the processor's time, which a busy computer does not lengthen. The screen stands still for as long."""
TALLEST_PX = 1_000_000
PAINTED_PX = 1080
MOST_PAINTED = 40
"""Screens, spread over the whole article."""


class Column(Value, frozen=True):
    """What an article is laid out in."""

    style: Style
    width: int


COLUMNS = (Column(Style(LIGHT, 1.0), 1000), Column(Style(LIGHT, 1.0, text_scale=1.75), 872))
"""A landscape screen's, and the one with the fewest letters in a line: an upright screen with the largest text."""


def misfit(article: Article, pictures: Mapping[str, bytes]) -> str:
    """Say why the display had better not show it, in words that go on after its name; "" when it may be shown."""
    _prepare_qt()
    held = Pictures(pictures)
    return next((why for column in COLUMNS if (why := _misfit_in(column, article, held))), "")


@cache
def _prepare_qt() -> QCoreApplication:
    """Begin Qt without a screen, unless it is there, and keep it for as long as the process lives."""
    application = QGuiApplication.instance() or QGuiApplication(["kiosk", "-platform", "offscreen"])
    load_fonts(resources() / "fonts")
    return application


def _misfit_in(column: Column, article: Article, pictures: Pictures) -> str:
    document = _Document()
    TextPictures(document, pictures.scaled)
    began = time.thread_time()
    lead = (article.picture,) if article.picture else ()
    fill(document, (*lead, *article.blocks), column.style, column.width)
    height = document.size().height()
    took = time.thread_time() - began
    if took > LONGEST_SECONDS:
        return f"takes {took:.1f} seconds to lay out, and would hold the screen up for as long"
    if height > TALLEST_PX:
        return f"is taller than {TALLEST_PX // PAINTED_PX} screens"
    _paint(document, column.width, height)
    return ""


def _paint(document: QTextDocument, width: int, height: float) -> None:
    """Paint screens from all over the article: what no screen can paint ends this process, not the display."""
    image = QImage(width, PAINTED_PX, QImage.Format.Format_RGB32)
    step = max(PAINTED_PX, height / MOST_PAINTED)
    for number in range(min(MOST_PAINTED, int(height / step) + 1)):
        painter = QPainter(image)
        painter.translate(0, -number * step)
        document.drawContents(painter, QRectF(0, number * step, width, PAINTED_PX))
        painter.end()


class _Document(QTextDocument):
    """Gives a blank pixel for whatever is asked of it: given nothing, Qt opens the file itself."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return blank()
