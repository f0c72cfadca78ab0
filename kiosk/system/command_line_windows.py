"""Writes a command line for Windows, and reads one of ours again, by the rules of CommandLineToArgvW."""

import re
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r'"((?:\\.|[^"\\])*)"')
_BEFORE_A_QUOTE: Final = re.compile(r'(\\*)("|$)')
_BEFORE_A_QUOTE_OF_OURS: Final = re.compile(r'(\\+)("|$)')


def command_line(words: Iterable[str]) -> str:
    """Quote every word; a backslash counts as itself unless a quotation mark follows."""
    return " ".join(f'"{_BEFORE_A_QUOTE.sub(_doubled, word)}"' for word in words)


def words_in(line: str) -> tuple[str, ...]:
    """Give the words that are quoted."""
    return tuple(_BEFORE_A_QUOTE_OF_OURS.sub(_halved, word) for word in _WORD.findall(line))


def _doubled(found: re.Match[str]) -> str:
    return found[1] * 2 + ('\\"' if found[2] else "")


def _halved(found: re.Match[str]) -> str:
    return found[1][: len(found[1]) // 2] + found[2]
