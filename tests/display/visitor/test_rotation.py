import pytest

from kiosk.display.visitor.rotation import NONE_SHOWN, dwell_seconds, following, staying


@pytest.mark.parametrize(("minutes", "seconds"), [(0, 20), (1, 60), (2, 120), (9, 120)])
def test_an_article_stays_as_long_as_reading_it_takes_within_bounds(minutes: int, seconds: int) -> None:
    assert dwell_seconds(minutes, 20, 120) == seconds


@pytest.mark.parametrize(
    ("current", "shown", "then"),
    [
        (0, (0, 1, 2), 1),
        (2, (0, 1, 2), 0),
        (0, (0,), 0),
        (1, (0, 2), 2),
        (3, (0, 2), 0),
        (0, (), NONE_SHOWN),
        (NONE_SHOWN, (1, 2), 1),
    ],
)
def test_articles_follow_in_their_order_and_those_not_shown_are_left_out(
    current: int, shown: tuple[int, ...], then: int
) -> None:
    assert following(current, shown) == then


@pytest.mark.parametrize(
    ("current", "shown", "stays"),
    [(1, (0, 1), 1), (1, (0, 2), 0), (5, (2,), 2), (0, (), NONE_SHOWN), (NONE_SHOWN, (3,), 3)],
)
def test_an_article_that_is_not_shown_any_more_gives_way(current: int, shown: tuple[int, ...], stays: int) -> None:
    assert staying(current, shown) == stays
