"""What a page's header and its first bytes say about its encoding (WHATWG HTML, 13.2.3)."""

import codecs
import re
from collections.abc import Iterator

from kiosk.prepare.html.encodings import codec_of

PRESCANNED = 1024
"""Bytes in which a page must have told its encoding."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
)
_IN_HEADER = re.compile(r""";\s*charset\s*=\s*("[^"]*"|'[^']*'|[^\s;]*)""", re.IGNORECASE)
_IN_CONTENT = re.compile(r"""charset\s*=\s*("[^"]*"|'[^']*'|[^\s;"']*)""", re.IGNORECASE)
_IN_XML = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']""")
_ATTRIBUTES = rb"""(?:[^>"']|"[^"]*"|'[^']*')*+"""
_PIECE = re.compile(
    rb"<!--.*?(?:-->|$)|<meta[\s/](?P<meta>" + _ATTRIBUTES + rb")>|</?[a-z]" + _ATTRIBUTES + rb">|<[!/?][^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"""([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")


def byte_order_mark(content: bytes) -> str:
    return next((codec for mark, codec in _BYTE_ORDER_MARKS if content.startswith(mark)), "")


def in_header(content_type: str) -> str:
    """Give the codec that a Content-Type header names, "" for none."""
    found = _IN_HEADER.search(content_type)
    return codec_of(found[1].strip("\"'")) if found else ""


def in_page(content: bytes) -> str:
    """Give the codec that the page itself names, "" for none; who can be read as ASCII is no UTF-16, whatever it says."""
    start = content[:PRESCANNED]
    codec = next(_named_by_meta(start), "") or _named_by_xml(start)
    return "utf-8" if codec.startswith("utf-16") else codec


def _named_by_meta(start: bytes) -> Iterator[str]:
    for piece in _PIECE.finditer(start):
        if piece["meta"] is not None and (codec := codec_of(_label(piece["meta"]))):
            yield codec


def _label(attributes: bytes) -> str:
    given: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(attributes):
        given.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip("\"'"))
    if "charset" in given:
        return given["charset"]
    if given.get("http-equiv", "").lower() != "content-type":
        return ""
    found = _IN_CONTENT.search(given.get("content", ""))
    return found[1].strip("\"'") if found else ""


def _named_by_xml(start: bytes) -> str:
    found = _IN_XML.match(start)
    return codec_of(found[1].decode("latin-1")) if found else ""
