"""Plain text of what feeds call text: HTML, escaped HTML, or just text, which RSS leaves to the reader to guess."""

import re
from html import escape, unescape

import nh3

from kiosk.prepare.sanitise import clean_text

LONGEST_TITLE = 300
LONGEST_SUMMARY = 600
LONGEST_NAME = 200
_MARKUP_PER_TEXT = 5
"""So many times longer than what is left of it may a text with markup be; more would be slow and is never shown."""

_LONGEST_ENTITY = 32
_ENOUGH_TO_GUESS = 20_000

_INLINE = "a|abbr|b|bdi|bdo|big|br|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|tt|u|wbr"
_BLOCK = "address|article|blockquote|dd|div|dl|dt|figure|figcaption|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul"
_DANGER = "embed|form|iframe|link|meta|object|script|style|svg|video|audio"
_NAME = f"(?:{_INLINE}|{_BLOCK}|{_DANGER})"
_MARKUP = re.compile(rf"</[a-z]|<{_NAME}(?:\s*/?>|\s+[\w:-]+\s*=)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK = re.compile(rf"(?=</?(?:br|{_BLOCK})\b)", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"""<(/?[a-z][a-z0-9]*+)(?:[^<>"]++|"[^"<]*+")*+>""", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")


def looks_like_html(text: str) -> bool:
    """Guess as a person would: "a < b" and "the <T> type" are text, "<b>a</b>" and "a &amp; b" are HTML."""
    return bool(_ENTITY.search(text, 0, _ENOUGH_TO_GUESS) or _MARKUP.search(text, 0, _ENOUGH_TO_GUESS))


def plain_text(text: str, most: int) -> str:
    """Give text that may be HTML as one plain line of at most `most` characters."""
    part = text[: most * _MARKUP_PER_TEXT]
    return plain_html(text, most) if looks_like_html(part) else one_line(part, most)


def plain_html(html: str, most: int) -> str:
    """Give HTML as one plain line of at most `most` characters."""
    return one_line(_text(_beginning(html, most * _MARKUP_PER_TEXT)), most)


def _beginning(html: str, length: int) -> str:
    """Give the first characters of long HTML without attributes, and without a tag or an entity that is cut through."""
    if len(html) <= length:
        return html
    part = _ATTRIBUTES.sub(r"<\1>", html[:_ENOUGH_TO_GUESS])[:length]
    tag, entity = part.rfind("<"), part.rfind("&", length - _LONGEST_ENTITY)
    whole = part if tag < part.rfind(">") or tag < 0 else part[:tag]
    return whole if entity < part.rfind(";") or entity < 0 else whole[:entity]


def _text(html: str) -> str:
    """Give what HTML says, its entities decoded once; what stands in scripts and styles is gone."""
    apart = _BREAK.sub(" ", html)
    return unescape(nh3.clean(apart, tags=set(), clean_content_tags={"script", "style", "iframe", "object", "svg"}))


def one_line(text: str, most: int) -> str:
    """Give clean text without line feeds, shortened at a word where it is too long."""
    line = " ".join(clean_text(text).split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    is_cut_through = line[most - 1] != " " and " " in cut[most // 2 :]
    whole = cut.rpartition(" ")[0] if is_cut_through else cut
    return clean_text(whole.rstrip(" ,;:.-\u2013\u2014")) + "…"


def html_of_text(text: str) -> str:
    """Give plain text as HTML, with a paragraph for each and line breaks kept."""
    paragraphs = (escape(part.strip(), quote=False) for part in _PARAGRAPH.split(text) if part.strip())
    return "".join(f"<p>{part}</p>" for part in paragraphs).replace("\n", "<br>")


def length_of_text(html: str) -> int:
    """Tell roughly how many characters of HTML are to be read, in a time that grows with its length alone."""
    return len(" ".join(_ANY_TAG.sub(" ", html).split()))
