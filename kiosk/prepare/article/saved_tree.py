"""The tree of a file that a program saved: its title is taken out, the rest is handed on as HTML."""

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.html.tidy import leads_back
from kiosk.prepare.sanitise import clean_text


def taken_title(part: lxml.html.HtmlElement) -> str:
    """Give the words of the first heading of the highest level, which leaves the page; "" for none."""
    for element in part.iter("h1", "p"):
        is_title = element.tag == "h1" or element.get("class") == "MsoTitle"
        if is_title and (words := heading_words(element)):
            element.drop_tree()
            return words
    return ""


def heading_words(heading: lxml.html.HtmlElement) -> str:
    """Give the words without the mark that leads to the heading itself."""
    for link in list(heading.iter("a")):
        if leads_back(link):
            link.drop_tree()
    return one_line(heading.text_content())


def inner_html(part: lxml.html.HtmlElement) -> str:
    return str(lxml.html.tostring(part, encoding="unicode", with_tail=False))


def one_line(text: str) -> str:
    return " ".join(clean_text(text).split())
