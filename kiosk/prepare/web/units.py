"""A page cut into the smallest parts that are shown whole or not at all: paragraphs, pictures, tables, code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.prepare.web.elements import BLOCKS, HEADINGS, HtmlElement, letters_of, text_of

Kind: TypeAlias = Literal["text", "heading", "picture", "table", "code", "rule"]

_CELLS_OF_A_TABLE = 4
_CELL_CHARACTERS = 400
_INSIDE_LAYOUT = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "article", "section", "form", "blockquote")


@dataclass(frozen=True, slots=True)
class Unit:
    """`letters` is its text without spaces and marks; `linked` the share of it that leads elsewhere."""

    element: HtmlElement
    kind: Kind
    text: str
    letters: str
    linked: float

    @property
    def weight(self) -> int:
        return len(self.letters)


def units_of(tree: HtmlElement) -> tuple[Unit, ...]:
    body = tree.find("body")
    return tuple(_units(tree if body is None else body))


def _units(element: HtmlElement) -> Iterator[Unit]:
    """Walk without recursion on the machine's stack being deep: the page's depth is capped by `parse_html`."""
    kind = _kind(element)
    if kind is not None:
        unit = _unit(element, kind)
        if unit.letters or kind != "text":
            yield unit
        return
    for child in element:
        if isinstance(child.tag, str):
            yield from _units(child)


def _kind(element: HtmlElement) -> Kind | None:
    match element.tag:
        case "pre":
            return "code"
        case "hr":
            return "rule"
        case "table":
            return "table" if _has_cells(element) else None
        case "img":
            return "picture"
        case "figure" if _is_picture(element):
            return "picture"
    if any(child.tag in BLOCKS for child in element.iterdescendants() if isinstance(child.tag, str)):
        return None
    if not letters_of(text_of(element)) and element.find(".//img") is not None:
        return "picture"
    return "heading" if element.tag in HEADINGS else "text"


def _is_picture(figure: HtmlElement) -> bool:
    return figure.find(".//img") is not None and figure.find(".//table") is None


def _has_cells(table: HtmlElement) -> bool:
    """Whether it holds rows of cells, not the page's layout."""
    cells = list(table.iter("td", "th"))
    longest = max((len(text_of(cell)) for cell in cells), default=0)
    holds_blocks = any(cell.find(f".//{name}") is not None for cell in cells for name in _INSIDE_LAYOUT[2:])
    is_named = table.find(".//th") is not None or table.find("caption") is not None
    return len(cells) >= _CELLS_OF_A_TABLE and longest <= _CELL_CHARACTERS and (is_named or not holds_blocks)


def _unit(element: HtmlElement, kind: Kind) -> Unit:
    text = text_of(element)
    inside = any(ancestor.tag == "a" for ancestor in element.iterancestors()) or element.tag == "a"
    linked = len(text) if inside else sum(len(text_of(link)) for link in element.iter("a"))
    return Unit(element, kind, text, letters_of(text), min(linked / len(text), 1.0) if text else float(inside))
