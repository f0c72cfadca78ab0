"""How well a selection of a page's units is likely to be its article, in one number.

What counts, and why:
- agreement (x 3): the opinions come from unlike methods, which seldom make the same mistake;
- holes (- 2): what others have and this one leaves out in its middle has more often been lost than avoided;
- the page's own words (x 4): where JSON-LD has the article's text, nothing knows better;
- size (up to 1): an article cut short is worse than one with a line too many, but ten times the text is no better;
- sentences (up to 1): paragraphs that end like sentences, not menus and lists of headlines;
- links (- 3): text that is mostly links leads to other articles;
- lines that stand beside articles (- 2): "Read more", "Share this".
"""

# ruff: noqa: RUF001  # the marks and letters are those of the languages that articles come in

from collections.abc import Sequence
from math import log10

from kiosk.prepare.web.candidates import Candidate
from kiosk.prepare.web.phrases import is_aside
from kiosk.prepare.web.selection import Selection
from kiosk.prepare.web.units import Unit

_ENOUGH = 3.5
"""Powers of ten: from 3,000 letters on, more is no better."""
_SENTENCE = 40
_ENDS = (".", "!", "?", "…", ":", "»", "”", '"', "。", "！", "？", "」", "』", "؟", "।", "۔", ")")


def best_of(candidates: Sequence[Candidate], units: Sequence[Unit], own: Selection) -> Candidate:
    """Give the candidate with the highest score; of equals, the earliest."""
    return max(candidates, key=lambda candidate: score(candidate.selection, candidates, units, own))


def score(selection: Selection, candidates: Sequence[Candidate], units: Sequence[Unit], own: Selection) -> float:
    chosen = [units[place] for place in selection]
    letters = sum(unit.weight for unit in chosen)
    if not letters:
        return -10.0
    others = [other.selection for other in candidates if other.name != "majority"]
    agreement = sum(agreement_of(selection, other, units) for other in others) / len(others)
    told = agreement_of(selection, own, units) if own else 0.0
    holes = _weight(_missing(selection, others, units), units) / letters
    size = min(log10(letters), _ENOUGH) / _ENOUGH
    sentences = sum(unit.weight for unit in chosen if _is_sentence(unit)) / letters
    linked = sum(unit.weight * unit.linked for unit in chosen) / letters
    asides = sum(is_aside(unit.text) for unit in chosen) / len(chosen)
    return 3 * agreement - 2 * min(holes, 1.0) + 4 * told + size + sentences - 3 * linked - 2 * asides


def _missing(selection: Selection, others: Sequence[Selection], units: Sequence[Unit]) -> Selection:
    """Give what others have between its first and last units, and the sentences from the page's heading on."""
    first, last = min(selection), max(selection)
    heading = max((place for place in range(first) if units[place].element.tag == "h1"), default=first)
    had = frozenset[int]().union(*others) - selection
    before = {place for place in had if heading < place < first and _is_sentence(units[place])}
    return frozenset(before | {place for place in had if first < place < last})


def agreement_of(one: Selection, other: Selection, units: Sequence[Unit]) -> float:
    """Give the F1 of two selections by letters."""
    both, all_of_both = _weight(one & other, units), _weight(one, units) + _weight(other, units)
    return 2 * both / all_of_both if all_of_both else 0.0


def _weight(selection: Selection, units: Sequence[Unit]) -> int:
    return sum(units[place].weight for place in selection)


def _is_sentence(unit: Unit) -> bool:
    return unit.kind == "text" and unit.weight >= _SENTENCE and unit.text.endswith(_ENDS)
