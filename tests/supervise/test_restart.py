import pytest

from kiosk.display.crash import FAILED
from kiosk.supervise.restart import (
    DEATHS_TO_SAFETY,
    Deaths,
    asks_for_safety,
    delay_seconds,
    is_own_fault,
    with_death,
)

WELL_SECONDS = 600.0


def deaths_in_a_row(count: int, seconds_between: float = 1.0) -> Deaths:
    """Give so many deaths of displays that lived for a moment, the first at the time 0."""
    deaths = Deaths()
    for number in range(count):
        now = number * seconds_between
        deaths = with_death(deaths, born=now - 0.1, now=now, well_seconds=WELL_SECONDS)
    return deaths


@pytest.mark.parametrize(
    ("deaths", "delay"),
    [(1, 0.2), (2, 1.0), (3, 2.0), (4, 5.0), (5, 10.0), (6, 30.0), (7, 60.0), (8, 60.0), (1000, 60.0)],
)
def test_each_early_death_makes_the_next_start_wait_longer(deaths: int, delay: float) -> None:
    assert delay_seconds(deaths_in_a_row(deaths)) == delay


def test_a_display_that_lived_ten_minutes_counts_as_the_first_to_die() -> None:
    after = with_death(deaths_in_a_row(6), born=100.0, now=100.0 + WELL_SECONDS, well_seconds=WELL_SECONDS)

    assert after == Deaths((100.0 + WELL_SECONDS,))


def test_a_moment_short_of_it_was_not_well() -> None:
    after = with_death(deaths_in_a_row(3), born=100.0, now=99.9 + WELL_SECONDS, well_seconds=WELL_SECONDS)

    assert delay_seconds(after) == 5.0


def test_deaths_without_end_fill_no_memory() -> None:
    assert len(deaths_in_a_row(1000).times) < 10


@pytest.mark.parametrize(
    ("deaths", "seconds_between", "safe"),
    [
        pytest.param(DEATHS_TO_SAFETY, 1.0, True, id="five within seconds"),
        pytest.param(DEATHS_TO_SAFETY, 150.0, True, id="five within ten minutes to the second"),
        pytest.param(DEATHS_TO_SAFETY, 151.0, False, id="five within a little more"),
        pytest.param(DEATHS_TO_SAFETY - 1, 1.0, False, id="four"),
        pytest.param(1000, 1.0, True, id="without end"),
        pytest.param(1000, 599.0, False, id="without end, but seldom"),
    ],
)
def test_five_deaths_within_ten_minutes_ask_for_safety(deaths: int, seconds_between: float, *, safe: bool) -> None:
    last = (deaths - 1) * seconds_between

    assert asks_for_safety(deaths_in_a_row(deaths, seconds_between), last, WELL_SECONDS) is safe


@pytest.mark.parametrize(
    ("platform", "exit_status", "own"),
    [
        pytest.param("linux", -9, False, id="killed"),
        pytest.param("linux", -15, False, id="terminated"),
        pytest.param("linux", -2, False, id="interrupted"),
        pytest.param("linux", -1, False, id="hung up"),
        pytest.param("linux", 1, False, id="the X server is gone"),
        pytest.param("linux", 255, False, id="the Wayland compositor is gone"),
        pytest.param("linux", 0, True, id="it left by itself"),
        pytest.param("linux", FAILED, True, id="an exception"),
        pytest.param("linux", -6, True, id="aborted"),
        pytest.param("linux", -11, True, id="a wild pointer"),
        pytest.param("win32", 0, False, id="logged off on Windows"),
        pytest.param("win32", 1, False, id="ended by Task Manager"),
        pytest.param("win32", 0x40010004, False, id="ended with Windows"),
        pytest.param("win32", 0xC000013A, False, id="Ctrl+C on Windows"),
        pytest.param("win32", FAILED, True, id="an exception on Windows"),
        pytest.param("win32", 0xC0000005, True, id="a wild pointer on Windows"),
        pytest.param("darwin", -9, False, id="killed on a Mac"),
    ],
)
def test_only_what_nobody_else_did_is_its_own_fault(platform: str, exit_status: int, *, own: bool) -> None:
    assert is_own_fault(exit_status, platform) is own
