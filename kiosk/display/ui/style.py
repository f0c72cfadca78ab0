"""Sizes, fonts and colours of one screen: everything in design pixels of a 1080 px tall screen, scaled once here."""

from functools import lru_cache
from math import ceil

from PySide6.QtGui import QColor, QFont

from kiosk.display.ui.script import begins_right
from kiosk.edition.colour import SIGN_RATIO, readable, seen
from kiosk.edition.legible import DESIGN_SIDE, GLANCE_SHARE
from kiosk.edition.model import Palette
from kiosk.edition.value import Value

SMALLEST_TOUCH_PX = 44
SERIF = "Source Serif 4"
TITLE = "Kiosk Serif Title"
"""Source Serif cut for large sizes: finer hairlines, tighter fit."""
SANS = "Inter"
ARABIC = "Noto Naskh Arabic"
"""For letters that the serifs lack: a book's hand beside a book's hand, and nothing to install for an Arabic article."""


class Style(Value, frozen=True):
    """`unit` is real pixels per design pixel; `text_scale` joins screen and visitor; `density` tightens gaps on crowded panels.

    With `low_reach` cards stand where a low hand reaches them.
    """

    palette: Palette
    unit: float
    text_scale: float = 1.0
    density: float = 1.0
    moves: bool = True
    low_reach: bool = False

    def px(self, design: float) -> int:
        """Scale a length that does not grow with the visitor's text."""
        return round(design * self.unit)

    def gap(self, design: float) -> int:
        """Scale a gap that may shrink where space is short."""
        return round(design * self.unit * self.density)

    def text(self, design: float) -> int:
        """Scale a length that grows with the visitor's text."""
        return max(1, round(design * self.unit * self.text_scale))

    def touch(self, design: float) -> int:
        """Scale a touch target, never below what a finger can hit."""
        return max(SMALLEST_TOUCH_PX, self.px(design))

    def serif(self, design: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return _font(SERIF, self.text(design), weight)

    def title(self, design: float, words: str = "") -> QFont:
        """Give the cut for titles, drawn together a little as large sizes ask; for letters that join each other, a bold."""
        return _title(self.text(design), words)

    def glance(self, design: float, words: str = "") -> QFont:
        """Give the same for what must be taken in at a glance, in no smaller size than that asks."""
        return _title(max(self.text(design), ceil(GLANCE_SHARE * DESIGN_SIDE * self.unit)), words)

    def sans(self, design: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return _font(SANS, self.text(design), weight)

    def kicker(self, design: float, words: str) -> QFont:
        """Give the tracked capitals of a kicker; letters that join each other stay together."""
        font = self.sans(design, QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        if not begins_right(words, otherwise=False):
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.12 * self.text(design))
        return font


def unit_for(width: int, height: int) -> float:
    """Scale with the shorter side, so that the same screen reads the same on 1280 x 720 and on 3840 x 2160."""
    return max(min(width, height), 320) / DESIGN_SIDE


def mixed(colour: str, other: str, share: float) -> QColor:
    """Mix `share` of `other` into a colour."""
    first, second = QColor(colour), QColor(other)
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def border_on_paper(style: Style) -> QColor:
    """Give the colour for the border of a control, a hairline's, but strong enough to be seen."""
    palette = style.palette
    return QColor(_border(palette.rule, palette.ink, palette.paper))


def sign_on(ground: str, colour: str) -> QColor:
    """Give the colour for a dot or ring, as near as it can be seen on its ground."""
    return QColor(_sign(colour, ground))


@lru_cache(maxsize=16)
def _border(rule: str, ink: str, paper: str) -> str:
    return seen(rule, ink, paper)


@lru_cache(maxsize=16)
def _sign(colour: str, ground: str) -> str:
    return readable(colour, ground, SIGN_RATIO)


def _title(pixels: int, words: str) -> QFont:
    if begins_right(words, otherwise=False):
        return _font(SERIF, pixels, QFont.Weight.Bold)
    font = _font(TITLE, pixels, QFont.Weight.Normal)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.012 * font.pixelSize())
    return font


def _font(family: str, pixels: int, weight: QFont.Weight) -> QFont:
    """Make a font whose shapes do not depend on the system's hinting, so that every machine sets the same lines."""
    font = QFont(family if family == SANS else [family, ARABIC])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
