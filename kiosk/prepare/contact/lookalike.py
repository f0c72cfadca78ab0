"""Hosts in letters that look like others, such as xn--80ak6aa92e.com, which reads as a well-known name (UTS 39, 5.1)."""

import unicodedata

_WRITTEN_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)
_LIKE_LATIN = frozenset(
    "асԁеһіјӏорԗԛѕԝхуъьҽпгѵѡ"  # Cyrillic
    "αικνρυωηοτ"  # Greek
    "ագզէլհոսւօ"  # Armenian
)
"""As browsers have it, for a label that is made of nothing else."""


def is_lookalike(host: str) -> bool:
    """Tell whether a part of the host mixes scripts that nobody writes together, or passes for Latin letters."""
    labels = host.lower().split(".")
    is_latin_at_the_end = labels[-1].isascii()
    return any(_is_mixed(label) or (is_latin_at_the_end and _passes_for_latin(label)) for label in labels)


def _is_mixed(label: str) -> bool:
    scripts = {_script(letter) for letter in label if letter.isalpha()}
    return len(scripts) > 1 and not any(scripts <= together for together in _WRITTEN_TOGETHER)


def _passes_for_latin(label: str) -> bool:
    letters = {letter for letter in label if letter.isalpha()}
    return bool(letters) and letters <= _LIKE_LATIN


def _script(letter: str) -> str:
    """Give the first word of its name, which is its script where it matters here."""
    return unicodedata.name(letter, "unknown").partition(" ")[0]
