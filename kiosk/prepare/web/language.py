"""The language that a page says it is in, as a tag of BCP 47."""

from kiosk.prepare.article.language import Unknown, language_tag
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.json_ld import text_at


def language_of(facts: Facts) -> str:
    """Give the tag by trust: of the html element, JSON-LD, Open Graph, then the header that meta repeats."""
    html = next(iter(facts.tree.iter("html")), facts.tree)
    said = (
        html.get("lang", ""),
        html.get("{http://www.w3.org/XML/1998/namespace}lang", "") or html.get("xml:lang", ""),
        text_at(facts.article, "inLanguage"),
        facts.meta("og:locale", "article:language", "language", "dc.language", "dcterms.language"),
        facts.meta("content-language"),
    )
    tags = (language_tag(text.split(",")[0].split(".")[0]) for text in said if text)
    return next((tag for tag in tags if not isinstance(tag, Unknown)), "")
