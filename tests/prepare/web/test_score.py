from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.candidates import Candidate
from kiosk.prepare.web.score import agreement_of, best_of, score
from kiosk.prepare.web.units import units_of

SENTENCE = "The ferry has carried walkers across the estuary for sixty years, number {}."
HTML = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(8))
LINKS = "".join(
    f'<p><a href="/{number}">Another story, number {number}, about a ferry or a bridge.</a></p>' for number in range(8)
)
UNITS = units_of(document_fromstring(f"<html><body>{HTML}{LINKS}<p>Read more</p></body></html>"))

ALL = frozenset(range(8))
NONE: frozenset[int] = frozenset()


def candidates(*selections: frozenset[int]) -> tuple[Candidate, ...]:
    return tuple(Candidate(str(number), selection) for number, selection in enumerate(selections))


def points(selection: frozenset[int], *others: frozenset[int], own: frozenset[int] = NONE) -> float:
    return score(selection, candidates(selection, *others), UNITS, own)


def test_agreement_is_one_for_the_same_and_nothing_for_others() -> None:
    assert agreement_of(ALL, ALL, UNITS) == 1.0
    assert agreement_of(ALL, frozenset({9}), UNITS) == 0.0
    assert agreement_of(NONE, NONE, UNITS) == 0.0


def test_what_others_say_too_is_likelier() -> None:
    half = frozenset(range(4))

    assert points(ALL, ALL, half) > points(half, ALL, ALL)


def test_the_pages_own_words_decide_against_the_others() -> None:
    half = frozenset(range(4))

    assert points(half, ALL, ALL, own=half) > points(ALL, half, ALL, own=half)


def test_holes_count_against_a_selection() -> None:
    holey = frozenset({0, 1, 6, 7})

    assert best_of(candidates(holey, ALL, holey), UNITS, NONE).selection == ALL


def test_links_and_asides_count_against_a_selection() -> None:
    assert points(ALL, ALL) > points(ALL | {8, 9, 10}, ALL)
    assert points(ALL, ALL) > points(ALL | {16}, ALL)


def test_nothing_is_worse_than_anything() -> None:
    assert points(NONE, ALL) < points(frozenset({8}), ALL)
