"""Big first letters that a page keeps in a box of their own, apart from the rest of their word."""

import re

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

_MARKED = re.compile(r"drop[-_]?cap|first[-_]?letter|initial[-_]?letter", re.IGNORECASE)
_BOXES = frozenset({"p", "div"})
_LONGEST = 2
"""Characters: a quotation mark and its letter."""


def join_first_letters(body: lxml.html.HtmlElement) -> None:
    """Put each such letter before the paragraph that follows it; one within its paragraph stands well as it is."""
    for box in [each for each in body.iter(*_BOXES) if _MARKED.search(each.get("class") or "")]:
        letter, paragraph = box.text_content().strip(), box.getnext()
        if 0 < len(letter) <= _LONGEST and paragraph is not None and paragraph.tag in _BOXES:
            paragraph.text = letter + _after_line_feeds(paragraph.text or "")
            box.drop_tree()


def _after_line_feeds(text: str) -> str:
    """Take away the indent of the page's source; a space that was written stays, for the letter may be a word."""
    blanks = text[: len(text) - len(text.lstrip())]
    return text.lstrip() if "\n" in blanks else text
