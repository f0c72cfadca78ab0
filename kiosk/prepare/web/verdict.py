"""What a page as a whole tells against its article: a list of articles, an invitation to pay, a password to enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.prepare.web.elements import HEADINGS, HtmlElement, text_of
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.gate import Reason, length_of, reason_against
from kiosk.prepare.web.json_ld import Json
from kiosk.prepare.web.selection import Selection, container_of
from kiosk.prepare.web.units import Unit
from kiosk.prepare.web.walls import walls_in

_LONG = 1500
_STUB = 800
_HEADLINES = 5
_LINKED = 0.8
_HEADLINE_LETTERS = 12
_OF_ALL_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is in a page besides text: a password to enter, and words for those who run no scripts."""

    has_password: bool
    without_scripts: str


def surroundings_of(tree: HtmlElement) -> Surroundings:
    """Look before nuisances are taken out."""
    has_password = tree.find(".//input[@type='password']") is not None
    return Surroundings(has_password, "\n".join(text_of(element) for element in tree.iter("noscript")))


def reason_against_page(
    title: str, selection: Selection, units: Sequence[Unit], facts: Facts, around: Surroundings
) -> Reason | None:
    chosen = [units[place] for place in sorted(selection)]
    text = "\n".join(unit.text for unit in chosen)
    letters = sum(unit.weight for unit in chosen) or 1
    linked = sum(unit.weight * unit.linked for unit in chosen) / letters
    reason = reason_against(title, text, linked)
    if reason in {"short", "title"}:
        return _what_it_is_instead(title, units, around) or reason
    if reason is not None:
        return reason
    if _is_cut_short(text, facts):
        return "paywall"
    return "list" if _is_list(selection, units, facts) else None


def _what_it_is_instead(title: str, units: Sequence[Unit], around: Surroundings) -> Reason | None:
    """Name the wall that leaves too little text for an article."""
    if around.has_password:
        return "login"
    whole = "\n".join((*(unit.text for unit in units), around.without_scripts))
    spoken = walls_in(f"{title}\n{whole}") if length_of(whole) < _LONG else {}
    if spoken:
        return max(spoken, key=lambda wall: spoken[wall])
    return "list" if sum(_is_headline(unit) for unit in units) >= _HEADLINES else None


def _is_cut_short(text: str, facts: Facts) -> bool:
    """Whether the page says that the article costs money, and most of it is not there."""
    is_free = facts.article.get("isAccessibleForFree")
    words = _number(facts.article.get("wordCount"))
    is_part = words is not None and len(text.split()) < words * _OF_ALL_WORDS
    locked = (
        str(is_free).lower() in {"false", "no"}
        or facts.meta("article:content_tier", "og:article:content_tier").lower() == "locked"
    )
    return locked and (length_of(text) < _STUB or is_part)


def _number(value: Json) -> int | None:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None  # noqa: PLR2004  # no book has more words


def _is_list(selection: Selection, units: Sequence[Unit], facts: Facts) -> bool:
    """Whether what was chosen stands among headlines that lead to other articles."""
    texts = [place for place in sorted(selection) if units[place].kind == "text"]
    if not texts:
        return False
    held = set(container_of([units[place] for place in texts]).iter())
    between = (unit for unit in units[texts[0] : texts[-1]] if unit.element in held)
    headlines = [unit for unit in between if _is_headline(unit)]
    large = sum(unit.kind == "heading" for unit in headlines)
    paragraphs = sum(not _is_headline(units[place]) for place in texts)
    is_declared = bool(facts.article.get("datePublished")) or facts.meta("og:type") == "article"
    enough = _HEADLINES if not is_declared else _HEADLINES * 3
    return len(headlines) >= enough and (len(headlines) >= paragraphs or large * 2 >= paragraphs)


def _is_headline(unit: Unit) -> bool:
    return unit.linked >= _LINKED and unit.weight >= _HEADLINE_LETTERS and _is_heading_like(unit.element)


def _is_heading_like(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return any(ancestor.tag in HEADINGS | {"li", "article"} for ancestor in around[:4]) or element.tag in {"p", "div"}
