"""What a text may declare before the XML parser sees it: nothing (row C6).

A document type can bring entities that grow or name files. It stands before the root element or nowhere, and what
looks like one further on may be the harmless text of a CDATA section.
"""

import re
from dataclasses import dataclass

MOST_JUNK = 4096
FEED_ROOT = re.compile(r"<(?:[\w-]{1,20}:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
"""How the root element of a feed begins, whatever its prefix."""

_PASSAGES = re.compile(r"<\?.*?(?:\?>|\Z)|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
"""Where the parser sees no declarations; without its end a passage goes on to the end of the text, as for the parser."""

_DECLARATION = re.compile(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_NETSCAPE = re.compile(
    r"""<!DOCTYPE\s+rss\s+PUBLIC\s+"-//Netscape Communications//DTD RSS 0\.91//EN"\s+"[^"<>\[\]]{0,200}"\s*>"""
)
"""What RSS 0.91 asks for, from a place that has been gone since 2001. It is taken out, never looked for."""

_XML_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]{0,300}\?>")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The text declares what feeds have no need of; `declaration` begins it, such as "<!DOCTYPE"."""

    declaration: str


def without_declarations(text: str) -> str | Forbidden:
    """Give the text for a parser that is told it is UTF-8; every line keeps its number."""
    start = max(text.find("<?xml ", 0, MOST_JUNK), 0)
    begun = "\n" * text.count("\n", 0, start) + text[start:]
    bare = _NETSCAPE.sub(_blank, _XML_DECLARATION.sub(_blank, begun, count=1), count=1)
    found = _DECLARATION.search(_PASSAGES.sub("", bare))
    return Forbidden(found[0]) if found else bare


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
