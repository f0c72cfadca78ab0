"""Messages and logs without what is staff's own. Pure.

What is taken out: what their settings say, in whatever form it turns up, and what looks like an address, a number to
call, or a name of this computer and its user. What is left is what happened.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from kiosk.support.plain import KNOWN_KEYS
from kiosk.support.shape import shape

SHORTEST_WORD = 4
"""Shorter ones are taken out as words of their own only, and only where they are written like a name."""

FEWEST_DIGITS = 6
OUR_WORDS = KNOWN_KEYS | {"articles", "contact", "device", "edition", "error", "http", "https", "kiosk", "toml", "with"}
"""Words that tell nothing of anybody: without them a log could not be read where an office is called "Contact Edition"."""

_WORD = re.compile(r"[^\W_]+")
_HOME = re.compile(r"(?P<before>(?:/home/|/Users/|\b[A-Za-z]:\\{1,2}Users\\{1,2}))[^/\\\s\"':]+")
_PERSONAL = re.compile(
    r"scrypt\$[^\s\"']+"
    r"|(?i:\b(?:bearer|basic)[ ]+[\w.~+/=-]{6,})"
    r"|(?i:\b(?:token|secret|password|passwd|pin|api_?key)=[^\s\"'&;]{4,})"
    r"|\b[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\s\"'<>]+"
    r"|(?i:\b(?:tel|mailto|geo|sms|callto|sip)(?::|%3A)[^\s\"'<>]+)"
    r"|(?<![\w\\:])\\{2,4}[\w.-]{1,255}\\[^\s\"'<>]*"
    r"|[^\s\"'<>()\[\],;:=]{1,320}(?:@|%40)(?!\S*\.(?:service|socket|slice|timer|target|mount)\b)[^\s\"'<>()\[\],;]+"
    r"|(?<![\w:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])"
    r"|(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){3,7}[0-9A-Fa-f]{0,4}(?![\w:])"
    r"|(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![\w:])"
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)"
)
"""Hashes and tokens, links, shares of a network, e-mail addresses, and those of network cards, IPv6 and IPv4."""

_NUMBER = re.compile(
    r"(?<![\w.])(?:(?P<time>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?|(?:0|[1-9]\d{0,6})\.\d+(?![\d.]))"
    r"|\+?\(?\d[\d ()/.-]{4,}\d(?!\w))"
)
"""Times and fractions come first and stay as they are: what nobody can call is nobody's."""


@dataclass(frozen=True, slots=True)
class Names:
    """What this computer, its user and folders are called, with what to say instead, such as {"/home/ann": "<home>"}."""

    known: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a value may turn up: `needle` is in every text, with its case folded, in which `pattern` is."""

    needle: str
    pattern: str
    is_number: bool = False


class Censor:
    """Takes these values, and all that looks like one, out of texts."""

    def __init__(self, personal: Iterable[str], names: Names) -> None:
        forms = {form for value in personal for form in _forms(value)}
        self._forms = sorted(forms, key=lambda form: (-len(form.pattern), form.pattern))
        called = sorted(names.known, key=len, reverse=True)
        self._called = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in called)) if called else None
        self._names = names.known

    def __call__(self, text: str) -> str:
        return self.within(text)(text)

    def within(self, text: str) -> Callable[[str], str]:
        """Give what does it for parts of this text, quickly: of thousands of values few are in a log."""
        values = self._those_in(text)

        def censored(part: str) -> str:
            if self._called:
                part = self._called.sub(lambda found: self._names[found[0]], part)
            part = _PERSONAL.sub(_in_shape, _HOME.sub(r"\g<before><user>", part))
            part = values.sub(_in_shape, part) if values else part
            return _NUMBER.sub(_number_in_shape, part)

        return censored

    def _those_in(self, text: str) -> re.Pattern[str] | None:
        folded, digits = text.casefold(), "".join(filter(str.isdigit, text))
        present = [form.pattern for form in self._forms if form.needle in (digits if form.is_number else folded)]
        return re.compile("|".join(present), re.IGNORECASE) if present else None


def _forms(value: str) -> Iterator[Form]:
    """Give them as it is, word by word, in an address of the web, in JSON, decomposed as in names of files, as digits."""
    bare = value.strip()
    composed = unicodedata.normalize("NFC", bare)
    parts = (bare, composed, *_WORD.findall(bare), *_WORD.findall(composed))
    words = {word for word in parts if word.casefold() not in OUR_WORDS}
    for word in words:
        if len(word) >= SHORTEST_WORD or not word.isascii():
            yield from (Form(form.casefold(), re.escape(form)) for form in _written(word))
        elif len(word) > 1 and (word[0].isupper() or word == bare):
            yield Form(word.casefold(), rf"(?<!\w)(?-i:{re.escape(word)})(?!\w)")
    digits = [str(character) for character in bare if character.isdigit()]
    if len(digits) >= FEWEST_DIGITS:
        last = digits[-FEWEST_DIGITS:]
        yield Form("".join(last), r"[\d() +./-]{0,20}" + r"(?:%20|[() ./-]){0,3}".join(last), is_number=True)


def _written(word: str) -> frozenset[str]:
    spelt = (word, word.casefold(), word.upper())
    composed = (*spelt, *(unicodedata.normalize(form, one) for one in spelt for form in ("NFC", "NFD")))
    return frozenset(
        form
        for one in composed
        for form in (
            one,
            quote(one, safe="", errors="replace"),
            quote_plus(one, errors="replace"),
            json.dumps(one)[1:-1],
        )
    ) | {quote(word, errors="replace")}


def _in_shape(found: re.Match[str]) -> str:
    return shape(found[0])


def _number_in_shape(found: re.Match[str]) -> str:
    is_short = sum(character.isdigit() for character in found[0]) < FEWEST_DIGITS
    return found[0] if found["time"] or is_short else shape(found[0])
