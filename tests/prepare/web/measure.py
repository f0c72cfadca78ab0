"""How much of a text came, and how much else: the F1 of words that evaluations of article extraction use.

Both texts are bags of words, counted with their repetitions, in no order. A word is what `\\w+` finds after NFKC and
case folding; an ideograph is a word by itself, for nothing in the text says where Chinese words end.

    precision = shared words / words that came        recall = shared words / words wanted
    F1 = 2 * precision * recall / (precision + recall) = 2 * shared words / (words that came + words wanted)

Words that may come but need not, a standfirst's for instance, are taken off what came before it is counted.
"""

import re
import unicodedata
from collections import Counter

_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}]+")
_QUOTES = str.maketrans(dict.fromkeys("\u2018\u2019\u201a\u201b", "'") | dict.fromkeys("\u201c\u201d\u201e\u201f", '"'))
_BETWEEN_NAMES = re.compile(r"\s*[,;/&|·、]\s*|\s+(?:and|et|und|y|e|na|и)\s+|\s+و\s*")


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def f1(wanted: str, came: str, optional: str = "") -> float:
    """Give 1.0 for the same words, 0.0 for none in common."""
    want, have = words(wanted), words(came)
    have -= (have - want) & words(optional)
    total = want.total() + have.total()
    return 2 * (want & have).total() / total if total else 1.0


def levelled(text: str) -> str:
    """Give the text with one kind of space and of quotation marks, as titles and snippets are compared."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())


def names(by_line: str) -> frozenset[str]:
    """Give the people of a by-line, however they are joined."""
    return frozenset(name for name in _BETWEEN_NAMES.split(levelled(by_line)) if name)
