"""Several opinions on which units of a page are its article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.by_libraries import by_readability, by_trafilatura
from kiosk.prepare.web.elements import HtmlElement, words_in
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.json_ld import text_at
from kiosk.prepare.web.selection import Selection, filled, told_by
from kiosk.prepare.web.units import Unit

_CONTAINERS = frozenset(
    {
        "articlebody", "article-body", "article__body", "article-content", "article__content", "article-text",
        "article_body", "entry-content", "post-content", "post-body", "post__content", "post_content", "story-body",
        "story-content", "story__body", "storybody", "td-post-content", "body-content", "content-body", "news-content",
        "single-content", "blog-content", "rich-text", "richtext", "e-content", "wysiwyg", "field-name-body",
        "govspeak", "mw-parser-output", "post-text", "text-formatted", "articletext", "article-main", "contentbody",
    }
)  # fmt: skip  # a list to look through, not a column
_SENTENCE = 30
_LINKED = 0.4
_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    name: str
    selection: Selection


def candidates_of(tree: HtmlElement, units: Sequence[Unit], facts: Facts) -> tuple[Candidate, ...]:
    """Ask trafilatura, readability, the page's own containers and its JSON-LD, then what half of them say."""
    opinions = [
        Candidate("trafilatura", filled(told_by(by_trafilatura(tree), units), units)),
        Candidate("readability", filled(told_by(by_readability(tree), units), units)),
        Candidate("container", filled(_contained(units), units)),
        Candidate("own words", filled(told_by(body_said(facts), units), units)),
    ]
    given = [opinion for opinion in opinions if opinion.selection]
    return (*given, Candidate("majority", _majority(given, units)))


def body_said(facts: Facts) -> str:
    """Give the article's text as JSON-LD has it, "" where it has none or the beginning only."""
    body = text_at(facts.article, "articleBody", "text")
    if "<" in body and ">" in body:
        body = " ".join(fromstring(f"<div>{body}</div>").itertext())
    return body if len(body) >= _ENOUGH else ""


def _contained(units: Sequence[Unit]) -> Selection:
    """Give the sentences in the innermost element that is called the article and holds most of what it could."""
    sentences = {place for place, unit in enumerate(units) if unit.weight >= _SENTENCE and unit.linked < _LINKED}
    weights: Counter[HtmlElement] = Counter()
    for place in sentences:
        for ancestor in units[place].element.iterancestors():
            weights[ancestor] += units[place].weight
    called = {element: weight for element, weight in weights.items() if _is_called_so(element)}
    most = max(called.values(), default=0)
    inner = [element for element, weight in called.items() if weight >= most * 0.8]
    if not inner or most < _ENOUGH:
        return frozenset()
    box = max(inner, key=lambda element: sum(1 for _ in element.iterancestors()))
    return frozenset(place for place in sentences if box in set(units[place].element.iterancestors()))


def _is_called_so(element: HtmlElement) -> bool:
    names = {*words_in(element).lower().split(), element.get("itemprop", "").lower()}
    return element.tag == "article" or bool(names & _CONTAINERS)


def _majority(given: Sequence[Candidate], units: Sequence[Unit]) -> Selection:
    votes = Counter(place for opinion in given for place in opinion.selection)
    return filled(frozenset(place for place, count in votes.items() if count * 2 >= len(given)), units)
