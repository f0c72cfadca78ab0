"""A page's text brought into paragraphs: loose text beside blocks, and text that only line breaks divide.

The extractors lose such text or run it together; nothing is taken away here but what is empty.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml.html import Element  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.elements import BLOCKS, HtmlElement, elements_of, remove, text_of, words_in

_Piece: TypeAlias = HtmlElement | str | None
"""An element without its tail, text, or None: a new paragraph begins."""

_STRUCTURE = frozenset(
    {"table", "tbody", "thead", "tfoot", "tr", "ul", "ol", "dl", "dir", "menu", "html", "head", "pre"}
)
_INITIAL = 2
_INITIAL_NAME = re.compile(r"drop-?_?cap|initial|first-?_?letter|lettrine|capital", re.IGNORECASE)
_INLINE_HOLDERS = frozenset({"span", "font", "b", "i", "em", "strong", "big", "small", "u", "label", "ins", "cite"})


def set_in_paragraphs(tree: HtmlElement) -> None:
    """Give every piece of text and every picture a block of its own that holds no other block."""
    _join_first_letters(tree)
    holders = _holders(tree)
    for element in holders:
        if element.tag in _INLINE_HOLDERS:
            element.tag = "div"
    around = set(holders)
    for element in holders:
        if element.tag not in _STRUCTURE:
            _divide(element, around)
    for element in _broken_by_lines(tree, around):
        if element.tag == "p":
            element.tag = "div"
        _divide(element, around)


def _join_first_letters(tree: HtmlElement) -> None:
    """Put a big first letter that stands in a block of its own back before its paragraph."""
    for block in list(tree.iter("div", "p", "span")):
        following = block.getnext()
        if following is None or following.tag not in {"p", "div"} or (block.tag == "span" and block.tail):
            continue
        letter = text_of(block)
        if len(letter) <= _INITIAL and letter.isalpha() and _INITIAL_NAME.search(words_in(block)):
            first = next(iter(following.iter("p")), following)
            first.text = letter + (first.text or "").lstrip()
            remove(block)


def _holders(tree: HtmlElement) -> list[HtmlElement]:
    found: dict[HtmlElement, None] = {}
    for element in elements_of(tree):
        if element.tag in BLOCKS:
            for ancestor in element.iterancestors():
                if ancestor in found:
                    break
                found[ancestor] = None
    return list(found)


def _broken_by_lines(tree: HtmlElement, around: set[HtmlElement]) -> list[HtmlElement]:
    breaks = (line_break for line_break in tree.iter("br") if _is_double(line_break))
    parents = dict.fromkeys(parent for line_break in breaks if (parent := line_break.getparent()) is not None)
    return [parent for parent in parents if parent.tag in BLOCKS - _STRUCTURE and parent not in around]


def _is_double(line_break: HtmlElement) -> bool:
    following = line_break.getnext()
    return following is not None and following.tag == "br" and not (line_break.tail or "").strip()


def _divide(element: HtmlElement, around: set[HtmlElement]) -> None:
    runs = list(_runs(_pieces(element), around))
    if len(runs) == 1 and not _is_block(runs[0][0], around):
        return
    for child in list(element):
        element.remove(child)
    element.text = None
    for run in runs:
        part = run[0] if not isinstance(run[0], str) and _is_block(run[0], around) else _paragraph(run)
        part.tail = None  # lxml lets the text behind an element move with it; it is in a run of its own by now
        element.append(part)


def _pieces(element: HtmlElement) -> Iterator[_Piece]:
    yield element.text or ""
    was_break = False
    for child in element:
        is_break = child.tag == "br"
        if is_break and (was_break or _is_double(child)):
            yield None
        else:
            yield child
        was_break = is_break and not (child.tail or "").strip()
        yield child.tail or ""


def _runs(pieces: Iterator[_Piece], around: set[HtmlElement]) -> Iterator[list[HtmlElement | str]]:
    """Give each block alone, and what lies between two as one run; runs without text and pictures are left out."""
    run: list[HtmlElement | str] = []
    for piece in pieces:
        is_block = piece is not None and _is_block(piece, around)
        if piece is not None and not is_block:
            run.append(piece)
            continue
        if _says_something(run):
            yield run
        run = []
        if piece is not None:
            yield [piece]
    if _says_something(run):
        yield run


def _is_block(piece: HtmlElement | str, around: set[HtmlElement]) -> bool:
    return not isinstance(piece, str) and (piece.tag in BLOCKS or piece in around)


def _says_something(run: list[HtmlElement | str]) -> bool:
    return any(piece.strip() if isinstance(piece, str) else piece.tag == "img" or _has_content(piece) for piece in run)


def _has_content(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext()) or element.find(".//img") is not None


def _paragraph(run: list[HtmlElement | str]) -> HtmlElement:
    paragraph = Element("p")
    last: HtmlElement | None = None
    for piece in run:
        if not isinstance(piece, str):
            piece.tail = None
            paragraph.append(piece)
            last = piece
        elif last is None:
            paragraph.text = (paragraph.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece
    return paragraph
