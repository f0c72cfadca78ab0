"""The letters of a web page out of its bytes, in the order of trust that browsers follow (WHATWG HTML, 13.2.3).

Where a page is wrong about itself, its letters are believed before its words; where neither can be, that is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.prepare.html.declared import byte_order_mark, in_header, in_page
from kiosk.prepare.html.encodings import SEVERAL_BYTES

MOST_SPOILT = 1 / 2000
"""Share of letters that may be damaged: one in a page is a slip, many are another encoding."""

MOST_FOREIGN = 0.4
"""Share of letters with accents that no Western language has: more is another alphabet, read as if it were Western."""

_CERTAINLY_UTF8 = 60
"""Bytes beyond ASCII that agree with UTF-8; fewer may do so by chance where letters have several bytes."""

_LOOKED_AT = 200_000
_SPOILT = "\ufffd"
_SIGN_IN_A_WORD = re.compile("[A-Za-z][\xa1-\xa6\xa8-\xac\xae-\xb6\xb8-\xbf\xd7\xf7][A-Za-z]")
_WINDOWS_PUNCTUATION = bytes(
    [*range(128), *b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xa9\xab\xae\xb0\xb7\xbb"]
)


@dataclass(frozen=True, slots=True)
class Undecodable:
    """The letters cannot be told; `what` continues a sentence that begins with the page's or the file's name."""

    what: str
    cure: str


_NO_TEXT = Undecodable("is no page of text", "Give the address of a web page, or a file with the article's words")
_UNKNOWN = Undecodable(
    "does not say truly in which encoding its letters are saved", "Save it as UTF-8, or give another page"
)


def decode_html(content: bytes, content_type: str) -> str | Undecodable:
    """Give the text without a byte order mark; `content_type` is the header, "" for none."""
    for codec in _codecs(content, content_type):
        text = content.decode(codec, "replace").removeprefix("\ufeff")
        if _is_sound(text):
            return text.replace("\0", "")
    return _NO_TEXT if _is_spoilt(content.decode("latin-1").count("\0"), len(content)) else _UNKNOWN


def _codecs(content: bytes, content_type: str) -> Iterator[str]:
    """Give what may be the encoding, the likeliest first."""
    if mark := byte_order_mark(content):
        yield mark
        return
    declared = _declared(content, content_type)
    if _is_utf8(content, may_be_chance=bool(SEVERAL_BYTES.intersection(declared))):
        yield "utf-8"
    yield from (codec for codec in declared if codec != "utf-8")
    if _is_nearly_utf8(content):
        yield "utf-8"
    if _is_plain_punctuation(content) or (not declared and _may_be_western(content)):
        yield "cp1252"


def _declared(content: bytes, content_type: str) -> list[str]:
    named = (in_header(content_type), in_page(content))
    return [codec for codec in named if codec and not (codec.startswith("utf-16") and b"\0" not in content)]


def _is_utf8(content: bytes, *, may_be_chance: bool) -> bool:
    """Tell whether it is UTF-8: what was written in another encoding hardly ever agrees with it."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return not may_be_chance or len(content) - len(text) >= _CERTAINLY_UTF8


def _is_nearly_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", "replace")
    spoilt = text.count(_SPOILT)
    return _is_sound(text) and len(content) - len(text) > 10 * spoilt


def _is_plain_punctuation(content: bytes) -> bool:
    """Tell whether all that is not ASCII are the quotes and dashes that all Windows encodings have in common."""
    return not content.translate(None, _WINDOWS_PUNCTUATION)


def _may_be_western(content: bytes) -> bool:
    text = content[:_LOOKED_AT].decode("cp1252", "replace")
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character.isalpha() and not character.isascii() for character in text)
    return foreign <= MOST_FOREIGN * max(letters, 1) and len(_SIGN_IN_A_WORD.findall(text)) <= 1


def _is_sound(text: str) -> bool:
    return not _is_spoilt(text.count(_SPOILT) + text.count("\0"), len(text))


def _is_spoilt(count: int, length: int) -> bool:
    return count > 1 + length * MOST_SPOILT
