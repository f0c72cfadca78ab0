"""The picture above the article, with what its place in the page says of it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from kiosk.prepare.web.elements import HtmlElement, letters_of, text_of
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.json_ld import Json, text_at
from kiosk.prepare.web.page import Lead

_NO_PHOTOGRAPH = re.compile(
    r"logo|placeholder|fallback|avatar|gravatar|sprite|favicon|icon[-_.]|[-_]icon|default[-_]?(image|img|share|og|social|thumb)|(share|social|og|site)[-_]?(default|image|card)\b"
    r"|blank\.|spacer|no[-_]?image|no[-_]?photo|\.svg(\?|$)|1x1|apple-touch",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"[-_@]?(\d{2,4}x\d{2,4}|\d+w|\d+x|scaled|large|medium|small|thumb(nail)?|crop(ped)?|resized?)(?=[-_.@]|$)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\.(jpe?g|png|webp|gif|avif)", re.IGNORECASE)
_SMALLEST = 200
"""Pixels of a side: below it is a sign, not a picture to open an article with."""
_TELLING = 6


def lead_of(facts: Facts) -> Lead | None:
    """Give the picture by trust: JSON-LD, Open Graph, Twitter."""
    addresses = (facts.absolute(address) for address in _said(facts) if address.strip())
    address = next((found for found in addresses if is_photograph(found)), "")
    if not address:
        return None
    shown = next((image for image in facts.tree.iter("img") if is_same(image.get("src", ""), address)), None)
    alt = facts.meta("og:image:alt", "twitter:image:alt")
    if shown is None:
        return Lead(address, alt, _caption(facts.article.get("image")))
    return Lead(address, shown.get("alt", "").strip() or alt, caption_of(shown) or _caption(facts.article.get("image")))


def is_photograph(address: str) -> bool:
    return address.startswith(("https://", "http://")) and not _NO_PHOTOGRAPH.search(path_of(address))


def is_same(one: str, other: str) -> bool:
    """Whether two addresses are of one picture in two sizes."""
    return bool(one) and (one == other or (_key(one) == _key(other) and len(_key(one)) >= _TELLING))


def path_of(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _key(address: str) -> str:
    pieces = [_SUFFIX.sub("", _SIZE.sub("", piece)) for piece in unquote(path_of(address)).split("/") if piece]
    last = letters_of(pieces[-1]) if pieces else ""
    return last if len(last) >= 2 * _TELLING else "".join(letters_of(piece) for piece in pieces[-2:])


def _said(facts: Facts) -> Iterator[str]:
    yield from _addresses(facts.article.get("image"))
    yield from _addresses(facts.article.get("thumbnailUrl"))
    if not _is_small(facts.meta("og:image:width")):
        yield facts.meta("og:image:secure_url", "og:image", "og:image:url")
    yield facts.meta("twitter:image", "twitter:image:src", "image", "parsely-image-url", "sailthru.image.full")


def _addresses(value: Json) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for part in value:
                yield from _addresses(part)
        case dict() if not _is_small(str(value.get("width", ""))):
            yield text_at(value, "url", "contentUrl", "@id")


def _is_small(width: str) -> bool:
    digits = re.match(r"\d+", width)
    return bool(digits) and int(digits[0]) < _SMALLEST  # type: ignore[index]  # bool() has looked


def _caption(value: Json) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return text_at(first, "caption") if isinstance(first, dict) else ""


def caption_of(image: HtmlElement) -> str:
    figure = next((ancestor for ancestor in image.iterancestors() if ancestor.tag == "figure"), None)
    caption = figure.find(".//figcaption") if figure is not None else None
    return text_of(caption) if caption is not None else ""
