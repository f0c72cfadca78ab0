import pytest

from tests.bench.readings import MEMORY, START
from tests.bench.targets import Target, Verdict, verdicts

BESIDE_BARE = Target(START, 1.75, "bare")


def test_a_target_beside_another_subject_is_judged_by_the_ratio() -> None:
    judged = verdicts({("kiosk", START): 0.75, ("bare", START): 0.5}, (BESIDE_BARE,))

    assert judged == (Verdict(BESIDE_BARE, 1.5),)


def test_a_target_without_another_subject_is_judged_by_the_figure() -> None:
    target = Target(MEMORY, 95.0)

    assert verdicts({("kiosk", MEMORY): 97.5}, (target,)) == (Verdict(target, 97.5),)


def test_a_target_whose_other_subject_is_missing_is_not_judged() -> None:
    assert verdicts({("kiosk", START): 0.3}, (BESIDE_BARE,)) == ()


def test_a_target_that_was_not_measured_is_not_judged() -> None:
    assert verdicts({("bare", START): 0.3}, (BESIDE_BARE,)) == ()


@pytest.mark.parametrize(("measured", "too_much"), [(1.5, 0.0), (1.75, 0.0), (2.0, 0.25)])
def test_a_target_is_missed_by_what_exceeds_its_limit(measured: float, too_much: float) -> None:
    assert Verdict(BESIDE_BARE, measured).missed_by == too_much
