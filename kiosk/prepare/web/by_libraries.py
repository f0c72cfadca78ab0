"""What trafilatura and readability say is the article, as plain text; "" where they give up.

Both get elements, never text: htmldate, which trafilatura brings, would fetch a text that looks like an address.
"""

import logging
from copy import deepcopy

from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml has no types
from lxml.html import fragment_fromstring  # type: ignore[import-untyped]  # nor has this
from readability import Document  # type: ignore[import-untyped]  # nor has readability
from readability.readability import Unparseable  # type: ignore[import-untyped]  # nor has this
from trafilatura import bare_extraction

from kiosk.prepare.web.elements import HtmlElement

_MOST_CHILDREN = 3000
"""Of one paragraph; trafilatura's time grows with their square, to half a minute at 20,000."""

_FAULTS = (LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, AssertionError)

for _name in ("trafilatura", "readability", "htmldate", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def by_trafilatura(tree: HtmlElement) -> str:
    if any(len(block) > _MOST_CHILDREN for block in tree.iter("p", "div", "span", "td", "li", "blockquote", "pre")):
        return ""
    try:
        found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True, deduplicate=False)
    except _FAULTS:
        return ""
    return "\n".join(found.body.itertext()) if found is not None and not isinstance(found, dict) else ""


def by_readability(tree: HtmlElement) -> str:
    try:
        html = Document(deepcopy(tree)).summary(html_partial=True)
        return "\n".join(fragment_fromstring(html, create_parent="div").itertext())
    except (Unparseable, *_FAULTS):
        return ""
