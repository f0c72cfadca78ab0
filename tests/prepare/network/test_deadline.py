import time

import pytest

from kiosk.prepare.network.deadline import LONGEST_VISIT, Deadline, at_most


def test_what_is_left_shrinks() -> None:
    assert 0 < Deadline(time.monotonic() + 5).left() <= 5


def test_nothing_is_left_afterwards() -> None:
    with pytest.raises(TimeoutError):
        Deadline(time.monotonic()).left()


def test_no_visit_lasts_longer_than_any_may() -> None:
    assert at_most(time.monotonic() + 3600).left() <= LONGEST_VISIT


def test_a_visit_may_be_over_sooner() -> None:
    assert at_most(time.monotonic() + 1).left() <= 1
