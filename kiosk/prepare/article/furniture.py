"""What a page itself marks as standing around its article: by elements and roles, never by what its builder called it.

A page of somebody's own, made by hand or by a program for letters, has no such marks and loses nothing.
"""

import lxml.html  # type: ignore[import-untyped]  # lxml has no types

SHORTEST_MAIN_PART = 200
"""Characters; less is not the article, whatever the page calls it."""

_SHARE = 0.3
"""Of the letters that are left without the furniture: comments and further headlines may be more than the article."""

_ABOVE_OTHERS = 4
"""How many times longer the article is than all the others together that lead to further pages."""

MENU = 3
"""Links in a header or a footer: whoever writes a page by hand puts one or two there, to write to or to call."""

_TOLD_TO_MACHINES = (
    ".//nav | .//*[@role='navigation'] | .//link[@rel='canonical'] | .//meta[starts-with(@property, 'og:')]"
    " | .//script[@type='application/ld+json']"
)
_ANYWHERE = ("navigation", "banner", "contentinfo", "search")
_AROUND = ("header", "footer", "aside")
_INNER = frozenset({"article", "main", "section", "blockquote", "figure", "td"})
"""In these a header, a footer or an aside belongs to the part, as HTML has it, and not to the page."""


def is_of_a_site(root: lxml.html.HtmlElement) -> bool:
    """Tell a page that has others beside it: it has a menu, or says to machines what it is."""
    return bool(root.xpath(_TOLD_TO_MACHINES)) or any(
        len(element.xpath(".//a[@href]")) >= MENU and not _is_inside(element) for element in root.iter(*_AROUND)
    )


def drop_furniture(body: lxml.html.HtmlElement) -> None:
    """Take away what a page of a site repeats on each of its pages."""
    for element in list(body.iterdescendants()):
        if _is_furniture(element):
            element.drop_tree()


def main_element(body: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Give the element that says it is the page's main part, the whole body where none does."""
    named = [*body.iter("main"), *body.xpath(".//*[@role='main']")]
    return next((part for part in named if _letters(part) >= SHORTEST_MAIN_PART), body)


def article_in(main: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Give the article of a part of a page, or the part where there are several, or where it is little of it."""
    articles = main.xpath(".//article[not(ancestor::article)]")
    first = max(articles, key=_letters, default=main)
    others = sum(_letters(article) for article in articles if article is not first)
    enough = max(SHORTEST_MAIN_PART, _letters(main) * _SHARE, others * _ABOVE_OTHERS)
    return first if _letters(first) >= enough else main


def _is_furniture(element: lxml.html.HtmlElement) -> bool:
    if element.get("role") in _ANYWHERE or element.tag == "nav":
        return not _holds_article(element)
    is_around = element.tag in _AROUND or element.get("role") == "complementary"
    return is_around and not _is_inside(element) and not _holds_article(element)


def _is_inside(element: lxml.html.HtmlElement) -> bool:
    return any(around.tag in _INNER or around.get("role") == "main" for around in element.iterancestors())


def _holds_article(element: lxml.html.HtmlElement) -> bool:
    return bool(element.xpath(".//article | .//main | .//*[@role='main']"))


def _letters(part: lxml.html.HtmlElement) -> int:
    return sum(len(text.strip()) for text in part.xpath(".//text()[not(ancestor::script) and not(ancestor::style)]"))
