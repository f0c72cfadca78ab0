"""The one gate for text that others wrote: what may not stand on the screen goes, the rest stays as written.

No hidden or reversed text, no stacked marks, no word that hangs the layout.
"""

import unicodedata

LONGEST_WORD = 2000
MOST_MARKS = 4
DEEPEST_ISOLATE = 16
"""Of the 125 that Unicode lets stand within each other (UAX 9, 3.3.2); nobody writes three."""

_BREAK = "\u200b"
_JOINERS = "\u200c\u200d"
_OPENING_ISOLATES = "\u2066\u2067\u2068"
_CLOSING_ISOLATE = "\u2069"
_VISIBLE_FORMAT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Arabic, Syriac and Kaithi number signs: Unicode counts them as format characters, yet they are drawn."""

_KEPT = frozenset(_JOINERS + _OPENING_ISOLATES + _CLOSING_ISOLATE + _VISIBLE_FORMAT + "\n")
_SPACES = str.maketrans({"\t": " ", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


def clean_text(text: str) -> str:
    """Give the text in NFC, fit for the screen; cleaning twice changes nothing. Line feeds stay."""
    if text.isascii() and text.isprintable():
        return break_long_words(text)
    plain = text.replace("\r\n", "\n").translate(_SPACES)
    visible = "".join(character for character in plain if not _is_forbidden(character))
    composed = unicodedata.normalize("NFC", _with_closed_isolates(visible))
    return break_long_words(_without_stacked_marks(composed))


def break_long_words(text: str, before: int = 0) -> str:
    """Let words break after LONGEST_WORD characters; `before` is how many of the first word stand in front of the text."""
    if before + len(text) <= LONGEST_WORD:
        return text
    pieces, length = [], before
    for character in text:
        if character.isspace() or character == _BREAK:
            length = -1
        elif length == LONGEST_WORD:
            pieces.append(_BREAK)
            length = 0
        pieces.append(character)
        length += 1
    return "".join(pieces)


def _is_forbidden(character: str) -> bool:
    if character in _KEPT:
        return False
    match unicodedata.category(character):
        case "Cc" | "Cf" | "Cs" | "Co":
            return True
        case "Cn":  # a letter that is newer than Python's tables is kept, a noncharacter is not
            return ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"  # noqa: PLR2004  # Unicode 23.7
        case _:
            return False


def _with_closed_isolates(text: str) -> str:
    """Close in each line what is open at its end, and drop what closes nothing."""
    return "\n".join(_closed(line) for line in text.split("\n"))


def _closed(line: str) -> str:
    pieces, depth = [], 0
    for character in line:
        if character in _OPENING_ISOLATES:
            depth += 1
            if depth > DEEPEST_ISOLATE:
                continue
        elif character == _CLOSING_ISOLATE:
            closes_a_kept_one = 0 < depth <= DEEPEST_ISOLATE
            depth = max(depth - 1, 0)
            if not closes_a_kept_one:
                continue
        pieces.append(character)
    return "".join(pieces) + _CLOSING_ISOLATE * min(depth, DEEPEST_ISOLATE)


def _without_stacked_marks(text: str) -> str:
    pieces, marks = [], 0
    for character in text:
        is_mark = character in _JOINERS or unicodedata.category(character) in {"Mn", "Me"}
        marks = marks + 1 if is_mark else 0
        if marks <= MOST_MARKS:
            pieces.append(character)
    return "".join(pieces)
