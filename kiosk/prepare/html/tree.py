"""The tree of a web page, if it is one that programs can walk: counted while it is read, before anything is built.

Measured on libxml2 2.14: 100 thousand attributes of one element take 12 s to join, and a `colspan` of 9e15 ends other
programs' memory. Honest pages have up to 20 thousand elements, 40 deep.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import lxml.etree  # type: ignore[import-untyped]  # lxml has no types
import lxml.html  # type: ignore[import-untyped]  # lxml has no types

LARGEST_PAGE = 8_000_000
"""Bytes in UTF-8; most of such a page are scripts."""

MOST_ELEMENTS = 50_000
DEEPEST_ELEMENT = 200
"""Below the 256 at which libxml2 drops the rest of a page."""

MOST_ANCESTORS = 1_500_000
"""Of all elements together: what weighs each box by all that is in it takes 4 s for so many. Honest pages have a third."""

MOST_ATTRIBUTES = 200
LARGEST_SPAN = 20

_VERTICAL_BLANKS = re.compile("[\x0b\x0c]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_CONTROLS_BY_NUMBER = re.compile(
    "&#(?:0*(?:[1-8]|1[1245-9]|2[0-9]|3[01]|6553[45])(?![0-9])"
    "|[xX]0*(?:[1-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)


@dataclass(frozen=True, slots=True)
class TooIntricate:
    """No tree was made; `what` continues a sentence that begins with the page's or the file's name."""

    what: str


def parse_html(text: str) -> lxml.html.HtmlElement | TooIntricate:
    """Give the element <html>, without comments and control characters; no cell spans more than LARGEST_SPAN others."""
    content = _without_controls(text).encode("utf-8", "replace")
    if excess := _excess(content):
        return TooIntricate(excess)
    root = lxml.etree.fromstring(content, parser=_parser(lxml.html.HTMLParser))
    if root is None:
        return lxml.html.Element("html")
    _clip_spans(root)
    return root


def _without_controls(text: str) -> str:
    """Take away what libxml2 lets in and lxml then refuses to move, also where it is written as a number."""
    raw = _CONTROLS.sub("", _VERTICAL_BLANKS.sub(" ", text))
    return _CONTROLS_BY_NUMBER.sub("\u200b", raw)  # not "", or two halves around one could become another


def _excess(content: bytes) -> str:
    """Tell in which way the page is too much, "" for none."""
    if len(content) > LARGEST_PAGE:
        return f"is larger than {LARGEST_PAGE // 1_000_000} MB"
    try:
        lxml.etree.fromstring(content, parser=_parser(lxml.etree.HTMLParser, target=_Counter()))
    except _ExcessError as excess:
        return str(excess)
    return ""


def _parser(kind: type, **options: object) -> lxml.etree.HTMLParser:
    return kind(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, **options)


class _ExcessError(Exception):
    """Leaves the parser at once; its text is the reason."""


class _Counter:
    """What the parser tells of each element as it goes along; it builds nothing."""

    def __init__(self) -> None:
        self._elements = 0
        self._depth = 0
        self._ancestors = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        self._ancestors += self._depth
        if self._elements > MOST_ELEMENTS:
            raise _ExcessError(f"has more than {MOST_ELEMENTS // 1000} thousand elements")
        if self._depth > DEEPEST_ELEMENT:
            raise _ExcessError(f"has elements within each other more than {DEEPEST_ELEMENT} times")
        if self._ancestors > MOST_ANCESTORS:
            raise _ExcessError("has too many elements that are deep within each other")
        if len(attributes) > MOST_ATTRIBUTES:
            raise _ExcessError(f"has an element with more than {MOST_ATTRIBUTES} attributes")

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def close(self) -> None:
        """Give nothing: only the counting matters."""


def _clip_spans(root: lxml.html.HtmlElement) -> None:
    """Let no cell span too many others, and none any where all together would: extractors write each of them down."""
    spanned = 0
    for cell in root.iter("td", "th"):
        for name in {"colspan", "rowspan"} & set(cell.attrib):
            cell.set(name, str(span(cell.get(name))))
        spanned += span(cell.get("colspan") or "1") * span(cell.get("rowspan") or "1")
    if spanned > MOST_ELEMENTS:
        for cell in root.iter("td", "th"):
            cell.attrib.pop("colspan", None)
            cell.attrib.pop("rowspan", None)


def span(written: str) -> int:
    """Give how many cells one spans: what is written, within 1 and LARGEST_SPAN."""
    digits = written.strip()[:10]
    return min(max(int(digits), 1), LARGEST_SPAN) if digits.isascii() and digits.isdigit() else 1
