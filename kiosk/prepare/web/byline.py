"""Who wrote the article, and who publishes it."""

# ruff: noqa: RUF001  # the marks and letters are those of the languages that articles come in

import re
from collections.abc import Iterator

from kiosk.prepare.web.elements import letters_of, one_line, text_of, words_in
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.headings import headings_of
from kiosk.prepare.web.json_ld import Json, Thing, text_at, texts_in, types_of

_BEFORE = re.compile(
    r"^(?:(?:written|posted|published|words?|story|text|reported|report|compiled) by|by|from|author|authors|byline|par|publié par|écrit par|auteur"
    r"|von|text von|autor(?:in)?|por|escrito por|publicado por|autores?|texto|di|door|av|af|imeandikwa na|na|mwandishi|yakanyorwa na|nguye?"
    r"|автор|авторы|текст|بقلم|كتب|كتبت|كاتب|الكاتب|作者|记者|文|撰文|撰稿|本报记者)(?:\s*[:：/|–-]\s*|\s+|(?<=[\u2e80-\u9fff])(?=[\u2e80-\u9fff]))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[|•·–—/]|发布时间|责任编辑|\s关注$|阅读|,?\s+(?:\d{1,2}[./ ]|(?:updated|published|posted|on)\b)|\b\d{4}\b|\(?@\w|\bcorrespondent\b).*$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"https?:|www\.|@|\.(com|org|net|html?)\b|^(admin|administrator|editor|editors|staff|webmaster|user|root|unknown|author|null|none|undefined|name|email|责任编辑.*|编辑.*|redaktion|rédaction|redacción|redação)$",
    re.IGNORECASE,
)
_CLASSES = re.compile(
    r"(?<![a-z])(by-?line|author|article-author|post-author|entry-author|writer|auteur|autor|reporter|p-author)(?![a-z]*(bio|box|avatar|image|photo|social|desc))",
    re.IGNORECASE,
)
_LONGEST = 80
_MOST = 6
_SITES = frozenset({"website", "organization", "newsmediaorganization"})
_SITE_METAS = (
    "og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "copyright-holder",
)  # fmt: skip  # a list to look through, not a column
_MARKS = " ,;:|-–—·•\u200e\u200f\u00a0"
_HEADING = 8
_SITE_NAME = 40
_MARK = re.compile(r"^\s*[|\-–—·•»«:/›~_]|[|\-–—·•»«:/›~_]\s*$")


def author_of(facts: Facts) -> str:
    """Give the authors by trust: JSON-LD, meta, microdata and rel=author, then what is called a by-line."""
    for names in (_in_article(facts), _in_metas(facts), _marked(facts), _named(facts)):
        people = list(dict.fromkeys(person for name in names for person in people_in(name)))
        if people and letters_of(people[0]) != letters_of(publisher_of(facts)):
            return ", ".join(people[:_MOST])
    return ""


def people_in(text: str) -> list[str]:
    """Give the names in a by-line, without "By", places, dates and addresses."""
    if _NO_PERSON.search(text.strip()) or re.match(r"\W*\d", text):
        return []
    name = _AFTER.sub("", _BEFORE.sub("", one_line(text).strip(_MARKS)))
    name = _BEFORE.sub("", name).strip(_MARKS)
    if (
        not letters_of(name)
        or len(name) > _LONGEST
        or _NO_PERSON.search(name)
        or not re.search(r"[^\W\d_]{2}|[\u2e80-\u9fff]", name)
    ):
        return []
    return [name]


def publisher_of(facts: Facts) -> str:
    """Give the publisher by trust: JSON-LD, the site's name in meta, the application's, what stands beside the title."""
    sites = (thing for thing in facts.things if types_of(thing) & _SITES)
    names = (
        text_at(facts.article, "publisher", "sourceOrganization", "provider"),
        facts.meta(*_SITE_METAS),
        next((text_at(thing, "name") for thing in sites), ""),
        facts.meta("application-name", "apple-mobile-web-app-title"),
        _beside_title(facts),
    )
    return next((one_line(name) for name in names if name and _is_name(name)), "")


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST and not text.startswith(("http:", "https:", "/"))


def _beside_title(facts: Facts) -> str:
    """Give what the page's title has besides its heading: the name of the site."""
    head = facts.tree.find(".//title")
    title = text_of(head) if head is not None else ""
    for heading in headings_of(facts.tree):
        before, found, after = title.partition(heading)
        rest = (before or after).strip(" |-–—·•»«:/›~_\u00a0")
        if found and len(letters_of(found)) >= _HEADING and not (before and after) and _MARK.search(before or after):
            return rest if len(rest) <= _SITE_NAME else ""
    return ""


def _in_article(facts: Facts) -> Iterator[str]:
    for key in ("author", "creator"):
        yield from _persons(facts.article.get(key), facts.things)


def _persons(value: Json, things: tuple[Thing, ...]) -> Iterator[str]:
    match value:
        case list():
            for part in value:
                yield from _persons(part, things)
        case dict() if not value.get("name") and value.get("@id"):
            same = (thing for thing in things if thing.get("@id") == value["@id"] and thing.get("name"))
            yield from texts_in(next((thing["name"] for thing in same), None))
        case dict():
            yield from texts_in(value.get("name"))
        case _:
            yield from texts_in(value)


def _in_metas(facts: Facts) -> Iterator[str]:
    for name in ("article:author", "author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author",
                 "sailthru.author", "byl", "article:author_name", "twitter:data1" if "written" in facts.meta("twitter:label1").lower() else ""):  # fmt: skip
        values = facts.metas.get(name, ())
        if any(people_in(value) for value in values):
            yield from values
            return


def _marked(facts: Facts) -> Iterator[str]:
    marked = facts.tree.xpath("//*[@itemprop='author' or contains(concat(' ',@rel,' '),' author ')]")
    for element in marked[:_MOST]:
        if element.tag not in {"link", "meta"}:
            inner = element.xpath(".//*[@itemprop='name']")
            yield text_of(inner[0]) if inner and inner[0].tag != "meta" else text_of(element)


def _named(facts: Facts) -> Iterator[str]:
    for element in facts.tree.iter("p", "div", "span", "a", "address", "li", "cite", "strong"):
        if _CLASSES.search(words_in(element)):
            text = text_of(element)
            if people_in(text):
                yield text
                return
