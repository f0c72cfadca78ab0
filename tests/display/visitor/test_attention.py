import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.display.visitor.attention import (
    QUESTION_SECONDS,
    Attention,
    Attract,
    Reading,
    StillThere,
    answered,
    due,
    passed,
    touched,
)

IDLE = 60.0
ASKED_AT = IDLE - QUESTION_SECONDS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Attract(), Reading(100.0)),
        (Reading(40.0), Reading(100.0)),
        (StillThere(101.0), StillThere(100.0 + QUESTION_SECONDS)),
    ],
)
def test_a_touch_begins_a_visit_and_prolongs_it_and_stops_the_clock_of_the_question(
    before: Attention, after: Attention
) -> None:
    assert touched(before, 100.0) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [(Attract(), Attract()), (Reading(40.0), Reading(40.0)), (StillThere(101.0), Reading(100.0))],
)
def test_only_a_question_can_be_answered(before: Attention, after: Attention) -> None:
    assert answered(before, 100.0) == after


@pytest.mark.parametrize(
    ("before", "now", "is_changed", "after"),
    [
        (Attract(), 1e9, True, Attract()),
        (Reading(0.0), ASKED_AT - 0.1, True, Reading(0.0)),
        (Reading(0.0), ASKED_AT, True, StillThere(IDLE)),
        (Reading(0.0), ASKED_AT - 0.1, False, Reading(0.0)),
        (Reading(0.0), ASKED_AT, False, Attract()),
        (StillThere(IDLE), IDLE - 0.1, True, StillThere(IDLE)),
        (StillThere(IDLE), IDLE, True, Attract()),
        (StillThere(IDLE), IDLE, False, Attract()),
    ],
)
def test_time_asks_the_visitor_who_has_changed_something_and_then_starts_afresh(
    before: Attention,
    now: float,
    is_changed: bool,  # noqa: FBT001  # a column of the table
    after: Attention,
) -> None:
    assert passed(before, now, IDLE, is_changed=is_changed) == after


def test_a_computer_that_slept_asks_all_the_same_before_it_starts_afresh() -> None:
    assert passed(Reading(0.0), 8 * 3600.0, IDLE, is_changed=True) == StillThere(8 * 3600.0 + QUESTION_SECONDS)


@pytest.mark.parametrize(
    ("attention", "when"), [(Attract(), None), (Reading(7.0), 7.0 + ASKED_AT), (StillThere(9.0), 9.0)]
)
def test_the_next_change_is_known(attention: Attention, when: float | None) -> None:
    assert due(attention, IDLE) == when


def test_a_very_short_patience_asks_at_once() -> None:
    assert due(Reading(7.0), 5.0) == 7.0


@given(st.lists(st.tuples(st.sampled_from(("touch", "answer", "pass")), st.floats(0, 100)), max_size=60), st.booleans())
def test_whatever_visitors_do_the_screen_is_afresh_after_the_time_of_patience(
    acts: list[tuple[str, float]],
    is_changed: bool,  # noqa: FBT001  # drawn
) -> None:
    attention: Attention = Attract()
    now = 0.0
    for act, seconds in acts:
        now += seconds
        if act == "touch":
            attention = touched(attention, now)
        elif act == "answer":
            attention = answered(attention, now)
        attention = passed(attention, now, IDLE, is_changed=is_changed)
    last = now
    while (when := due(attention, IDLE)) is not None:
        now = when
        attention = passed(attention, now, IDLE, is_changed=is_changed)
    assert attention == Attract()
    assert now - last <= IDLE + 1e-6
