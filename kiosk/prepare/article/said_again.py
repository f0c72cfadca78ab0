"""The by-line in a page's text, which the screen has under the title already."""

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.elements import letters_of

_LONGEST_REST = 12
"""Letters beside the names: "By", "and", "Text von"."""

_FIRST_WORDS = 80
"""Letters; the article has begun with a paragraph of so many."""


def drop_by_line(part: lxml.html.HtmlElement, author: str) -> None:
    """Take out what stands before the article's first paragraph and says nothing but the names of its authors."""
    names = [letters_of(name) for name in author.split(", ") if letters_of(name)]
    for element in part.iter("p", "div", "address", "li") if names else ():
        letters = letters_of(element.text_content())
        if element.tag == "p" and len(letters) > _FIRST_WORDS:
            return
        if all(name in letters for name in names) and len(letters) - sum(map(len, names)) <= _LONGEST_REST:
            element.drop_tree()
            return
