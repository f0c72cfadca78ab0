"""What our own commands and logs say in JSON, without what is staff's own: values are censored, the keys stay. Pure."""

import json
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from kiosk.support.plain import is_word_of_ours
from kiosk.support.shape import shape
from kiosk.support.words import Censor

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Words = Callable[[str], str]

_OUR_KEY = re.compile(r"[a-z][a-z0-9_]{0,40}")
_OF_THE_LOG = frozenset({"supervisor", "display", "prepare", "info", "warning", "error", "critical"})
_QUOTED = re.compile(r'"([^"]*)"')


def censored_document(text: str, censor: Censor, *, has_quotations: bool = False, hides_titles: bool = False) -> str:
    """Give a whole JSON document, one value a line; it may quote staff's files, or hold the titles of articles."""
    try:
        document: Json = json.loads(text)
    except (ValueError, RecursionError):
        return censored_lines(text, censor)
    words = censor.within("\n".join(_texts_in(document)))
    clean = _without_quotations(words) if has_quotations else words
    shaped = frozenset({"title"}) if hides_titles else frozenset()
    return json.dumps(_cleaned(document, clean, shaped), indent=1, ensure_ascii=False) + "\n"


def censored_lines(text: str, censor: Censor) -> str:
    """Give a log line by line; one that is no JSON, torn or part of a stack, is taken for a text."""
    lines = [_parsed(line) for line in text.split("\n")]
    words = censor.within("\n".join(part for line in lines for part in _texts_in(line)))
    return "\n".join(_line(line, words) for line in lines)


def without_quotations(text: str) -> str:
    """Take out of each line what it quotes, unless every quotation is a word of ours.

    From the first mark to the last, for what is quoted may have marks in it.
    """
    return "\n".join(_unquoted(line) for line in text.split("\n"))


def _without_quotations(words: Words) -> Words:
    return lambda text: words(without_quotations(text))


def _unquoted(line: str) -> str:
    quotations = _QUOTED.findall(line)
    if line.count('"') % 2 == 0 and all(map(is_word_of_ours, quotations)):
        return line
    start, end = line.find('"') + 1, line.rfind('"')
    if end < start:  # one mark alone
        return line[:start] + shape(line[start:])
    return line[:start] + shape(line[start:end]) + line[end:]


def _line(line: Json, words: Words) -> str:
    return words(line) if isinstance(line, str) else json.dumps(_cleaned(line, words), ensure_ascii=False)


def _parsed(line: str) -> Json:
    """Give an object as such, and anything else as the text it is."""
    if not line.startswith("{"):
        return line
    try:
        record: Json = json.loads(line)
    except (ValueError, RecursionError):
        return line
    return record


def _cleaned(value: Json, words: Words, shaped: frozenset[str] = frozenset(), key: str = "") -> Json:
    match value:
        case dict():
            return {_key(name, words): _cleaned(inner, words, shaped, name) for name, inner in value.items()}
        case list():
            return [_cleaned(inner, words, shaped, key) for inner in value]
        case str() if key in shaped:
            return shape(value)
        case str():
            return value if _is_of_the_log(key, value) else words(value)
        case _:
            return value


def _is_of_the_log(key: str, value: str) -> bool:
    return key in {"process", "level"} and value in _OF_THE_LOG


def _key(name: str, words: Words) -> str:
    """Leave what may be a name that our own programs have given; any other key is somebody's text."""
    return name if _OUR_KEY.fullmatch(name) else words(name)


def _texts_in(value: Json) -> Iterator[str]:
    match value:
        case dict():
            yield from value
            for inner in value.values():
                yield from _texts_in(inner)
        case list():
            for inner in value:
                yield from _texts_in(inner)
        case str():
            yield value
        case _:
            return
