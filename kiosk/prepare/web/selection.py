"""Which units of a page are its article, told by a text that somebody says is the article's.

The text may have lost captions, lists, first letters and short paragraphs: what stands among the units that it has,
and looks like them, is the article's too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kiosk.prepare.web.elements import HtmlElement, letters_of, words_in
from kiosk.prepare.web.phrases import (
    closes_article,
    is_about_subscribing,
    is_aside,
    is_call,
    is_date_line,
    opens_comments,
)
from kiosk.prepare.web.units import Unit

Selection = frozenset[int]
"""Places in the units of a page."""

_PIECE = 8
"""Letters: long enough to be rare, short enough for a line of Chinese."""
_TOLD = 0.6
_MOST_LETTERS = 400_000
_NEARLY_ALL = 0.95
_LINKED = 0.5
_LONG_LINKED = 200
_SMALL_GAP = 2
_BOX = 0.15
"""The share of the text below which what stands together is a box in it."""
_SHORT_CALL = 100
_REST = 0.4
_ENOUGH = 150
_FAR = 3
_SMALL_CLUSTER = 0.3
_TINY_CLUSTER = 0.1
_AMONG_PARAGRAPHS = frozenset({"li", "ul", "ol", "dl", "blockquote", "dd"})
_REPEATED = 40
_MOST_COMPARED = 1000
_PULLED = 16
"""Letters of a repeated quotation; one of Chinese counts as two."""

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]")


def told_by(text: str, units: Sequence[Unit]) -> Selection:
    """Give the units whose text is in the given one, whole or for the greater part."""
    letters = letters_of(text[:_MOST_LETTERS])
    pieces = {letters[start : start + _PIECE] for start in range(len(letters))}
    return frozenset(place for place, unit in enumerate(units) if _is_told(unit, pieces))


def _is_told(unit: Unit, pieces: set[str]) -> bool:
    own = unit.letters
    if unit.kind in {"picture", "rule"} or len(own) < _PIECE:
        return False
    starts = range(0, len(own) - _PIECE + 1, max(1, (len(own) - _PIECE) // 40))
    found = sum(own[start : start + _PIECE] in pieces for start in starts)
    return found / len(starts) >= _TOLD


def filled(told: Selection, units: Sequence[Unit]) -> Selection:
    """Add what belongs to the told units, leave out what stands far from them and what is no article in itself."""
    told = frozenset(place for place in told if _may_stay(units[place]))
    if not told:
        return told
    container = container_of([units[place] for place in told])
    held = set(container.iter())
    inside = [place for place, unit in enumerate(units) if unit.element in held]
    kept = _texts({place for place in told if units[place].element in held}, inside, units)
    return _without_repetitions(kept | _pictures(kept, inside, units), units) if kept else frozenset()


def _texts(kept: set[int], inside: list[int], units: Sequence[Unit]) -> set[int]:
    """Give all of the article but its pictures; `inside` are the places in the container."""
    crowds = _crowds(units)
    kept |= _siblings(kept, inside, units, crowds)
    kept |= _in_gaps(kept, inside, units)
    kept -= _interjected(kept, units)
    kept = _with_headings(kept, inside, units)
    kept -= _closing(kept, units)
    return kept - _far_off(kept, inside, units, crowds)


def container_of(units: Sequence[Unit], share: float = _NEARLY_ALL) -> HtmlElement:
    """Give the smallest element that holds this share of their letters; a picture weighs as much as one."""
    weights: dict[HtmlElement, int] = {}
    for unit in units:
        for ancestor in (unit.element, *unit.element.iterancestors()):
            weights[ancestor] = weights.get(ancestor, 0) + (unit.weight or 1)
    whole = sum(unit.weight or 1 for unit in units)
    enough = [element for element, weight in weights.items() if weight >= whole * share]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))


def _may_stay(unit: Unit) -> bool:
    return not is_aside(unit.text) and (unit.linked < _LINKED or unit.weight > _LONG_LINKED or unit.kind == "heading")


def _siblings(kept: set[int], inside: list[int], units: Sequence[Unit], crowds: Mapping[HtmlElement, int]) -> set[int]:
    """Find short paragraphs, list items and tables of the same text between kept ones, and right before them."""
    texts = [place for place in kept if units[place].kind != "heading"]
    families = {_family(units[place].element, crowds) for place in texts}
    first, last = _run_before(min(kept), inside, units), max(kept)
    between = (place for place in inside if first <= place < last)
    return {
        place
        for place in between
        if units[place].kind in {"text", "table", "code"}
        and _family(units[place].element, crowds) in families
        and units[place].linked < _LINKED
        and not is_aside(units[place].text)
    }


def _run_before(first: int, inside: list[int], units: Sequence[Unit]) -> int:
    """Give where the paragraphs begin that stand beside the first one, under the same parent."""
    for place in reversed([place for place in inside if place < first]):
        if units[place].element.getparent() is not units[first].element.getparent() or units[place].linked >= _LINKED:
            break
        first = place
    return first


def _in_gaps(kept: set[int], inside: list[int], units: Sequence[Unit]) -> set[int]:
    """Find one or two plain units between kept ones, whatever boxes they are in: headings, captions, verse."""
    texts = [place for place in inside if units[place].kind not in {"picture", "rule"}]
    held = [at for at, place in enumerate(texts) if place in kept]
    gaps = (texts[one + 1 : other] for one, other in pairwise(held) if 0 < other - one - 1 <= _SMALL_GAP)
    return {place for gap in gaps for place in gap if _is_plain(units[place])}


def _is_plain(unit: Unit) -> bool:
    return unit.linked == 0 and not is_aside(unit.text) and not is_call(unit.text) and not is_date_line(unit.text)


def _interjected(kept: set[int], units: Sequence[Unit]) -> set[int]:
    """Find what asks the reader to subscribe, in a box of its own among the paragraphs, with the box's heading."""
    boxes = {place: _box(units[place].element) for place in kept}
    weights, names = Counter[HtmlElement](), Counter[str]()
    for place, box in boxes.items():
        names[words_in(box)] += not weights[box]
        weights[box] += units[place].weight
    whole = sum(weights.values()) or 1
    small = {place for place, box in boxes.items() if units[place].kind == "text" and weights[box] < whole * _BOX}
    odd = {place for place in small if names[words_in(boxes[place])] == 1}
    gone = {boxes[place] for place in small if is_call(units[place].text)}
    gone |= {boxes[place] for place in odd if is_about_subscribing(units[place].text)}
    return {place for place, box in boxes.items() if box in gone or _is_short_call(units[place])}


