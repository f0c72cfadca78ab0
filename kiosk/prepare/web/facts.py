"""All that a page says about itself in places made for machines, collected before anything is taken out of it."""

from dataclasses import dataclass
from urllib.parse import urljoin

from kiosk.prepare.web.elements import HtmlElement, one_line
from kiosk.prepare.web.json_ld import Thing, articles_among, things_of

_MOST_METAS = 400


@dataclass(frozen=True, slots=True)
class Facts:
    """`article` is the JSON-LD of the page's article, empty for none; `metas` are by name in small letters."""

    url: str
    tree: HtmlElement
    things: tuple[Thing, ...]
    article: Thing
    metas: dict[str, tuple[str, ...]]

    def meta(self, *names: str) -> str:
        """Give the first value of the first of the names that the page has."""
        return next((values[0] for name in names if (values := self.metas.get(name))), "")

    def absolute(self, address: str) -> str:
        try:
            return urljoin(self.url, address.strip())
        except ValueError:  # brackets that hold no IPv6 address
            return ""


def facts_of(tree: HtmlElement, url: str) -> Facts:
    """Give what the page says; addresses are taken relative to its `base`."""
    things = things_of(tree)
    base = next((element.get("href", "") for element in tree.iter("base") if element.get("href")), "")
    outer = Facts(url, tree, things, _main(articles_among(things)), _metas(tree))
    absolute = outer.absolute(base) if base else url
    return Facts(
        absolute if absolute.startswith(("https://", "http://")) else url, tree, things, outer.article, outer.metas
    )


def _main(articles: tuple[Thing, ...]) -> Thing:
    """Give the article that says the most: lists of other articles give little more than their titles."""
    return max(articles, key=_told, default={})


def _told(article: Thing) -> int:
    keys = ("headline", "articleBody", "datePublished", "author", "mainEntityOfPage", "publisher", "image")
    return sum(1 for key in keys if article.get(key))


def _metas(tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for meta in list(tree.iter("meta"))[:_MOST_METAS]:
        content = one_line(meta.get("content", ""))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in meta.get(attribute, "").lower().split():
                if content:
                    found[name] = (*found.get(name, ()), content)
    return found
