"""The by-line in a page's text, which the screen has under the title already."""

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.elements import letters_of

_MOST_OTHER_WORDS = 2
"""Beside the names: "By", "and", "Text von"."""

_ENDS_OF_SENTENCES = (".", "!", "?", "…", "。")

_FIRST_WORDS = 80
"""Letters; the article has begun with a paragraph of so many."""


def drop_by_line(part: lxml.html.HtmlElement, author: str) -> None:
    """Take out what stands before the article's first paragraph and says nothing but the names of its authors."""
    names = [words for name in author.split(", ") if (words := _words(name))]
    for element in part.iter("p", "div", "address", "li") if names else ():
        text = element.text_content()
        if element.tag == "p" and len(letters_of(text)) > _FIRST_WORDS:
            return
        if not text.rstrip().endswith(_ENDS_OF_SENTENCES) and _says_only(_words(text), names):
            element.drop_tree()
            return


def _says_only(words: list[str], names: list[list[str]]) -> bool:
    """Compare whole words: Ann has not written "Annual meeting"."""
    line = f" {' '.join(words)} "
    others = len(words) - sum(map(len, names))
    return others <= _MOST_OTHER_WORDS and all(f" {' '.join(name)} " in line for name in names)


def _words(text: str) -> list[str]:
    return [letters for word in text.split() if (letters := letters_of(word))]
