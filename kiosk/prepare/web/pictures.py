"""The pictures of a page where scripts would have put them: lazy ones, those for readers without scripts, AMP's.

Each becomes a plain `img` with its best address, a caption beside it becomes a `figcaption` around both.
"""

import re
from itertools import islice

from kiosk.prepare.web.elements import HtmlElement, elements_of, remove, text_of, words_in

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-orig-src", "data-full-src", "data-img-src", "data-url",
         "data-image", "data-hi-res-src", "data-original-src", "data-actualsrc", "data-echo")  # fmt: skip
_LAZY_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_BETWEEN = re.compile(r",\s+|(?<=[0-9][wx]),")
_SIZE = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)[wx]")
_LONGEST_SET = 5000
_PLACEHOLDER = re.compile(
    r"^data:|blank\.(gif|png)|spacer|placeholder|transparent|1x1|pixel\.|/grey\.|loading\.|lazy[-_]?load", re.IGNORECASE
)
_PICTURE = re.compile(r"\.(jpe?g|png|webp|gif|avif)\b|^https?://|^/", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?<![a-z])(caption|wp-caption-text|legende?|bildunterschrift|pie-?(de-?)?foto)(?![a-z]*track)", re.IGNORECASE
)
_WIDEST = 1600
"""Pixels: a wider one of a set would be made smaller again."""
_CAPTION_CHARACTERS = 600
_FRAMES = 4
"""How many elements may lie around a picture before the one that holds its caption."""


def bring_pictures(tree: HtmlElement) -> None:
    for element in list(elements_of(tree)):
        if element.tag in {"amp-img", "image"}:
            element.tag = "img"
        elif element.tag == "noscript":
            _take_over(element)
    for picture in list(tree.iter("picture")):
        _flatten(picture)
    for image in list(tree.iter("img")):
        address = best_address(image)
        if address:
            image.set("src", address)
        else:
            remove(image)
    _join_captions(tree)


def best_address(image: HtmlElement) -> str:
    """Give where the picture itself is, "" where there is only a placeholder."""
    addresses = [image.get(name, "").strip() for name in _LAZY]
    sets = [_from_set(image.get(name, "")) for name in reversed(_LAZY_SETS)]
    plain = str(image.get("src", "").strip())
    for address in (*addresses, plain if not sets[-1] else "", *sets, plain):
        if address and (address == plain or _PICTURE.search(address)) and not _PLACEHOLDER.search(address):
            return str(address)
    return ""


def _from_set(candidates: str) -> str:
    parts = [part.split() for part in _BETWEEN.split(candidates[:_LONGEST_SET])]
    found = [(_size(part[1:]), part[0].rstrip(",")) for part in parts if part]
    fitting = [entry for entry in found if entry[0] <= _WIDEST] or found
    return max(fitting, default=(0.0, ""))[1]


def _size(description: list[str]) -> float:
    match = _SIZE.fullmatch(description[0]) if description else None
    return float(match[1]) if match else 1.0


def _take_over(noscript: HtmlElement) -> None:
    """Let a picture for readers without scripts stand for the one that a script would have brought."""
    image = noscript.find(".//img")
    before = noscript.getprevious()
    if image is None or text_of(noscript):
        remove(noscript)
        return
    if before is not None and before.tag in {"img", "picture"}:
        remove(before)
    noscript.drop_tag()


def _flatten(picture: HtmlElement) -> None:
    image = picture.find(".//img")
    if image is not None and not best_address(image):
        sets = [source.get(name, "") for source in picture.iter("source") for name in ("srcset", "data-srcset")]
        image.set("srcset", next((found for found in sets if found), ""))
    for source in list(picture.iter("source")):
        source.drop_tag()  # libxml2 knows no end of it and puts the picture inside
    picture.drop_tag()


def _join_captions(tree: HtmlElement) -> None:
    for image in list(tree.iter("img")):
        frame = _frame_of(image)
        if frame is not None:
            _make_figure(frame)


def _frame_of(image: HtmlElement) -> HtmlElement | None:
    """Give the nearest element around the picture that holds its caption too, and no figure and nothing else."""
    for frame in islice(image.iterancestors(), _FRAMES):
        if frame.tag in {"figure", "body", "article", "main", "section", "td", "table", "ul", "ol"}:
            return None
        if len(frame.findall(".//img")) > 1:
            return None
        caption = _caption_in(frame)
        if caption is not None and frame.find(".//figure") is None:
            is_alone = len(text_of(frame)) <= len(text_of(caption)) + 80
            return frame if is_alone else None
    return None


def _caption_in(frame: HtmlElement) -> HtmlElement | None:
    for element in elements_of(frame):
        if element is not frame and _CAPTION.search(words_in(element)) and element.find(".//img") is None:
            length = len(text_of(element))
            return element if 0 < length <= _CAPTION_CHARACTERS else None
    return None


def _make_figure(frame: HtmlElement) -> None:
    caption = _caption_in(frame)
    if caption is not None:
        frame.tag = "figure"
        caption.tag = "figcaption"
