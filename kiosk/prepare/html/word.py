"""Lists as Word saves them in web pages: paragraphs whose class, style and first letters tell that they are items."""

import re
from dataclasses import dataclass

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

_LEVEL = re.compile(r"mso-list:\w+level([1-9])")
_MARGIN = re.compile(r"margin-left:(\d*\.?\d+)(in|pt|cm)")
_POINTS = {"in": 72.0, "pt": 1.0, "cm": 28.35}
_INDENT_POINTS = 36
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,4}|[a-zA-Z]{1,4})[.)]")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item's list stands: how deep, and the number of its first item, None for bullets."""

    level: int
    first: str | None


def make_lists(body: lxml.html.HtmlElement) -> None:
    """Put paragraphs that are items into lists, each item into that of its level."""
    open_lists: list[lxml.html.HtmlElement] = []
    before = None
    for paragraph in [each for each in body.iter("p") if _is_item(each)]:
        place = _place(paragraph)
        if before is None or paragraph.getprevious() is not before or _follows_words(before):
            open_lists = []
        outermost = _item_into(open_lists, paragraph, place)
        before = outermost


def style_of(element: lxml.html.HtmlElement) -> str:
    """Give the style without its blanks."""
    return "".join((element.get("style") or "").lower().split())


def _is_item(paragraph: lxml.html.HtmlElement) -> bool:
    is_marked = "mso-list:" in style_of(paragraph) or (paragraph.get("class") or "").startswith("MsoListParagraph")
    return is_marked and bool(_spacings(paragraph))


def _spacings(paragraph: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Give the <span> that stands for the room between an item's mark and its words."""
    return [span for span in paragraph.iter("span") if '7.0pt"timesnewroman"' in style_of(span)][:1]


def _follows_words(element: lxml.html.HtmlElement) -> bool:
    return bool((element.tail or "").strip())


def _place(paragraph: lxml.html.HtmlElement) -> _Place:
    """Tell where an item belongs, and take its mark away."""
    style = style_of(paragraph)
    told, margin = _LEVEL.search(style), _MARGIN.search(style)
    points = float(margin[1]) * _POINTS[margin[2]] if margin else 0.0
    level = int(told[1]) if told else min(max(round(points / _INDENT_POINTS), 1), 9)
    numbered = _NUMBERED.fullmatch(_taken_mark(paragraph))
    return _Place(level, numbered["number"] if numbered else None)


def _taken_mark(paragraph: lxml.html.HtmlElement) -> str:
    (spacing,) = _spacings(paragraph)
    holder = spacing.getparent()
    mark = (holder.text or "").strip()
    holder.text = None
    spacing.drop_tree()
    return mark


def _item_into(
    lists: list[lxml.html.HtmlElement], paragraph: lxml.html.HtmlElement, place: _Place
) -> lxml.html.HtmlElement:
    """Move the paragraph to the end of its list, which may begin with it; give the list that holds all of them."""
    del lists[place.level :]
    if not lists:
        lists.append(_list_before(paragraph, place))
    while len(lists) < place.level and len(lists[-1]):
        lists.append(_new_list(place))
        lists[-2][-1].append(lists[-1])
    item = lxml.html.Element("li")
    lists[0].tail, paragraph.tail = paragraph.tail, None
    lists[-1].append(item)
    item.append(paragraph)
    return lists[0]


def _list_before(paragraph: lxml.html.HtmlElement, place: _Place) -> lxml.html.HtmlElement:
    new = _new_list(place)
    paragraph.addprevious(new)
    return new


def _new_list(place: _Place) -> lxml.html.HtmlElement:
    new = lxml.html.Element("ul" if place.first is None else "ol")
    if place.first is not None and place.first.isdigit():
        new.set("start", place.first)
    return new
