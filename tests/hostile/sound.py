"""What no article may have in it, said a second time and without the words of the program."""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from kiosk.edition.model import Article
from tests.hostile.case import FORBIDDEN_WORD, HIDDEN

LONGEST_WORD = 2000
MOST_MARKS = 4
MOST_CHARACTERS = 330_000
LINK = re.compile(
    r"https://[a-z0-9.-]+\.[a-z0-9-]+(?::\d+)?(?:[/?#][!-~]*)?|mailto:[!-~]+@[!-~]+|tel:\+[0-9]{7,15}",
    re.ASCII | re.IGNORECASE,
)
_KEPT_FORMATS = frozenset(map(ord, "\u200b\u200c\u200d\u2066\u2067\u2068\u2069\u06dd\u070f\u0890\u0891\u08e2")) | set(
    range(0x600, 0x606)
)
_KEPT_FORMATS_BEYOND = frozenset({0x110BD, 0x110CD})
_NO_TEXT = frozenset({"payload", "host", "file", "rows", "type", "published"})


def faults(article: Article) -> list[str]:
    """Give a sentence for each thing in the article that may not be there."""
    whole = msgspec.to_builtins(article)
    texts = list(_texts(whole))
    return [
        *(f"{word!r} is in a text" for word in (HIDDEN, FORBIDDEN_WORD) if any(word in text for text in texts)),
        *(
            f"U+{code:04X} is in a text"
            for code in sorted({ord(sign) for text in texts for sign in text})
            if _is_bad(code)
        ),
        *(["too many characters"] if sum(map(len, texts)) > MOST_CHARACTERS else []),
        *(f"a word of {longest}" for longest in [max(map(_longest_word, texts), default=0)] if longest > LONGEST_WORD),
        *(f"{most} marks on a letter" for most in [max(map(_most_marks, texts), default=0)] if most > MOST_MARKS),
        *([] if all(map(_is_balanced, texts)) else ["isolates that are not closed"]),
        *(f"a link to {payload[:80]!r}" for payload in _payloads(whole) if not LINK.fullmatch(payload)),
    ]


def _texts(value: object, key: str = "") -> Iterator[str]:
    match value:
        case str() if key not in _NO_TEXT:
            yield value
        case dict():
            for name, inner in value.items():
                yield from _texts(inner, name)
        case list() | tuple():
            for inner in value:
                yield from _texts(inner, key)


def _payloads(value: object) -> Iterator[str]:
    match value:
        case dict():
            yield from (inner for name, inner in value.items() if name == "payload")
            for inner in value.values():
                yield from _payloads(inner)
        case list() | tuple():
            for inner in value:
                yield from _payloads(inner)


def _is_bad(code: int) -> bool:
    if code == ord("\n") or code in _KEPT_FORMATS or code in _KEPT_FORMATS_BEYOND:
        return False
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_none or unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Co"}


def _longest_word(text: str) -> int:
    return max(map(len, re.split(r"[\s\u200b]+", text)), default=0)


def _most_marks(text: str) -> int:
    most = marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        most = max(most, marks)
    return most


def _is_balanced(text: str) -> bool:
    """Tell whether each line closes the turns that it begins, and no others."""
    for line in text.split("\n"):
        depth = 0
        for sign in line:
            depth += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
            if depth < 0:
                return False
        if depth:
            return False
    return True
