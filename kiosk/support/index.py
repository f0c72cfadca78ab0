"""Finds thousands of values in megabytes of text, in whatever form they turn up. Pure.

The text is gone through once, however many values there are: the first letters at a place tell which of them may stand
there.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote, quote_plus

from kiosk.support.plain import KNOWN_KEYS

SHORTEST_WORD = 4
"""Shorter ones are taken out as words of their own only, and only where they are written like a name."""

FEWEST_DIGITS = 6
OUR_WORDS = KNOWN_KEYS | {"articles", "contact", "device", "edition", "error", "http", "https", "kiosk", "toml", "with"}
"""Words that tell nothing of anybody: without them a log could not be read where an office is called "Contact Edition"."""

APART = r" \t\u00a0\u2000-\u200a\u202f\u205f\u3000()/._\-\u2010-\u2015\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""What people, and programs for those who write from right to left, put between the digits of a number."""

_LONGEST_GRAM = 4
_WORD = re.compile(r"[^\W_]+")
_BEGINNING = re.compile(r"(?<!\w)(?=\S\S)")
_DIGITS = re.compile(rf"\+?\(?\d(?:(?:[{APART}]|%[0-9A-F]{{2}}){{0,4}}\d){{5,}}")

Span = tuple[int, int]


class Index:
    """Where any of these values stands, as spans that may overlap."""

    def __init__(self, values: Iterable[str]) -> None:
        self._short = frozenset[str]()
        self._numbers = frozenset[str]()
        self._forms = frozenset[str]()
        self._take_in(frozenset(values))
        self._lengths = _lengths_by_gram(self._forms)
        self._grams = sorted({len(gram) for gram in self._lengths})

    def spans_in(self, text: str) -> Iterator[Span]:
        yield from self._words_in(folded(text))
        if self._short:
            yield from self._short_words_in(text)
        if self._numbers:
            yield from self._numbers_in(text)

    def _take_in(self, values: frozenset[str]) -> None:
        bares = {form for value in values for form in (value.strip(), unicodedata.normalize("NFC", value.strip()))}
        words = {word for bare in bares for word in (bare, *_WORD.findall(bare)) if word.casefold() not in OUR_WORDS}
        long = {word for word in words if len(word) >= SHORTEST_WORD or not word.isascii()}
        self._forms = frozenset(folded(form) for word in long for form in _written(word) if form)
        self._short = frozenset(word for word in words - long if len(word) > 1 and (word[0].isupper() or word in bares))
        numbers = map(digits_of, values)
        self._numbers = frozenset(number[-FEWEST_DIGITS:] for number in numbers if len(number) >= FEWEST_DIGITS)

    def _words_in(self, text: str) -> Iterator[Span]:
        for size in self._grams:
            for start in range(len(text) - size + 1):
                if (gram := text[start : start + size]) in self._lengths:
                    yield from self._longest_at(text, start, self._lengths[gram])

    def _longest_at(self, text: str, start: int, lengths: tuple[int, ...]) -> Iterator[Span]:
        for length in lengths:
            if text[start : start + length] in self._forms:
                yield start, start + length
                return

    def _short_words_in(self, text: str) -> Iterator[Span]:
        for found in _BEGINNING.finditer(text):
            for end in (found.start() + 3, found.start() + 2):
                if text[found.start() : end] in self._short and not _is_of_a_word(text[end : end + 1]):
                    yield found.start(), end

    def _numbers_in(self, text: str) -> Iterator[Span]:
        for found in _DIGITS.finditer(text):
            digits = digits_of(re.sub("%[0-9A-F]{2}", " ", found[0]))
            if any(digits[at : at + FEWEST_DIGITS] in self._numbers for at in range(len(digits) - FEWEST_DIGITS + 1)):
                yield found.span()


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Give them in order, and as one where they overlap: what is left of a name is some of it."""
    start, end = 0, 0
    for first, last in sorted(spans):
        if first > end:
            if end > start:
                yield start, end
            start, end = first, last
        else:
            end = max(end, last)
    if end > start:
        yield start, end


def folded(text: str) -> str:
    """Give it without the difference between capitals and others, as long as it was."""
    simply = text.casefold()
    return simply if len(simply) == len(text) else "".join(map(_folded_letter, text))


def digits_of(text: str) -> str:
    """Give the digits of whatever script as those of ours."""
    return "".join(str(unicodedata.digit(letter)) for letter in text if letter.isdigit())


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def _folded_letter(letter: str) -> str:
    simply = letter.casefold()
    return simply if len(simply) == 1 else letter.lower()[0]


def _lengths_by_gram(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Give for the first letters of the forms how long those are that begin so, the longest first."""
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[:_LONGEST_GRAM], set()).add(len(form))
    return {gram: tuple(sorted(found, reverse=True)) for gram, found in lengths.items()}


def _written(word: str) -> Iterable[str]:
    """Give the ways to write it: in an address of the web, in JSON, decomposed as in names of files."""
    if word.isascii() and word.isalnum():
        return (word,)
    spelt = {word, word.casefold(), word.upper()}
    composed = {unicodedata.normalize(form, one) for one in spelt for form in ("NFC", "NFD")} | spelt
    return {form for one in composed for form in _encoded(one)}


def _encoded(text: str) -> Iterator[str]:
    yield text
    yield quote(text, errors="replace")
    yield quote(text, safe="", errors="replace")
    yield quote_plus(text, errors="replace")
    yield json.dumps(text)[1:-1]
