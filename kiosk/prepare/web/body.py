"""The HTML of an article out of a page of which its units are known, and nothing beside it."""

from collections.abc import Sequence

from lxml.html import tostring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.byline import people_in
from kiosk.prepare.web.elements import HtmlElement, letters_of, remove
from kiosk.prepare.web.facts import Facts
from kiosk.prepare.web.lead import is_same
from kiosk.prepare.web.page import Lead
from kiosk.prepare.web.phrases import is_aside, is_call, is_date_line
from kiosk.prepare.web.selection import Selection, container_of
from kiosk.prepare.web.units import Unit

_SENTENCE = 60
_BIO = 300
_PARTICULAR = 140
"""Characters: longer than a by-line with place and date."""


def trimmed(selection: Selection, units: Sequence[Unit], title: str, author: str, lead: Lead | None) -> Selection:
    """Leave out what is shown above the article anyway, and headings and rules that nothing follows."""
    places = sorted(selection)
    first = next((at for at, place in enumerate(places) if _is_sentence(units[place])), len(places))
    top = next((place for place, unit in enumerate(units) if _repeats(unit, title)), -1)
    head = [place for place in places[:first] if place >= top and not _is_particular(units[place], title, author)]
    rest = [
        place for place in places[first:] if not _repeats(units[place], title) and not _is_byline(units[place], author)
    ]
    kept = [place for place in (*head, *rest) if lead is None or not _shows(units[place], lead)]
    while kept and (units[kept[-1]].kind in {"heading", "rule"} or _tells_of_author(units[kept[-1]], author)):
        kept.pop()
    return frozenset(kept)


def html_of(selection: Selection, units: Sequence[Unit], facts: Facts) -> str:
    """Give the HTML with absolute addresses; the page's tree is of no use afterwards."""
    if not selection:
        return ""
    box = container_of([units[place] for place in selection], share=1.0)
    for place, unit in enumerate(units):
        if place not in selection and unit.element is not box:
            remove(unit.element)
    _make_absolute(box, facts)
    box.tail = None
    is_unit = any(units[place].element is box for place in selection)
    parts = [box] if is_unit else [*([box.text] if box.text else []), *box]
    return "".join(part if isinstance(part, str) else tostring(part, encoding="unicode") for part in parts)


def _is_sentence(unit: Unit) -> bool:
    return unit.kind == "text" and unit.weight >= _SENTENCE and not is_date_line(unit.text)


def _repeats(unit: Unit, title: str) -> bool:
    return unit.letters == letters_of(title)


def _is_byline(unit: Unit, author: str) -> bool:
    """Whether it names the authors and says nothing else."""
    return (
        bool(author)
        and len(unit.text) <= _PARTICULAR
        and letters_of("".join(people_in(unit.text))) == letters_of(author)
    )


def _is_particular(unit: Unit, title: str, author: str) -> bool:
    """Whether it repeats the title, or tells who wrote when."""
    if unit.kind in {"picture", "table", "code"}:
        return False
    if _repeats(unit, title):
        return True
    names = [letters_of(name) for name in author.split(", ") if name]
    tells_author = any(name in unit.letters for name in names) and len(unit.text) <= _PARTICULAR
    return tells_author or is_date_line(unit.text)


def _tells_of_author(unit: Unit, author: str) -> bool:
    """Whether a last line is about the one who wrote, or leads away."""
    names = [letters_of(name) for name in author.split(", ") if name]
    is_bio = any(unit.letters.startswith(name) for name in names) and len(unit.text) <= _BIO
    return unit.kind == "text" and (
        is_bio or is_aside(unit.text) or (is_call(unit.text) and len(unit.text) <= _PARTICULAR)
    )


def _shows(unit: Unit, lead: Lead) -> bool:
    images = [unit.element] if unit.element.tag == "img" else list(unit.element.iter("img"))
    is_picture = unit.kind == "picture"
    return is_picture and len(images) == 1 and is_same(images[0].get("src", ""), lead.address)


def _make_absolute(box: HtmlElement, facts: Facts) -> None:
    for link in list(box.iter("a")):
        address = link.get("href", "").strip()
        if not address or address.startswith("#"):
            link.attrib.pop("href", None)
        else:
            link.set("href", facts.absolute(address))
    for image in box.iter("img"):
        image.set("src", facts.absolute(image.get("src", "")))
