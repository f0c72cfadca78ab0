"""Where the front matter of an article begins and ends: two lines of three hyphens, or what Word makes of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

KEYS = ("title", "publisher", "author", "date", "source", "picture", "caption", "alt", "summary", "language")

_FENCE = re.compile(r"[ \t]*---[ \t]*")
_NEARLY_A_FENCE = re.compile(
    r"[ \t]*(?:[\u2010-\u2015\u2212]+|-{2}|-{4,}|(?:- ?){3,}|\*{3,}|_{3,}|={3,}|\+{3,}|~{3,})[ \t]*"
)
_ANY_KEY = re.compile(r"[ \t]*\w[\w -]{0,30}:")
_OUR_KEY = re.compile(rf"[ \t]*(?:{'|'.join(KEYS)})[ \t]*:", re.IGNORECASE)
_OUR_KEY_WITHOUT_COLON = re.compile(rf"[ \t]*(?:{'|'.join(KEYS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fences:
    """The places of the two lines among the lines of the file; `last` is None where there is no second one."""

    first: int
    last: int | None


def fences_of(lines: Sequence[str]) -> Fences | None:
    """Give None where the file begins with its text, be it below a divider."""
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if not (is_fence(lines[first]) or is_nearly_a_fence(lines[first])):
        return None
    last = next((place for place, line in enumerate(lines[first + 1 :], first + 1) if _may_close(line)), None)
    opened = _opens_with_a_key if is_fence(lines[first]) else _opens_with_one_of_ours
    return Fences(first, last) if opened(lines[first + 1 : last], closed=last is not None) else None


def is_fence(line: str) -> bool:
    return bool(_FENCE.fullmatch(line))


def is_nearly_a_fence(line: str) -> bool:
    return bool(_NEARLY_A_FENCE.fullmatch(line)) and not is_fence(line)


def _may_close(line: str) -> bool:
    return is_fence(line) or is_nearly_a_fence(line)


def _opens_with_a_key(inside: Sequence[str], *, closed: bool) -> bool:
    """Tell front matter from text between two dividers; a forgotten colon in it does not hide the rest."""
    opening = _opening(inside)
    if not opening:
        return closed
    bare = bool(_OUR_KEY_WITHOUT_COLON.match(opening[0]))
    entries = any(_OUR_KEY.match(line) for line in opening)
    return bool(_ANY_KEY.match(opening[0])) or (bare and entries) or (closed and (bare or entries))


def _opens_with_one_of_ours(inside: Sequence[str], *, closed: bool) -> bool:
    return closed and any(_OUR_KEY.match(line) for line in _opening(inside))


def _opening(inside: Sequence[str]) -> list[str]:
    """Give the lines up to the first blank one below them, without comments."""
    written = [line for line in inside if not line.lstrip().startswith("#")]
    start = next((place for place, line in enumerate(written) if line.strip()), len(written))
    return list(takewhile(str.strip, written[start:]))
