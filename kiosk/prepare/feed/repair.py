"""The common mistakes of feeds, mended in their text; only for a feed that the strict parser has refused.

One pass each over the text, and none looks back: time grows with the text's length alone.
"""

import re
from html.entities import html5

from kiosk.prepare.feed.guard import FEED_ROOT, MOST_JUNK

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but the characters of XML 1.0, section 2.2."""

_PASSAGE_OR_AMPERSAND = re.compile(
    r"(?P<passage><!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z))"
    r"|&(?:#(?:x(?P<hexadecimal>[0-9a-fA-F]{1,8})|(?P<decimal>[0-9]{1,8}));|(?P<name>[A-Za-z][A-Za-z0-9]{0,31});)?",
    re.DOTALL,
)
_VOID = re.compile(r"<(?:br|hr|img|wbr)\b[^<>]*>", re.IGNORECASE)
_STRAY = re.compile(r"<(?![A-Za-z_/!?])")
_PREFIX = re.compile(r"[</\s]([A-Za-z_][\w-]{0,30}):[A-Za-z_]")
_DECLARED = re.compile(r"xmlns:([\w-]{1,31})\s*=")
_MOST_PREFIXES = 100
_KNOWN = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "atom": "http://www.w3.org/2005/Atom",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def repaired(text: str) -> str:
    """Mend junk in front, forbidden characters, entities of HTML, stray signs, open line breaks, unknown prefixes."""
    begun = _FORBIDDEN.sub("", _from_root(text))
    sound = _PASSAGE_OR_AMPERSAND.sub(_sound, begun)
    return _with_prefixes(_outside_passages(sound))


def _from_root(text: str) -> str:
    root = FEED_ROOT.search(text, 0, MOST_JUNK)
    return text[root.start() :] if root else text


def _sound(found: re.Match[str]) -> str:
    """Give what stands for an ampersand and what belongs to it in XML; a passage stays as it is."""
    if found["passage"]:
        return found[0]
    if found["name"]:
        return _entity(found["name"])
    digits = found["hexadecimal"] or found["decimal"]
    if not digits:
        return "&amp;"
    number = int(digits, 16 if found["hexadecimal"] else 10)
    return "" if number > 0x10FFFF or _FORBIDDEN.match(chr(number)) else f"&#{number};"  # noqa: PLR2004  # Unicode's last


def _entity(name: str) -> str:
    if name in _OF_XML:
        return f"&{name};"
    characters = html5.get(f"{name};")
    return f"&amp;{name};" if characters is None else "".join(f"&#{ord(one)};" for one in characters)


def _outside_passages(text: str) -> str:
    pieces, end = [], 0
    for passage in re.finditer(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", text, re.DOTALL):
        pieces += [_with_closed_voids(text[end : passage.start()]), passage[0]]
        end = passage.end()
    return "".join([*pieces, _with_closed_voids(text[end:])])


def _with_closed_voids(text: str) -> str:
    return _STRAY.sub("&lt;", _VOID.sub(_closed, text))


def _closed(tag: re.Match[str]) -> str:
    return tag[0].rstrip(" \n\t/>") + "/>"


def _with_prefixes(text: str) -> str:
    """Declare at the root the prefixes that nobody declares; those without a known meaning get one of their own."""
    used = {found[1] for found in _PREFIX.finditer(text)}
    missing = sorted(used - {found[1] for found in _DECLARED.finditer(text)} - {"xml", "xmlns"})[:_MOST_PREFIXES]
    declared = "".join(f' xmlns:{prefix}="{_KNOWN.get(prefix, f"urn:unknown:{prefix}")}"' for prefix in missing)
    root = FEED_ROOT.search(text)
    return text[: root.end()] + declared + text[root.end() :] if root else text
