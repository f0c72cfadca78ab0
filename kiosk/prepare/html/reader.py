"""A cleaned page's tree, read from its beginning to its end into blocks.

It goes along the beginnings and ends of elements: they may be nested 200 deep, and no recursion is that patient.
"""

import lxml.etree  # type: ignore[import-untyped]  # lxml has no types
import lxml.html  # type: ignore[import-untyped]  # lxml has no types

from kiosk.edition.model import Block, Code
from kiosk.prepare.article.headings import below_the_title
from kiosk.prepare.article.measures import DEEPEST, HIGHEST_INNER_HEADING
from kiosk.prepare.html.companions import Companions
from kiosk.prepare.html.flow import Caption, Enumeration, Exhibit, Flow, Item, Quotation, Shown
from kiosk.prepare.html.grid import Cell, CellFlow, Grid
from kiosk.prepare.html.tree import span
from kiosk.prepare.html.words import STYLES, Words
from kiosk.prepare.sanitise import clean_text

MOST_PICTURES = 200

LARGEST_BLOCK = 20_000
"""Characters: where the text is cut, a longer paragraph is shown in part, a shorter one is left out."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p",
    "div",
    "dl",
    "dt",
    "dd",
    "li",
    "td",
    "th",
    "tr",
    "thead",
    "caption",
    "figcaption",
    "pre",
    "hr",
}


class HtmlReader:
    """What is open at one place of the page: elements that hold blocks, and the words in them."""

    def __init__(self, companions: Companions) -> None:
        self._companions = companions
        self._words = Words(companions)
        self._flows: list[Flow] = [Flow()]
        self._holders: list[lxml.html.HtmlElement] = []
        self._level = 0
        self._heads = 0
        self._code_depth = 0
        self._code: list[str] = []
        self._pictures = MOST_PICTURES

    def read(self, root: lxml.html.HtmlElement) -> tuple[Block, ...]:
        for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self._begin(element)
                self._say(element.text)
            else:
                self._end(element)
                self._say(element.tail if element is not root else None)
            if self.is_cut:
                break
        return self._finished()

    @property
    def is_cut(self) -> bool:
        """Whether there was more than the screen takes."""
        return self._words.is_full

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _finished(self) -> tuple[Block, ...]:
        if self.is_cut and self._flow.waiting() < LARGEST_BLOCK and self._flows[0].blocks:
            self._flow.drop_paragraph()
        while self._holders:
            self._end_holder(self._holders[-1])
        self._end_code()
        self._flow.end_paragraph()
        return below_the_title(self._flow.whole())

    def _say(self, text: str | None) -> None:
        if text and self._code_depth:
            self._code.append(self._words.fitting(text))
        elif text:
            self._flow.add(self._words.run(text))

    def _break(self) -> None:
        if self._code_depth:
            self._code.append("\n")
        elif self._flow.break_line():
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        is_inside = self._level and len(self._flows) > 1
        level = max(self._level, HIGHEST_INNER_HEADING) if is_inside else self._level
        before = len(self._flow.blocks)
        self._flow.end_paragraph(level)
        self._words.count(len(self._flow.blocks) - before)

    def _end_code(self) -> None:
        text = clean_text("".join(self._code)).strip("\n").rstrip()
        self._code = []
        if text.strip():
            self._flow.blocks.append(Code(text))

    # Elements

    def _begin(self, element: lxml.html.HtmlElement) -> None:
        tag = element.tag
        if self._code_depth and tag not in {"pre", "br"}:
            self._begin_line(tag)
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag in STYLES:
            self._words.open(tag)
        elif flow := self._flow_of(element):
            self._end_paragraph()
            self._holders.append(element)
            self._flows.append(flow)
        else:
            self._note(element)

    def _begin_line(self, tag: str) -> None:
        if tag in _BLOCKS and self._code and not self._code[-1].endswith("\n"):
            self._code.append("\n")

    def _note(self, element: lxml.html.HtmlElement) -> None:
        """Do what the beginning of an element asks for that holds no blocks of its own."""
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = int(element.tag[1])
            case "pre":
                self._code_depth += 1
            case "thead":
                self._heads += 1
            case "tr" if isinstance(self._flow, Grid):
                self._flow.begin_row()
            case "br":
                self._break()
            case "hr":
                self._flow.divide()
            case "img":
                self._picture(Shown(element.get("src") or "", element.get("alt") or ""))
            case "a":
                self._words.begin_link((element.get("href") or "").strip())
            case _:
                pass

    def _flow_of(self, element: lxml.html.HtmlElement) -> Flow | None:
        """Give what holds the blocks of this element, None where they belong to the one around it."""
        match element.tag:
            case "ul":
                return Enumeration(None)
            case "ol":
                return Enumeration(int(element.get("start") or 1))
            case "li" if isinstance(self._flow, Enumeration):
                return Item()
            case "blockquote":
                return Quotation()
            case "figure":
                return Exhibit()
            case "figcaption":
                return Caption()
            case "table":
                return Grid()
            case "caption" if isinstance(self._flow, Grid):
                return Caption()
            case "td" | "th" if isinstance(self._flow, Grid):
                return CellFlow()
            case _:
                return None

    def _end(self, element: lxml.html.HtmlElement) -> None:
        tag = element.tag
        if self._code_depth and tag != "pre":
            return
        if self._holders and self._holders[-1] is element:
            self._end_holder(element)
            return
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag in STYLES:
            self._words.close(tag)
        else:
            self._forget(tag)

    def _forget(self, tag: str) -> None:
        """Do what the end of such an element asks for."""
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = 0
            case "pre":
                self._code_depth -= 1
                if not self._code_depth:
                    self._end_code()
            case "thead":
                self._heads -= 1
            case "a":
                self._words.end_link()
            case _:
                pass

    def _picture(self, shown: Shown) -> None:
        if not shown.address or not self._pictures:
            return
        self._pictures -= 1
        if isinstance(self._flow, Exhibit):
            self._flow.shown.append(shown)
        elif figure := self._companions.figure(shown.address, shown.alt, ()):
            self._flow.picture(figure)

    # Elements that hold blocks

    def _end_holder(self, element: lxml.html.HtmlElement) -> None:
        """Give what an element holds to the one around it."""
        self._end_paragraph()
        self._holders.pop()
        inside, around = self._flows.pop(), self._flow
        match inside:
            case Item() if isinstance(around, Enumeration):
                around.item(inside.whole())
            case Enumeration() | Quotation():
                around.blocks.extend(inside.made(is_too_deep=self._depth() >= DEEPEST))
            case Exhibit():
                around.blocks.extend(self._exhibited(inside))
            case Caption():
                self._caption(inside, around)
            case CellFlow() if isinstance(around, Grid):
                around.add_cell(self._cell(element, inside))
            case Grid():
                around.blocks.extend(inside.made())
            case _:
                raise AssertionError(inside)

    def _depth(self) -> int:
        return sum(isinstance(flow, Enumeration | Quotation) for flow in self._flows)

    def _exhibited(self, exhibit: Exhibit) -> tuple[Block, ...]:
        """Give the pictures, the last with the caption; what is said of something that is not shown leaves with it."""
        caption = exhibit.words()
        captions = ((),) * (len(exhibit.shown) - 1) + (caption,)
        figures = [
            self._companions.figure(shown.address, shown.alt, words)
            for shown, words in zip(exhibit.shown, captions, strict=False)
        ]
        if not exhibit.shown and exhibit.blocks:
            exhibit.caption_last(caption)
        return (*(figure for figure in figures if figure), *exhibit.whole())

    def _caption(self, caption: Caption, around: Flow) -> None:
        if isinstance(around, Exhibit | Grid):
            around.caption = caption.runs()
        else:
            around.caption_last(caption.runs())

    def _cell(self, element: lxml.html.HtmlElement, inside: Flow) -> Cell:
        is_head = element.tag == "th" or self._heads > 0
        self._words.count(1)
        return Cell(inside.whole(), is_head, span(element.get("colspan") or ""), span(element.get("rowspan") or ""))
