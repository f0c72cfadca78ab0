"""Icons out of the fonts that qtawesome ships, without importing it.

Importing qtawesome brings all of Qt with it (170 ms and 44 MiB before the first frame); its fonts and character maps
are plain files beside its modules, and a static icon is one glyph of a font.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter

from kiosk.edition.codec import decode

FONTS = {"fa6s": "fontawesome6-solid-webfont", "fa6b": "fontawesome6-brands-webfont"}


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint the icon `name`, such as "fa6s.phone", centred in `rect` at its height."""
    prefix, _, glyph = name.partition(".")
    painter.setFont(_font(prefix, round(rect.height())))
    painter.setPen(colour)
    wide = rect.adjusted(-rect.width(), -rect.height(), rect.width(), rect.height())
    painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, chr(int(_glyphs(prefix)[glyph], 16)))


def has_icon(name: str) -> bool:
    prefix, _, glyph = name.partition(".")
    return prefix in FONTS and glyph in _glyphs(prefix)


@cache
def _font(prefix: str, pixels: int) -> QFont:
    font = QFont(_family(prefix))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


@cache
def _family(prefix: str) -> str:
    font = _file(prefix, ".ttf")
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))[0]


@cache
def _glyphs(prefix: str) -> dict[str, str]:
    """Map glyph names to hexadecimal code points."""
    return decode(dict[str, str], _file(prefix, ".json").read_bytes())


def _file(prefix: str, ending: str) -> Path:
    """Find the file whatever its version; not by a pattern, which would compile a regular expression for 10 ms."""
    stem = FONTS[prefix] + ("-charmap-" if ending == ".json" else "-")
    files = (file for file in _fonts_folder().iterdir() if file.name.startswith(stem) and file.suffix == ending)
    return next(file for file in files if file.name[len(stem)].isdigit())


@cache
def _fonts_folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.submodule_search_locations is None:
        message = "qtawesome is not installed"
        raise ImportError(message)
    return Path(spec.submodule_search_locations[0]) / "fonts"
