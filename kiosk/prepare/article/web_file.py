"""Web pages as files: what a browser saved, what Word exported, what staff wrote themselves."""

from datetime import date
from pathlib import Path

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

from kiosk.edition import links
from kiosk.edition.model import Takeaway
from kiosk.prepare.article.foreign import foreign_kind
from kiosk.prepare.article.furniture import article_in, drop_furniture, is_of_a_site, main_element
from kiosk.prepare.article.language import Unknown, language_tag
from kiosk.prepare.article.particulars import LONGEST, Particulars
from kiosk.prepare.article.said_again import drop_by_line
from kiosk.prepare.article.saved import Saved
from kiosk.prepare.article.saved_tree import heading_words, inner_html, one_line, taken_title
from kiosk.prepare.article.text import Missing, Unreadable, content_of
from kiosk.prepare.html.decode import Undecodable, decode_html
from kiosk.prepare.html.tree import LARGEST_PAGE, TooIntricate, parse_html
from kiosk.prepare.qr import TooLongError, takeaway
from kiosk.prepare.web.byline import author_of, publisher_of
from kiosk.prepare.web.facts import Facts, facts_of
from kiosk.prepare.web.json_ld import text_at
from kiosk.prepare.web.title import title_of

_ONLY_THE_WORDS = "Copy the article's words into Word, and save them as a Word document (.docx)"


def read_web_file(file: Path) -> Saved | Missing | Unreadable:
    content = content_of(file, LARGEST_PAGE)
    if not isinstance(content, bytes):
        return content
    if foreign := foreign_kind(content):
        return Unreadable(foreign.what, foreign.cure)
    text = decode_html(content, "")
    if isinstance(text, Undecodable):
        return Unreadable(text.what, text.cure)
    root = parse_html(text)
    return Unreadable(root.what, _ONLY_THE_WORDS) if isinstance(root, TooIntricate) else _saved(root)


def _saved(root: lxml.html.HtmlElement) -> Saved:
    body = root.find("body")
    if body is None:
        return Saved("", _particulars(root, "", None))
    if is_of_a_site(root):
        return _saved_of_site(root, body)
    part = main_element(body)
    title = taken_title(part) or _confirmed_title(part, _page_title(root, _meta(root))) or taken_title(body)
    return Saved(inner_html(part), _particulars(root, title, None))


def _saved_of_site(root: lxml.html.HtmlElement, body: lxml.html.HtmlElement) -> Saved:
    """Leave out what the page marks as its site's, and ask the reader of foreign pages who wrote it and how it is called."""
    facts = facts_of(root, "")
    given = _particulars(root, title_of(facts, publisher_of(facts)), facts)
    drop_furniture(body)
    part = article_in(main_element(body))
    _drop_heading(part, given.title)
    drop_by_line(part, given.author)
    return Saved(inner_html(part), given)


def _drop_heading(part: lxml.html.HtmlElement, title: str) -> None:
    """Take the title out of the text, where it stands there as a heading."""
    for heading in part.iter("h1", "h2", "h3"):
        if heading_words(heading).casefold() == title.casefold():
            heading.drop_tree()
            return


def _confirmed_title(part: lxml.html.HtmlElement, page_title: str) -> str:
    """Give the words of the first heading if the page's own title begins with them; it then leaves the page."""
    heading = next(part.iter("h2", "h3"), None)
    words = "" if heading is None else heading_words(heading)
    if heading is None or not words or not page_title.casefold().startswith(words.casefold()):
        return ""
    heading.drop_tree()
    return words


def _particulars(root: lxml.html.HtmlElement, title: str, facts: Facts | None) -> Particulars:
    """Give what the page tells; `facts` are those of a page of a site."""
    told = _meta(root)
    publisher = _fitted("publisher", publisher_of(facts) if facts else told.get("og:site_name", ""))
    tag = language_tag(root.get("lang") or "")
    return Particulars(
        title=title or _without_site(_page_title(root, told), publisher),
        publisher=publisher,
        author=_fitted("author", author_of(facts) if facts else told.get("author", "")),
        caption="",
        alt="",
        summary="",
        language="" if isinstance(tag, Unknown) else tag,
        published=_day(
            told.get("article:published_time")
            or (text_at(facts.article, "datePublished") if facts else "")
            or told.get("date")
            or ""
        ),
        source=_canonical(root),
    )


def _meta(root: lxml.html.HtmlElement) -> dict[str, str]:
    told: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        told.setdefault(name, (meta.get("content") or "").strip())
    return told


def _page_title(root: lxml.html.HtmlElement, told: dict[str, str]) -> str:
    element = root.find(".//head/title")
    title = told.get("og:title") or ("" if element is None else element.text_content())
    return "" if title.startswith("Microsoft Word - ") else one_line(title)


def _without_site(title: str, site: str) -> str:
    """Take the site's name from the end of a page's title, where it is known."""
    return title.removesuffix(site).rstrip(" |-\u2013\u2014·:") if site and title != site else title


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _canonical(root: lxml.html.HtmlElement) -> Takeaway | None:
    address = next((link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"), "")
    link = links.web(address)
    try:
        return None if isinstance(link, links.Refused) else takeaway(link)
    except TooLongError:
        return None


def _fitted(key: str, text: str) -> str:
    words = one_line(text)
    return words if len(words) <= LONGEST[key] else words[: LONGEST[key] - 1].rstrip() + "…"
