"""Which elements of a page are blocks of text, and the plain text of an element."""

import re
from collections.abc import Iterator
from typing import TypeAlias

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

HtmlElement: TypeAlias = lxml.html.HtmlElement

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip  # a list to look through, not a column
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_SPACE = re.compile(r"\s+")
_NOTHING = re.compile(r"\W+")


def elements_of(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Give the elements in the order of the page, without comments and processing instructions."""
    return (element for element in tree.iter() if isinstance(element.tag, str))


def text_of(element: HtmlElement) -> str:
    """Give the text in one line."""
    return one_line("".join(element.itertext()))


def one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def letters_of(text: str) -> str:
    """Give only letters and digits, in small letters: what two writings of one text have in common."""
    return _NOTHING.sub("", text).lower()


def words_in(element: HtmlElement) -> str:
    """Give what site builders call it: its class, id and role in small letters, one space between words."""
    return " ".join(element.get(name, "") for name in ("class", "id", "role", "data-testid", "data-component"))


def remove(element: HtmlElement) -> None:
    """Take an element out of its page and leave the text behind it."""
    if element.getparent() is not None:
        element.drop_tree()
