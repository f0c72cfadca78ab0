"""The article's title: the page's own word for it, without the name of the site."""

# ruff: noqa: RUF001  # the marks and letters are those of the languages that articles come in

import re
from html import unescape

from kiosk.prepare.web.elements import letters_of, one_line, text_of
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.headings import LONGEST, headings_of
from kiosk.prepare.web.json_ld import text_at

_SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/\\›>~_]+\s+|\s*[|｜_]\s*|\s+::\s+|(?<=\w):\s+")
_TAIL = re.compile(r"\s+[|·•»–—-]\s+|[|｜_]|-(?=[\u2e80-\u9fff]+$)")
_SITE_NAME = 30
_MARKUP = re.compile(r"<[^>]{1,200}>")
_NO_TITLES = frozenset(
    {"home", "index", "untitled", "untitleddocument", "news", "blog", "article", "homepage", "loading"}
)


def title_of(facts: Facts, publisher: str) -> str:
    """Give the title by trust: JSON-LD and Open Graph where the page shows it as a heading, then the heading."""
    headings = [text for text in headings_of(facts.tree) if letters_of(text) != letters_of(publisher)]
    said = [_plain(text) for text in _said(facts)]
    cut = [without_site(text, publisher, headings) for text in said]
    shown = [text for text in cut if letters_of(text) in {letters_of(heading) for heading in headings}]
    named = [heading for heading in headings if is_title(heading)]
    candidates = [*shown, *cut[:2], *(named[:1] if len(named) == 1 else ()), *cut[2:], *named]
    titles = [text for text in candidates if is_title(text)]
    return next((text for text in titles if letters_of(text) != letters_of(publisher)), next(iter(titles), ""))


def is_title(text: str) -> bool:
    return bool(letters_of(text)) and len(text) <= LONGEST and letters_of(text) not in _NO_TITLES


def without_site(title: str, publisher: str, headings: list[str]) -> str:
    """Cut the site's name off: what a heading has not, or what is the publisher's name."""
    for heading in headings:
        if len(letters_of(heading)) >= 8 and letters_of(heading) in letters_of(title):  # noqa: PLR2004  # no chance word
            return heading
    parts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(title)]
    name = letters_of(publisher)
    for start, end in reversed(parts):
        tail, head = letters_of(title[end:]), letters_of(title[:start])
        if name and (tail == name or tail.startswith(name) or (tail and name.startswith(tail) and len(tail) > 3)):  # noqa: PLR2004
            return without_site(title[:start].strip(), publisher, [])
        if name and head == name:
            return title[end:].strip()
    return title


def _without_tail(title: str) -> str:
    """Cut off what stands last behind a mark that sites put before their name, where more stands before it."""
    head, mark, tail = _cut_last(title)
    is_short = len(tail) <= _SITE_NAME and len(letters_of(head)) > len(letters_of(tail))
    return _without_tail(head) if mark and is_short else title


def _cut_last(title: str) -> tuple[str, str, str]:
    matches = list(_TAIL.finditer(title))
    if not matches:
        return title, "", ""
    last = matches[-1]
    return title[: last.start()].strip(), last[0], title[last.end() :].strip()


def _said(facts: Facts) -> list[str]:
    head = facts.tree.find(".//title")
    return [
        text_at(facts.article, "headline", "name"),
        facts.meta("og:title"),
        facts.meta(
            "citation_title", "articletitle", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline"
        ),
        facts.meta("twitter:title", "twitter:text:title", "title"),
        _without_tail(text_of(head)) if head is not None else "",
    ]


def _plain(text: str) -> str:
    return one_line(_MARKUP.sub(" ", unescape(text))) if text else ""
