"""What of a feed's XML feedparser is given: whole entries, no more than wanted, and of them the words that are shown.

feedparser would read every entry and every word, tags and authors in a time that grows with the square of their length,
and fails on a few words that it uses itself. What is given is well-formed, so it never falls back on its loose parser.
The standard library's expat reads here: no document type reaches it (guard.py), it opens no file, and it is bounded.
"""

import pyexpat
import re
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from xml.etree.ElementTree import Element, ParseError, SubElement, TreeBuilder, XMLParser, tostring

from kiosk.prepare.feed.feed import MOST_ENTRIES
from kiosk.prepare.feed.guard import Forbidden, without_declarations
from kiosk.prepare.feed.plain import LONGEST_NAME

DEEPEST = 100
MOST_ELEMENTS = 50_000
MOST_ATTRIBUTES = 100
MOST_VOCABULARIES = 100

_OLDEST_EXPAT = (2, 4, 1)
if pyexpat.version_info < _OLDEST_EXPAT:
    raise ImportError("expat before 2.4.1 lets entities grow without end")

_ENTRIES = frozenset({"item", "entry"})
_OUTER = _ENTRIES | {"rss", "rdf", "feed", "channel"}
_HOLDERS = _OUTER | {"group"}
_PEOPLE = frozenset({"author", "creator"})
_WORDS = _HOLDERS | _PEOPLE | {
    "title", "link", "guid", "id", "language", "description", "summary", "abstract", "content", "encoded", "fullitem",
    "body", "pubdate", "published", "issued", "created", "date", "updated", "modified", "enclosure", "thumbnail", "image",
}  # fmt: skip  # a list to look through, not a column
_ATTRIBUTES = frozenset(
    {"href", "rel", "type", "url", "medium", "width", "ispermalink", "mode", "base", "lang", "about"}
)
_MEDIUM = re.compile(r"\{http://search\.yahoo\.com/mrss/?\}content", re.IGNORECASE)
_ASIDE = re.compile(
    r"\{http://(?:search\.yahoo\.com/mrss/?\}description|www\.itunes\.com/[^}]*\}summary)", re.IGNORECASE
)
"""What is said of a medium, a photo's caption for instance; feedparser would take it for the story."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the XML stops making sense, counted from 1; line 0 for a document that is larger or deeper than feeds are."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sifted:
    """`root` is the outermost element's word, "" where not even it began; `xml` is well-formed whatever the fault."""

    root: str
    entries: int
    xml: bytes
    fault: Fault | None


def sift(text: str) -> Sifted | Forbidden:
    """Read as far as entries are whole and no further than needed."""
    bare = without_declarations(text)
    if isinstance(bare, Forbidden):
        return bare
    builder = _Builder()
    fault = _build(builder, bare.encode("utf-8", "replace"))
    if builder.root is None:
        return Sifted("", 0, b"", fault)
    builder.drop_half()
    _reduce(builder.root)
    for element in builder.root.iter():
        element.attrib = {name: value for name, value in element.items() if word(name) in _ATTRIBUTES}
    builder.root.tag = word(builder.root.tag)
    xml: bytes = tostring(builder.root, "utf-8", xml_declaration=True)
    return Sifted(builder.root.tag, builder.entries, xml, fault)


def word(name: str) -> str:
    """Give `{http://purl.org/dc/elements/1.1/}Creator` as `creator`, for feeds mix vocabularies freely."""
    return name.rpartition("}")[2].lower()


def _vocabulary(name: str) -> str:
    return name.rpartition("}")[0]


def _build(builder: "_Builder", content: bytes) -> Fault | None:
    parser = XMLParser(target=builder, encoding="utf-8")  # noqa: S314  # guard.py has refused what could hurt it
    try:
        parser.feed(content)  # in one piece: in many, a long token is scanned again for each
        parser.close()
    except ParseError as error:
        return Fault(error.position[0], error.position[1] + 1)
    except _StopError as stop:
        return stop.fault
    return None


class _StopError(Exception):
    """Enough has been read, or with a fault too much."""

    def __init__(self, fault: Fault | None) -> None:
        super().__init__(fault)
        self.fault = fault


class _Builder(TreeBuilder):
    """Builds elements for expat within bounds."""

    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self.entries = 0
        self._open: list[Element] = []
        self._elements = 0
        self._vocabularies = set[str]()

    def start(self, name: str, attributes: dict[str, str], /) -> Element:
        self._elements += 1
        self._vocabularies.add(_vocabulary(name))
        is_large = self._elements > MOST_ELEMENTS or len(self._vocabularies) > MOST_VOCABULARIES
        if is_large or len(self._open) >= DEEPEST or len(attributes) > MOST_ATTRIBUTES:
            raise _StopError(Fault(0, 0))
        element = super().start(name, attributes)
        self._open.append(element)
        self.root = self._open[0]
        return element

    def end(self, name: str, /) -> Element:
        element = super().end(name)
        self._open.pop()
        if word(name) in _ENTRIES and not any(word(around.tag) in _ENTRIES for around in self._open):
            self.entries += 1
        if self.entries == MOST_ENTRIES:
            raise _StopError(None)
        return element

    def drop_half(self) -> None:
        """Take out the entry in which the document ended."""
        for around, element in pairwise(self._open):
            if word(element.tag) in _ENTRIES:
                around.remove(element)
                return


def _reduce(holder: Element) -> None:
    """Keep known words alone in an element that holds others; its own vocabulary is that of RSS or Atom, however named."""
    vocabulary = _vocabulary(holder.tag)
    holder[:] = [child for child in holder if word(child.tag) in _WORDS]
    for child in holder:
        if word(child.tag) in _HOLDERS or _MEDIUM.fullmatch(child.tag):
            _reduce(child)
        else:
            _flatten(child)
        if word(child.tag) in _OUTER or (_vocabulary(child.tag) == vocabulary and word(holder.tag) in _OUTER):
            child.tag = word(child.tag)


def _flatten(element: Element) -> None:
    """Leave no elements in an element but a person's name."""
    if word(element.tag) in _PEOPLE:
        _name_alone(element)
    elif len(element):
        element.text = _inner_html(element)
        element[:] = []
        element.set("type", "html")
    if _ASIDE.fullmatch(element.tag):
        element.tag, element.attrib = "aside", {}


def _name_alone(person: Element) -> None:
    """Write a person as Atom does: what RSS has of one would be searched for mail addresses in quadratic time."""
    named = next((child.text for child in person if word(child.tag) == "name"), person.text)
    person[:] = []
    person.text = ""
    SubElement(person, "name").text = (named or "")[:LONGEST_NAME]


def _inner_html(element: Element) -> str:
    """Write what is in an element as HTML, whose names have no vocabularies."""
    for one in (one for child in element for one in child.iter()):
        one.tag = word(one.tag)
        one.attrib = {name: value for name, value in one.items() if not name.startswith("{")}
    markup = (tostring(child, encoding="unicode", method="html") for child in element)
    return escape(element.text or "", quote=False) + "".join(markup)
