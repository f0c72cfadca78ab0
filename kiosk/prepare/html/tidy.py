"""A page's tree before it is cleaned: what is not to be read leaves, the rest is said in few tags.

Classes and styles are looked at here, and are no longer there afterwards.
"""

import re

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.html.first_letter import join_first_letters
from kiosk.prepare.html.tags import ALLOWED, ATTRIBUTES, GONE, RENAMED
from kiosk.prepare.html.word import make_lists, style_of

SMALLEST_PICTURE = 40
"""Pixels; what a page shows smaller counts visitors or decorates."""

LONGEST_EMOJI = 8
"""Characters: families are joined of seven."""

_HIDDEN = re.compile("(^|;)(display:none|visibility:hidden|mso-hide:all)")
_BOLD = re.compile("(^|;)font-weight:(bold|[6-9]00)")
_NOT_BOLD = re.compile("(^|;)font-weight:(normal|[1-5]00)")
_SLANTED = re.compile("(^|;)font-style:italic")
_FOR_SCREEN_READERS = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader"})
_PICTURE_BOXES = frozenset({"wp-caption", "thumbinner", "captioned-image"})
_CAPTIONS = frozenset(
    {"wp-caption-text", "thumbcaption", "caption", "caption-text", "image-caption", "photo-caption", "msocaption"}
)
_LATER = ("data-src", "data-lazy-src", "data-original")
_BACK = frozenset("↑↩^#¶§")
_LEFT_OUT_WITHIN = dict.fromkeys(map(ord, "\t\n\r"))
_LEFT_OUT_AROUND = "".join(map(chr, range(33)))
_PLAIN_NUMBER = re.compile(r"\s*(\d{1,5})(\.\d+)?\s*(px)?\s*", re.ASCII)


def tidy(body: lxml.html.HtmlElement) -> None:
    """Leave nothing but ALLOWED tags with their ATTRIBUTES, and <span> for all that says nothing."""
    make_lists(body)
    join_first_letters(body)
    for element in list(body.iterdescendants()):
        if _is_to_go(element):
            element.drop_tree()
        else:
            _make_plain(element)


def _is_to_go(element: lxml.html.HtmlElement) -> bool:
    return (
        element.tag in GONE
        or _is_hidden(element)
        or _is_said_twice(element)
        or (element.tag == "img" and _is_tiny(element))
        or (element.tag == "a" and leads_back(element))
    )


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(style_of(element)))


def _is_said_twice(element: lxml.html.HtmlElement) -> bool:
    """Tell whether it is the showy one of two, as with a big first letter beside the whole word for screen readers."""
    if element.get("aria-hidden") != "true":
        return False
    return any(_classes(sibling) & _FOR_SCREEN_READERS for sibling in element.getparent())


def _is_tiny(picture: lxml.html.HtmlElement) -> bool:
    sides = [_PLAIN_NUMBER.fullmatch(picture.get(side) or "") for side in ("width", "height")]
    return not _stands_for_letters(picture) and any(side and int(side[1]) < SMALLEST_PICTURE for side in sides)


def leads_back(link: lxml.html.HtmlElement) -> bool:
    """Tell the marks of a heading's own address and of a note's way back."""
    return (link.get("href") or "").startswith("#") and set(link.text_content().strip(" \n\ufe0e")) <= _BACK


def _make_plain(element: lxml.html.HtmlElement) -> None:
    match element.tag:
        case "img":
            _make_plain_picture(element)
        case "q":
            _surround(element, "“", "”")
        case "rt":
            _surround(element, "(", ")")
        case "pre":
            element.text = (element.text or "").lstrip("\r\n") or None
        case _:
            pass
    element.tag = _plain_tag(element)
    for name in set(element.attrib) - ATTRIBUTES.get(element.tag, set()):
        del element.attrib[name]
    for name in {"href", "src"} & set(element.attrib):
        element.set(name, _as_browsers_read(element.get(name)))


def _as_browsers_read(address: str) -> str:
    """Take away what browsers leave out of an address (WHATWG URL, 4.4): a kind of address can hide behind it."""
    return address.translate(_LEFT_OUT_WITHIN).strip(_LEFT_OUT_AROUND)


def _make_plain_picture(picture: lxml.html.HtmlElement) -> None:
    if _stands_for_letters(picture):
        picture.tag, picture.text = "span", picture.get("alt")
    elif (picture.get("src") or "data:").startswith("data:"):
        picture.set("src", _later_address(picture))


def _later_address(picture: lxml.html.HtmlElement) -> str:
    """Give the address that a script would put in place, "" for none."""
    later = next((picture.get(name) for name in _LATER if picture.get(name)), "")
    return later or (picture.get("srcset") or "").strip().split(" ")[0]


def _stands_for_letters(picture: lxml.html.HtmlElement) -> bool:
    """Tell a big first letter that is drawn beside the rest of its word, and an emoji."""
    alt = (picture.get("alt") or "").strip()
    if alt.isalpha():
        return len(alt) == 1 and (picture.tail or "")[:1].isalpha()
    return 0 < len(alt) <= LONGEST_EMOJI and not any(character.isascii() or character.isalnum() for character in alt)


def _surround(element: lxml.html.HtmlElement, before: str, after: str) -> None:
    element.text = before + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + after
    else:
        element.text += after


def _plain_tag(element: lxml.html.HtmlElement) -> str:
    classes, style, tag = _classes(element), style_of(element), str(element.tag)
    if classes & _PICTURE_BOXES:
        return "figure"
    if classes & _CAPTIONS and tag in {"p", "div", "span", "small", "em"} and element.find(".//img") is None:
        return "figcaption"
    if "msotitle" in classes and tag == "p":
        return "h1"
    if tag in {"b", "strong"} and _NOT_BOLD.search(style):
        return "span"
    tag = RENAMED.get(tag, tag)
    if tag in ALLOWED:
        return tag
    if _BOLD.search(style):
        return "strong"
    return "em" if _SLANTED.search(style) else "span"


def _classes(element: lxml.html.HtmlElement) -> frozenset[str]:
    return frozenset((element.get("class") or "").lower().split())


def inside(body: lxml.html.HtmlElement) -> str:
    """Give the HTML between the tags of a tidy element."""
    body.tag = "div"
    body.attrib.clear()
    whole = str(lxml.html.tostring(body, encoding="unicode", with_tail=False))
    return whole[len("<div>") : -len("</div>")]
