"""The headings of a page that may be its article's title, the likeliest first."""

import re

from kiosk.prepare.web.elements import HtmlElement, text_of, words_in

LONGEST = 300

_NAMED = re.compile(
    r"(?<![a-z])(entry|post|article|story|page|node)?[-_]*(title|titre|headline)(?![a-z])", re.IGNORECASE
)
_OF_SITE = re.compile(r"site|blog-?title|brand|logo|masthead|widget|comment|related|sidebar", re.IGNORECASE)
_HOST_ONLY = re.compile(r"(https?://[^/?#]+)?/?(index\.\w+)?")


def headings_of(tree: HtmlElement) -> list[str]:
    """Give those that are marked as the headline, then those of the highest level; not the site's own name."""
    marked = tree.xpath("//*[@itemprop='headline' or @itemprop='name headline' or contains(@class,'entry-title')]")
    named = [element for element in tree.iter("h1", "h2", "h3") if _NAMED.search(words_in(element))]
    first = [element for element in named if element.tag == "h1"] or named[:1]
    found = [*marked, *first, *tree.iter("h1")]
    shown = [element for element in found if element.tag != "meta" and not _is_of_site(element)]
    texts = dict.fromkeys(text_of(element) for element in shown)
    return [text for text in texts if text and len(text) <= LONGEST]


def _is_of_site(heading: HtmlElement) -> bool:
    links = [link.get("href", "") for link in heading.iter("a")]
    return bool(_OF_SITE.search(words_in(heading))) or (
        bool(links) and all(_HOST_ONLY.fullmatch(link) for link in links)
    )
