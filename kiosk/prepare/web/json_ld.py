"""What a page says of itself in JSON-LD (schema.org), read within limits and with the mistakes that sites make."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TypeAlias

from kiosk.prepare.web.elements import HtmlElement

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Thing: TypeAlias = dict[str, Json]

_ARTICLES = frozenset(
    {
        "advertisercontentarticle", "analysisnewsarticle", "article", "askpublicnewsarticle", "backgroundnewsarticle",
        "blogposting", "liveblogposting", "medicalscholarlyarticle", "newsarticle", "opinionnewsarticle", "posting",
        "report", "reportagenewsarticle", "reviewnewsarticle", "review", "satiricalarticle", "scholarlyarticle",
        "socialmediaposting", "techarticle", "blog post", "pressrelease", "governmentservice", "recipe",
        "specialannouncement", "discussionforumposting",
    }
)  # fmt: skip  # a list to look through, not a column
_MOST_SCRIPTS = 20
_MOST_CHARACTERS = 500_000
_DEEPEST = 60
_MOST_THINGS = 2000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def things_of(tree: HtmlElement) -> tuple[Thing, ...]:
    """Give every object in the page's JSON-LD, outer ones first; what cannot be read is left out."""
    scripts = [script for script in tree.iter("script") if "ld+json" in script.get("type", "").lower()]
    texts = [script.text_content() for script in scripts[:_MOST_SCRIPTS]]
    read = [_read(text) for text in texts if len(text) <= _MOST_CHARACTERS and _depth(text) <= _DEEPEST]
    return tuple(_things(read))


def articles_among(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    return tuple(thing for thing in things if _ARTICLES.intersection(types_of(thing)))


def types_of(thing: Thing) -> frozenset[str]:
    named = thing.get("@type")
    names = named if isinstance(named, list) else [named]
    return frozenset(name.rpartition("/")[2].lower() for name in names if isinstance(name, str))


def text_at(thing: Thing, *keys: str) -> str:
    """Give the first of the values that is text, out of "@value" or "name" where it is an object."""
    for key in keys:
        text = next(texts_in(thing.get(key)), "")
        if text:
            return text
    return ""


def texts_in(value: Json) -> Iterator[str]:
    match value:
        case str():
            if value.strip():
                yield unescape(value).strip()
        case list():
            for part in value:
                yield from texts_in(part)
        case dict():
            yield from texts_in(next((value[key] for key in ("@value", "name", "url") if value.get(key)), None))


def _read(text: str) -> Json:
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", _WRAPPING.sub("", text)).rstrip("; \n\t")):
        try:
            value: Json = json.loads(attempt, strict=False)
        except ValueError:
            continue
        return value
    return None


def _depth(text: str) -> int:
    """Give how deep brackets lie in each other, those in strings too: rather too many than a fall into the depth."""
    depth = deepest = 0
    for character in re.findall(r"[\[{}\]]", text):
        depth += 1 if character in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _things(read: Json) -> Iterator[Thing]:
    waiting, seen = [read], 0
    while waiting and seen < _MOST_THINGS:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting.extend(part for part in value.values() if isinstance(part, dict | list))
        elif isinstance(value, list):
            waiting.extend(value)
