from typing import SupportsIndex

import pytest

from kiosk.support.index import Index, folded, merged


def test_the_longest_of_several_values_is_found_at_each_place() -> None:
    index = Index(["Petra", "Petronella", "nellas"])

    assert list(merged(index.spans_in("PETRONELLAS petra petro"))) == [(0, 11), (12, 17)]


@pytest.mark.parametrize(("text", "spans"), [("ask Ann.", [(4, 7)]), ("annex Anne ann _Ann", []), ("A-B", [(0, 3)])])
def test_a_short_value_is_found_as_a_word_of_its_own(text: str, spans: list[tuple[int, int]]) -> None:
    assert list(Index(["Ann", "A-B"]).spans_in(text)) == spans


def test_spans_that_touch_or_overlap_become_one() -> None:
    assert list(merged([(5, 9), (0, 2), (1, 4), (4, 5), (20, 21)])) == [(0, 9), (20, 21)]


@pytest.mark.parametrize("text", ["Stra\u00dfe \u0130", "\ufb01 \u03a3\u03c2", "\u1e9e", ""])
def test_a_text_keeps_its_length_without_capitals(text: str) -> None:
    assert len(folded(text)) == len(text)


class CountingText(str):
    """Counts how often it is looked into."""

    __slots__ = ("looks",)

    def __init__(self, _text: str) -> None:
        self.looks = 0

    def __getitem__(self, key: "SupportsIndex | slice") -> str:
        self.looks += 1
        return super().__getitem__(key)


@pytest.mark.parametrize("known", [1, 25_000])
def test_a_text_is_gone_through_once_however_many_values_there_are(known: int) -> None:
    index = Index(f"w{number:06}xyz" for number in range(known))
    text = CountingText("nothing that is known " * 1000)

    assert list(index._words_in(text)) == []
    assert text.looks <= len(text)
