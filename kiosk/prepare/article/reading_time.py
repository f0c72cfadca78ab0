"""How long an article takes to read."""

import math
import re

WORDS_PER_MINUTE = 200
CHARACTERS_PER_MINUTE = 400
"""Between 184 words a minute read aloud (mean of 17 languages; Trauzettel-Klosinski and Dietz 2012, "IReST") and 238 read
silently in English (Brysbaert 2019, "How many words do we read per minute?"): visitors read standing up. Chinese and
Japanese write no spaces; IReST's 255 and 357 characters a minute, read aloud, grow by the same share.
"""

_IDEOGRAPH_OR_KANA = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTERS_OF_A_WORD = 5
"""In Thai, Lao, Khmer and Burmese, which leave no space between words: their marks above and below are counted too."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_WORD = re.compile(r"\w[^\s]*")


def reading_minutes(text: str) -> int:
    """Give full minutes, rounded up: nobody minds to be done early."""
    characters = len(_IDEOGRAPH_OR_KANA.findall(text))
    words = _spaced_words(text) + len(_UNSPACED.findall(text)) / _LETTERS_OF_A_WORD
    return max(1, math.ceil(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE))


def word_count(text: str) -> int | None:
    """Give None for a text most of which has no spaces between its words: nobody counts them there."""
    words = _spaced_words(text)
    unspaced = len(_UNSPACED.findall(text)) + len(_IDEOGRAPH_OR_KANA.findall(text))
    return None if unspaced > words else words


def _spaced_words(text: str) -> int:
    return len(_WORD.findall(_UNSPACED.sub(" ", _IDEOGRAPH_OR_KANA.sub(" ", text))))
