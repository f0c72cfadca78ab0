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
_WORD = re.compile(r"\w[^\s]*")


def reading_minutes(text: str) -> int:
    """Give full minutes, rounded up: nobody minds to be done early."""
    characters = len(_IDEOGRAPH_OR_KANA.findall(text))
    words = len(_WORD.findall(_IDEOGRAPH_OR_KANA.sub(" ", text)))
    return max(1, math.ceil(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE))
