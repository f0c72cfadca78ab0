"""What the letters of a text ask of its setting: the side that it begins on, and whether it may lean."""

import unicodedata

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
    """Tell whether all scripts in the text know italics.

    A slanted font of the others hardly exists: Qt would show boxes, or shear them.
    """
    return text.isascii() or not any(_stands(letter) for letter in set(text))


def _stands(letter: str) -> bool:
    """Compare, for patterns would be compiled at every start, which takes 4 ms."""
    return (
        "\u0590" <= letter <= "\u10ff"
        or "\u1200" <= letter <= "\u1d7f"
        or "\u2e80" <= letter <= "\ufaff"
        or letter >= "\ufb1d"
    )
