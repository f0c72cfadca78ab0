"""Whether a text may stand on the screen as an article: what is too short, a list of links or a wall may not.

An article about cookies, captchas or errors has sentences about them, and long ones. A wall speaks of nothing else:
its phrases are in the greater part of its text, or it is short and has several of them, or it bears a wall's title.
"""

# ruff: noqa: RUF001  # the marks and letters are those of the languages that articles come in

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from kiosk.prepare.web.elements import one_line
from kiosk.prepare.web.page import NoArticle
from kiosk.prepare.web.walls import Wall, wall_called, walls_in

Reason: TypeAlias = Wall | Literal["title", "short", "links", "list"]

SHORTEST = 200
"""Characters; one of Chinese, Japanese or Korean says as much as two."""
MOST_LINKED = 0.5

_LONG = 1500
"""Characters from which on a text under a wall's title, or with an invitation to pay, is an article after all."""
_NO_WALL = 6000
"""Characters from which on nobody has written a wall."""
_STUB = 1200
_BRIEF = 600
_MOST_SPOKEN = 0.4
_SEVERAL = 3
_STUB_END = 2
_INVITATION = 250
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]")
_SENTENCE = re.compile(r"[^\n.!?。！？؟]+[.!?。！？؟]*")

SAID: Mapping[Reason, NoArticle] = {
    "title": NoArticle("has no title", "Name a page with one article, which has a heading"),
    "short": NoArticle(
        "has too little text for an article", "Name the page of one article; if a browser shows it there, the page is made by scripts, and its feed may help"
    ),
    "links": NoArticle("is mostly links to other pages", "Name the page of one article, or the site's feed"),
    "list": NoArticle("is a list of articles, not one of them", "Name the page of one article, or the site's feed"),
    "cookies": NoArticle("asks about cookies instead of showing an article", "Name the site's feed, or another source"),
    "paywall": NoArticle("shows only the beginning to those who do not pay", "Name a source that everybody may read"),
    "robot": NoArticle("asks whether it is a person who visits", "Name the site's feed, or ask the publisher to let the kiosk in"),
    "script": NoArticle("is made by scripts, which the kiosk does not run", "Name the site's feed, or another source"),
    "error": NoArticle("shows an error instead of an article", "Open the address in a browser and mend it; if it works there, wait for the next visit"),
    "login": NoArticle("asks to log in", "Name a page that everybody may read"),
    "portal": NoArticle("is the log-in page of a network", "Log in to the network on this computer, or ask who runs it to let the kiosk through"),
}  # fmt: skip  # one reason a line


def refusal(title: str, text: str, linked: float = 0.0) -> str:
    """Say why this is no article, "" when it may be shown; `linked` is the share of the text that is links.

    Paragraphs are lines of `text`. What comes back continues a sentence that begins with the article's address.
    """
    reason = reason_against(title, text, linked)
    return SAID[reason].what if reason else ""


def reason_against(title: str, text: str, linked: float = 0.0) -> Reason | None:
    wall = _wall(title, text)
    if wall is not None:
        return wall
    if not one_line(title):
        return "title"
    if length_of(text) < SHORTEST:
        return "short"
    return "links" if linked >= MOST_LINKED else None


def length_of(text: str) -> int:
    plain = one_line(text)
    return len(plain) + len(_WIDE.findall(plain))


def _wall(title: str, text: str) -> Wall | None:
    length = length_of(text)
    called = wall_called(title)
    spoken = walls_in(f"{title}\n{text}") if length < _NO_WALL else {}
    if called is not None and length < _LONG and (spoken or length < _BRIEF):
        return called
    if length < _STUB and _is_stub(text):
        return "paywall"
    if spoken and (_share(text) >= _MOST_SPOKEN or (length < _BRIEF and sum(spoken.values()) >= _SEVERAL)):
        return max(spoken, key=lambda wall: spoken[wall])
    return None


def _is_stub(text: str) -> bool:
    """Whether the last lines ask for money, once after the article's beginning."""
    lines = [line for line in text.split("\n") if line.strip()]
    ends = [line for line in lines[-_STUB_END:] if len(line) <= _INVITATION]
    return "paywall" in walls_in("\n".join(ends)) and len(lines) > 1


def _share(text: str) -> float:
    """Give the share of the text whose sentences speak as walls do."""
    sentences = [match[0].strip() for match in _SENTENCE.finditer(text) if match[0].strip()]
    spoken = sum(len(sentence) for sentence in sentences if walls_in(sentence))
    return spoken / (sum(len(sentence) for sentence in sentences) or 1)