def _is_short_call(unit: Unit) -> bool:
    return unit.kind == "text" and len(unit.text) <= _SHORT_CALL and is_call(unit.text)


def _closing(kept: set[int], units: Sequence[Unit]) -> set[int]:
    """Find all from a heading on that ends the article, where little follows it."""
    places = sorted(kept)
    whole = rest = _weight(places, units)
    for at, place in enumerate(places):
        rest -= units[place].weight
        is_end = units[place].kind == "heading" and _is_end(units[place].text, is_little=rest < whole * _REST)
        if is_end and whole - rest >= _ENOUGH:
            return set(places[at:])
    return set()


def _is_end(heading: str, *, is_little: bool) -> bool:
    """Whether it ends the article: comments may be longer than what they are about, all else may not."""
    return opens_comments(heading) or (is_little and closes_article(heading))


def _far_off(kept: set[int], inside: list[int], units: Sequence[Unit], crowds: Mapping[HtmlElement, int]) -> set[int]:
    """Find what stands apart from the article, with others' words between: replies, other articles' beginnings."""
    clusters = _clusters(kept, [place for place in inside if units[place].kind != "picture"])
    main = max(clusters, key=lambda cluster: _weight(cluster, units), default=[])
    families = {_family(units[place].element, crowds) for place in main}
    gone: set[int] = set()
    for before, cluster in pairwise([[-1], *clusters]):
        is_related = any(_family(units[place].element, crowds) in families for place in cluster)
        gap = [place for place in inside if before[-1] < place < cluster[0] and units[place].kind != "picture"]
        share = _SMALL_CLUSTER if len(gap) > _FAR or cluster[-1] < main[0] else _TINY_CLUSTER
        if not is_related and _weight(cluster, units) < _weight(main, units) * share:
            gone.update(cluster)
    return gone


