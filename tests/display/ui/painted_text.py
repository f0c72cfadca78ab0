"""What a widget paints in letters, and where: read out of an SVG, to which Qt writes text as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from unicodedata import category
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from kiosk.display.ui.style import TITLE, Style
from kiosk.edition.palettes import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
TOLERANCE_PX = 1.5
_MATRIX = re.compile(r"matrix\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Painted:
    """A stretch of text as it stands in its widget, from its capitals' top to its baseline; or an icon, or a code."""

    text: str
    place: QRectF
    is_icon: bool


def painted(widget: QWidget) -> list[Painted]:
    """Give all that the widget itself paints in letters, and its codes, without its children."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(widget.size())
    widget.render(generator, QPoint(), QRegion(), QWidget.RenderFlag(0))
    root = ET.fromstring(bytes(buffer.data().data()))  # noqa: S314  # of our own making
    return [*_texts(root), *_pictures(root)]


def text_faults(widget: QWidget, *, may_shorten: bool = False) -> Iterator[str]:
    """Tell which text is shortened, leaves its widget, or runs into another; a title may be said to be shortened."""
    found = painted(widget)
    for one in found:
        if ELLIPSIS in one.text and not may_shorten:
            yield f'"{one.text}" is shortened'
        if not _has_room(widget, one):
            yield f'"{one.text}" {one.place} leaves {widget.rect()}'
    for one, other in combinations(found, 2):
        if one.place.intersects(other.place) and not _is_one_line(one, other):
            yield f'"{one.text}" runs into "{other.text}"'


def _is_one_line(one: Painted, other: Painted) -> bool:
    """Tell two stretches of the same line, such as two scripts, which stand shoulder to shoulder."""
    return not (one.is_icon or other.is_icon) and abs(one.place.bottom() - other.place.bottom()) < TOLERANCE_PX


def _has_room(widget: QWidget, painted: Painted) -> bool:
    slack = painted.place.height() / 2 if painted.is_icon else max(TOLERANCE_PX, 0.003 * painted.place.width())
    return QRectF(widget.rect()).adjusted(-slack, -slack, slack, slack).contains(painted.place)


def _texts(root: ET.Element) -> Iterator[Painted]:
    for group in root.iter(f"{SVG}g"):
        for text in group.findall(f"{SVG}text"):
            words = (text.text or "").rstrip()
            if any(category(character) not in {"Cf", "Zs"} for character in words):
                yield _painted(words, text, _matrix(group))


def _pictures(root: ET.Element) -> Iterator[Painted]:
    for group in root.iter(f"{SVG}g"):
        for image in group.findall(f"{SVG}image"):
            place = QRectF(*(float(image.get(side, "0")) for side in ("x", "y", "width", "height")))
            yield Painted("a code", _matrix(group).mapRect(place), is_icon=True)


def _matrix(group: ET.Element) -> QTransform:
    found = _MATRIX.match(group.get("transform", ""))
    return QTransform(*(float(number) for number in found[1].split(","))) if found else QTransform()


def _painted(words: str, text: ET.Element, matrix: QTransform) -> Painted:
    font = QFont(text.get("font-family", "").strip("'"))
    font.setPixelSize(max(1, round(float(text.get("font-size", "1")))))
    font.setWeight(QFont.Weight(int(text.get("font-weight", "400"))))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if font.family() == TITLE:
        font = Style(LIGHT, 1.0).title(font.pixelSize())  # an SVG of Qt does not tell how closely letters are set
    metrics, top = QFontMetricsF(font), QFontMetricsF(font).capHeight()
    x, baseline = float(text.get("x", "0")), float(text.get("y", "0"))
    place = matrix.mapRect(QRectF(x, baseline - top, metrics.horizontalAdvance(words), top))
    return Painted(words, place, "Awesome" in font.family())
