"""Letters that no font has: Qt paints glyph 0 for them, which is a box in most fonts."""

import unicodedata

from PySide6.QtGui import QFont, QTextLayout

CJK, SYMBOLS = "Chinese, Japanese or Korean", "symbols and emoji"
_CJK_NAMES = frozenset(
    {
        "CJK",
        "HIRAGANA",
        "KATAKANA",
        "KATAKANA-HIRAGANA",
        "HANGUL",
        "BOPOMOFO",
        "IDEOGRAPHIC",
        "FULLWIDTH",
        "HALFWIDTH",
        "KANGXI",
    }
)
_CJK_MARKS = frozenset(map(chr, range(0x3000, 0x3040)))
_DRAWN_ALONE = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Po", "Ps", "Pe", "So", "Sc", "Sm"})
"""Marks and joiners are drawn with the letters around them."""


def boxed_scripts(text: str, font: QFont) -> tuple[str, ...]:
    """Give the names of the scripts of which the text has letters that would be boxes in the font and all behind it."""
    return tuple(sorted({script_of(letter) for letter in set(text) if is_box(letter, font)}))


def is_box(letter: str, font: QFont) -> bool:
    if letter.isascii() or unicodedata.category(letter) not in _DRAWN_ALONE:
        return False
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def script_of(letter: str) -> str:
    """Give a script's name for people, which is how Unicode's names of its letters begin."""
    first = unicodedata.name(letter, "").partition(" ")[0]
    if first in _CJK_NAMES or letter in _CJK_MARKS:
        return CJK
    return first.title() if unicodedata.category(letter).startswith("L") and first else SYMBOLS
