import pytest

from kiosk.supervise.restart import SETTLED_SECONDS, Restart, after_death


@pytest.mark.parametrize(
    ("deaths_before", "delay"),
    [(0, 0.2), (1, 1.0), (2, 2.0), (3, 5.0), (4, 10.0), (5, 30.0), (6, 60.0), (7, 60.0), (1000, 60.0)],
)
def test_each_early_death_makes_the_next_start_wait_longer(deaths_before: int, delay: float) -> None:
    assert after_death(deaths_before, lived_seconds=0.1) == Restart(deaths_before + 1, delay)


def test_a_display_that_lived_well_starts_again_at_once() -> None:
    assert after_death(5, lived_seconds=SETTLED_SECONDS) == Restart(1, 0.2)


def test_a_moment_short_of_it_was_not_well() -> None:
    assert after_death(5, lived_seconds=SETTLED_SECONDS - 0.1).deaths == 6
