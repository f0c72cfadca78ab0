"""The count of wrong PINs: how many are free, how long the waits are, and what a restart of the computer changes."""

import pytest

from kiosk.supervise.attempts import (
    Attempts,
    after_restart,
    after_success,
    fingerprint_of,
    of_pin,
    stricter,
    wait_seconds,
    with_try,
    without_free_tries,
)

DAY = 86_400.0
MONTH = 30 * DAY


def tried(times: int, now: float = 0.0) -> Attempts:
    attempts = Attempts("a")
    for _ in range(times):
        attempts = with_try(attempts, now)
    return attempts


@pytest.mark.parametrize("times", range(5))
def test_nobody_waits_before_the_first_five(times: int) -> None:
    assert wait_seconds(tried(times, 100.0), 100.0) == 0


@pytest.mark.parametrize(
    ("times", "seconds"),
    [(5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 960), (11, 1920), (12, 3600), (13, 3600), (10_000, 3600)],
)
def test_then_the_wait_doubles_up_to_an_hour(times: int, seconds: int) -> None:
    assert wait_seconds(tried(times, 100.0), 100.0) == seconds


def test_the_wait_passes() -> None:
    attempts = tried(6, 100.0)

    assert [wait_seconds(attempts, now) for now in (100.0, 130.0, 159.0, 160.0, 10_000.0)] == [60, 30, 1, 0, 0]


def test_a_try_says_when_it_was_counted() -> None:
    assert with_try(tried(4, 50.0), 100.0) == Attempts("a", 5, 130.0, 100.0)


def test_a_free_try_asks_for_no_wait() -> None:
    assert with_try(Attempts("a"), 100.0) == Attempts("a", 1, 100.0, 100.0)


def test_success_makes_all_five_free_again() -> None:
    assert after_success(tried(12, 100.0)) == Attempts("a")


def test_another_pin_is_counted_anew() -> None:
    assert of_pin(tried(12), "b") == Attempts("b")


def test_the_same_pin_is_counted_on() -> None:
    assert of_pin(tried(12), "a") == tried(12)


def test_what_was_counted_of_nobody_knows_which_counts_for_the_one_that_is_set() -> None:
    assert of_pin(without_free_tries(100.0), "b") == Attempts("b", 5, 130.0, 100.0)


def test_a_fingerprint_tells_hashes_apart_and_does_not_hold_them() -> None:
    one, other = fingerprint_of("scrypt$one"), fingerprint_of("scrypt$other")

    assert one != other
    assert one == fingerprint_of("scrypt$one")
    assert len(one) == 16
    assert "one" not in one


def test_where_the_count_is_unknown_the_first_wait_applies() -> None:
    assert wait_seconds(without_free_tries(100.0), 100.0) == 30
    assert wait_seconds(with_try(without_free_tries(100.0), 130.0), 130.0) == 60


class TestAfterARestartOfTheComputer:
    def test_the_clock_that_goes_on_changes_nothing(self) -> None:
        assert after_restart(tried(7, 100.0), 100.0) == tried(7, 100.0)
        assert after_restart(tried(7, 100.0), 150.0) == tried(7, 100.0)

    def test_the_whole_wait_begins_again(self) -> None:
        assert after_restart(tried(7, MONTH), 20.0) == Attempts("a", 7, 140.0, 20.0)

    def test_it_passes_then(self) -> None:
        attempts = after_restart(tried(7, MONTH), 20.0)

        assert [wait_seconds(attempts, now) for now in (20.0, 80.0, 140.0)] == [120, 60, 0]

    def test_what_is_left_is_never_more_than_a_whole_wait(self) -> None:
        assert wait_seconds(tried(7, MONTH), 20.0) == 120

    def test_free_tries_stay_free(self) -> None:
        assert wait_seconds(after_restart(tried(4, MONTH), 20.0), 20.0) == 0

    @pytest.mark.parametrize("counted_at", [0.0, 1.0, 29.0, 100.0, 5000.0, MONTH])
    @pytest.mark.parametrize("off", [0.0, 1.0, 1000.0])
    @pytest.mark.parametrize("uptime", [0.0, 5.0, 60.0, 119.0, 121.0, 4000.0])
    def test_no_try_is_taken_before_the_wait_is_over(self, counted_at: float, off: float, uptime: float) -> None:
        """Whatever the clock says: at least `off` and `uptime` have passed since the try, and 120 s must."""
        attempts = after_restart(tried(7, counted_at), uptime)

        wait = wait_seconds(attempts, uptime)

        assert off + uptime + wait >= 120
        assert wait <= 120


class TestTheStricter:
    def test_has_the_higher_count_and_the_longer_wait(self) -> None:
        one, other = Attempts("a", 12, 100.0, 50.0), Attempts("a", 7, 200.0, 80.0)

        assert stricter(one, other) == stricter(other, one) == Attempts("a", 12, 200.0, 80.0)

    def test_forgets_what_was_counted_of_an_earlier_pin(self) -> None:
        assert stricter(Attempts("a", 2), Attempts("b", 12, 200.0, 80.0)) == Attempts("a", 2)

    def test_takes_over_what_was_counted_where_nothing_was_here(self) -> None:
        assert stricter(Attempts(), tried(7)) == tried(7)

    def test_takes_over_what_was_counted_of_nobody_knows_which(self) -> None:
        assert stricter(tried(2), without_free_tries(100.0)) == Attempts("a", 5, 130.0, 100.0)


def test_a_day_has_thirty_five_tries_at_most_and_the_next_twenty_four() -> None:
    attempts, now, times = Attempts("a"), 0.0, []
    while now < 3 * DAY:
        times.append(now)
        attempts = with_try(attempts, now)
        now += wait_seconds(attempts, now)

    assert [sum(day * DAY <= time < (day + 1) * DAY for time in times) for day in range(3)] == [34, 24, 24]
