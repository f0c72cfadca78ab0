"""What the letters of a text ask of its setting: the side that it begins on, and whether it may lean."""

import re
import unicodedata

_STANDING = tuple(map(re.compile, ("[\u0590-\u10ff]", "[\u1200-\u1d7f]", "[\u2e80-\ufaff]", "[\ufb1d-\U0003ffff]")))
"""Letters of scripts that know no italics. A slanted font of theirs hardly exists: Qt would show boxes, or shear them.

Four patterns: compiled as one, they would take 4 ms of every start.
"""

_RIGHTWARDS, _LEFTWARDS = frozenset({"L"}), frozenset({"R", "AL"})


def begins_right(text: str, *, otherwise: bool) -> bool:
    """Tell whether the first letter that has a direction runs from right to left; `otherwise` where none has."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _LEFTWARDS:
            return True
        if kind in _RIGHTWARDS:
            return False
    return otherwise


def may_lean(text: str) -> bool:
    return text.isascii() or not any(letters.search(text) for letters in _STANDING)
