"""What our own commands and logs say in JSON, without what is staff's own: values are censored, the keys stay. Pure."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.support.plain import is_known_key, is_word_of_ours
from kiosk.support.shape import shape
from kiosk.support.words import Censor

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Words = Callable[[str], str]

_OUR_KEY = re.compile(r"[a-z][a-z0-9_]{0,40}")
_OF_THE_LOG = frozenset({"supervisor", "display", "prepare", "info", "warning", "error", "critical"})
_QUOTED = re.compile(r'"([^"]*)"')
_KEY_PART = re.compile(r"[^.\[\]]+")
_PLACE = re.compile(r"(?P<place>:\d+:\d+: (?:warning: )?)(?!this line has no colon)(?P<key>[^:\"]{1,200})(?=: )")
"""Where a problem lies, and the key that it tells of; an article may have a name where its key belongs."""

_ADVICE = re.compile(r"(?P<before>\bWrite [a-z]+: )(?!and its value)(?P<theirs>.*)")
"""What staff wrote into a line without a colon, given back to them with one."""

_LONGEST_QUOTATION = 50
"""How many lines it may have; a mark further on belongs to another one."""


def censored_document(text: str, censor: Censor, *, has_quotations: bool = False, hides_titles: bool = False) -> str:
    """Give a whole JSON document, one value a line; it may quote staff's files, or hold the titles of articles."""
    words = _of_problems(censor) if has_quotations else censor
    cleaning = _Cleaning(words, censor.path, frozenset({"title"}) if hides_titles else frozenset())
    try:
        document: Json = json.loads(text)
        return json.dumps(cleaning.cleaned(document), indent=1, ensure_ascii=False) + "\n"
    except (ValueError, RecursionError):
        return censored_lines(without_quotations(text) if has_quotations else text, censor)


def censored_lines(text: str, censor: Censor) -> str:
    """Give a log line by line; one that is no JSON, torn or part of a stack, is taken for a text."""
    cleaning = _Cleaning(censor, censor.path)
    return "\n".join(_line(line, cleaning) for line in text.split("\n"))


def without_quotations(text: str) -> str:
    """Take out what is quoted, unless every quotation of a line is a word of ours.

    From the first mark of a line to the last, for what is quoted may have marks, and ends of lines, in it.
    """
    lines = text.split("\n")
    odd = [number for number, line in enumerate(lines) if line.count('"') % 2]
    for first, last in zip(odd[::2], [*odd[1::2], len(lines)], strict=False):
        _shape_between(lines, first, last)
    return "\n".join(map(_unquoted, lines))


def without_keys_of_theirs(text: str) -> str:
    """Take out of the words of a problem the key that it tells of, unless it is one of ours, and what it says to write."""
    named = _PLACE.sub(lambda found: found["place"] + _known_or_shape(found["key"]), text)
    return _ADVICE.sub(lambda found: found["before"] + shape(found["theirs"]), named)


def _of_problems(words: Words) -> Words:
    return lambda text: words(without_keys_of_theirs(without_quotations(text)))


def _shape_between(lines: list[str], first: int, last: int) -> None:
    """Shape what is quoted from one line to another, or to the end of the first where nobody closed it."""
    start = lines[first].find('"') + 1
    lines[first] = lines[first][:start] + shape(lines[first][start:])
    if last < len(lines) and last - first <= _LONGEST_QUOTATION:
        lines[first + 1 : last] = map(shape, lines[first + 1 : last])
        end = lines[last].rfind('"')
        lines[last] = shape(lines[last][:end]) + lines[last][end:]
    elif last < len(lines):
        end = lines[last].find('"') + 1
        lines[last] = lines[last][:end] + shape(lines[last][end:])


def _unquoted(line: str) -> str:
    if all(map(is_word_of_ours, _QUOTED.findall(line))):
        return line
    start, end = line.find('"') + 1, line.rfind('"')
    return line[:start] + shape(line[start:end]) + line[end:]


def _known_or_shape(key: str) -> str:
    return _KEY_PART.sub(lambda part: part[0] if part[0].isdigit() or is_known_key(part[0]) else shape(part[0]), key)


def _line(line: str, cleaning: "_Cleaning") -> str:
    """Give an object as such, and anything else as the text it is."""
    if not line.startswith("{"):
        return cleaning.words(line)
    try:
        record: Json = json.loads(line)
        return json.dumps(cleaning.cleaned(record), ensure_ascii=False)
    except (ValueError, RecursionError):
        return cleaning.words(line)


@dataclass(frozen=True, slots=True)
class _Cleaning:
    words: Words
    path: Words
    shaped: frozenset[str] = frozenset()
    """Keys of which the texts are not told in any part."""

    def cleaned(self, value: Json, key: str = "") -> Json:
        match value:
            case dict():
                return {_key(name, self.words): self.cleaned(inner, name) for name, inner in value.items()}
            case list():
                return [self.cleaned(inner, key) for inner in value]
            case str():
                return self._text(value, key)
            case _:
                return value

    def _text(self, text: str, key: str) -> str:
        if key in self.shaped:
            return shape(text)
        if _is_of_the_log(key, text):
            return text
        match key:
            case "path":
                return self.path(text)
            case "key":
                return self.words(_known_or_shape(text))
            case _:
                return self.words(text)


def _is_of_the_log(key: str, value: str) -> bool:
    return key in {"process", "level"} and value in _OF_THE_LOG


def _key(name: str, words: Words) -> str:
    """Leave what may be a name that our own programs have given; any other key is somebody's text."""
    return name if _OUR_KEY.fullmatch(name) else words(name)