def _clusters(kept: set[int], inside: list[int]) -> list[list[int]]:
    """Give the kept places in groups, each without anything left out in it."""
    clusters: list[list[int]] = [[]]
    for place in inside:
        if place in kept:
            clusters[-1].append(place)
        elif clusters[-1]:
            clusters.append([])
    return [cluster for cluster in clusters if cluster]


def _weight(places: Iterable[int], units: Sequence[Unit]) -> int:
    return sum(units[place].weight for place in places)


def _box(element: HtmlElement) -> HtmlElement:
    """Give the nearest element around it that is no list and no quotation."""
    parent = element.getparent()
    while parent is not None and parent.tag in _AMONG_PARAGRAPHS:
        parent = parent.getparent()
    return element if parent is None else parent


def _family(element: HtmlElement, crowds: Mapping[HtmlElement, int]) -> HtmlElement:
    """Give the nearest such element that holds other units too: some sites put each paragraph in a box of its own."""
    box = _box(element)
    while crowds[box] == 1 and box.getparent() is not None:
        box = _box(box)
    return box


def _crowds(units: Sequence[Unit]) -> Counter[HtmlElement]:
    """Count the units in each element."""
    return Counter(ancestor for unit in units for ancestor in unit.element.iterancestors())


def _pictures(kept: set[int], inside: list[int], units: Sequence[Unit]) -> set[int]:
    """Find the pictures among the kept units, right before them, and those with captions right behind."""
    first, last = min(kept), max(kept)
    texts = [place for place in inside if units[place].kind not in {"picture", "rule"}]
    before = max((place for place in texts if place < first), default=-1)
    behind = min((place for place in texts if place > last), default=inside[-1] + 1)
    pictures = (place for place in inside if units[place].kind in {"picture", "rule"} and before < place < behind)
    return {place for place in pictures if place < last or _has_caption(units[place])}


def _has_caption(unit: Unit) -> bool:
    return unit.kind == "picture" and unit.weight > 0 and unit.linked < _LINKED


def _with_headings(kept: set[int], inside: list[int], units: Sequence[Unit]) -> set[int]:
    """Keep the headings of what is kept, and no others."""
    headings = [place for place in inside if units[place].kind == "heading"]
    texts = [place for place in inside if units[place].kind not in {"heading", "picture", "rule"}]
    of_kept = {place for place in headings if next((text for text in texts if text > place), -1) in kept}
    return (kept - set(headings)) | {place for place in of_kept if not is_aside(units[place].text)}


def _without_repetitions(kept: set[int], units: Sequence[Unit]) -> Selection:
    """Leave out what is there twice, and quotations that only repeat a part of a paragraph in large letters."""
    seen: set[str] = set()
    left: list[int] = []
    texts = [units[place].letters for place in sorted(kept) if units[place].kind == "text"][:_MOST_COMPARED]
    for place in sorted(kept):
        unit = units[place]
        is_twice = unit.weight >= _REPEATED and unit.letters in seen
        is_part = len(left) < _MOST_COMPARED and _is_loose_text(unit) and _is_in_another(unit.letters, texts)
        if not is_twice and not is_part:
            left.append(place)
        seen.add(unit.letters)
    return frozenset(left)


def _is_loose_text(unit: Unit) -> bool:
    is_item = any(ancestor.tag in {"li", "dd"} for ancestor in (unit.element, *unit.element.iterancestors()))
    return unit.kind == "text" and not is_item and unit.weight + len(_WIDE.findall(unit.letters)) >= _PULLED


def _is_in_another(letters: str, texts: Sequence[str]) -> bool:
    return any(letters in text and len(text) > len(letters) for text in texts)
