from itertools import pairwise

from kiosk.display.visitor.drift import FURTHEST, place_at

HOUR = 60
ROUND = [place_at(step) for step in range((2 * FURTHEST) ** 2)]


def test_it_begins_where_the_layout_belongs() -> None:
    assert place_at(0) == (0, 0)


def test_a_step_is_one_pixel() -> None:
    assert {abs(right - x) + abs(down - y) for (x, y), (right, down) in pairwise([*ROUND, ROUND[0]])} == {1}


def test_every_place_has_its_turn_once_a_round() -> None:
    assert len(set(ROUND)) == len(ROUND)


def test_the_round_begins_anew() -> None:
    assert place_at(len(ROUND)) == place_at(0)
    assert place_at(len(ROUND) + 7) == place_at(7)


def test_nothing_goes_too_far() -> None:
    assert max(abs(length) for place in ROUND for length in place) == FURTHEST


def test_within_an_hour_it_moves_both_ways() -> None:
    for start in range(len(ROUND)):
        hour = [place_at(start + step) for step in range(HOUR)]
        assert len({x for x, _ in hour}) >= FURTHEST
        assert len({y for _, y in hour}) >= FURTHEST
