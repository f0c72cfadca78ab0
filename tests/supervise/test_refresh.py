"""Pure tables: no clock runs here."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.edition.value import replace
from kiosk.edition.web_source import Trouble, Visit, WebSource
from kiosk.supervise.refresh import (
    FAILURES_OF_A_DAY,
    FAILURES_UNTIL_TOLD,
    LINK_RETURNS,
    OVERDUE_WITHIN,
    asks_for_staff,
    due_in,
    link_returned_in,
    wait_seconds,
)

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
FEED = WebSource("https://paper.example/world/feed.xml")
SEED = "this kiosk"
KIOSKS = tuple(f"kiosk {number}" for number in range(500))
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
YEARS = timedelta(days=10 * 365)


def reached(at: datetime = NOON) -> Visit:
    return Visit(at, reached_at=at)


def failed(trouble: Trouble = "offline", failures: int = 1, at: datetime = NOON) -> Visit:
    return Visit(at, failures=failures, trouble=trouble)


def waits(source: WebSource, visit: Visit) -> list[float]:
    """Give what each of 500 kiosks would wait, in minutes."""
    return [wait_seconds(source, visit, kiosk) / 60 for kiosk in KIOSKS]


@pytest.mark.parametrize("minutes", [5, 10, 15, 30, 60, 120, 1440])
def test_what_was_reached_is_fresh_for_its_refresh_minutes_give_or_take_a_fifth(minutes: int) -> None:
    drawn = waits(replace(FEED, refresh_minutes=minutes), reached())

    assert 0.8 * minutes <= min(drawn) < 0.82 * minutes
    assert 1.18 * minutes < max(drawn) <= 1.2 * minutes


@pytest.mark.parametrize("trouble", ["offline", "refused", "failed"])
@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(0, 1), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (7, 30), (50, 30), (100_000, 30)],
)
def test_what_may_soon_be_well_is_tried_again_ever_later(trouble: Trouble, failures: int, minutes: int) -> None:
    drawn = waits(FEED, failed(trouble, failures))

    assert 0.8 * minutes <= min(drawn) < 0.82 * minutes
    assert 1.18 * minutes < max(drawn) <= 1.2 * minutes


@pytest.mark.parametrize("trouble", ["forbidden", "nothing to show", "broken"])
@pytest.mark.parametrize(("refresh", "minutes"), [(5, 30), (30, 30), (60, 30), (1440, 30)])
def test_what_stays_as_it_is_is_not_tried_before_its_time(trouble: Trouble, refresh: int, minutes: int) -> None:
    for failures in (1, 20):
        drawn = waits(replace(FEED, refresh_minutes=refresh), failed(trouble, failures))

        assert 0.8 * minutes <= min(drawn) <= max(drawn) <= 1.2 * minutes


@pytest.mark.parametrize("visit", [reached(), failed("refused"), failed("refused", 20), failed("broken")])
@pytest.mark.parametrize("minutes", [1, 45, 90, 360])
def test_a_server_that_wants_to_be_left_alone_is(visit: Visit, minutes: int) -> None:
    asked = replace(visit, not_before=NOON + minutes * MINUTE)

    assert min(waits(FEED, asked)) >= minutes
    assert max(waits(FEED, asked)) <= max(1.2 * minutes, 36)


def test_but_not_for_longer_than_six_hours() -> None:
    assert 360 <= min(waits(FEED, replace(reached(), not_before=NOON + YEARS))) < max(
        waits(FEED, replace(reached(), not_before=NOON + YEARS))
    ) <= 432  # fmt: skip


def test_a_wish_to_be_left_alone_until_the_past_is_none() -> None:
    visit = reached()

    assert wait_seconds(FEED, replace(visit, not_before=NOON - DAY), SEED) == wait_seconds(FEED, visit, SEED)


def test_a_new_source_is_visited_at_once() -> None:
    assert due_in(FEED, None, NOON, SEED) == 0.0


@pytest.mark.parametrize("minutes", [0, 1, 10, 23])
def test_a_restart_does_not_visit_what_is_fresh(minutes: int) -> None:
    left = due_in(FEED, reached(NOON - minutes * MINUTE), NOON, SEED)

    assert left == pytest.approx(wait_seconds(FEED, reached(NOON - minutes * MINUTE), SEED) - 60 * minutes)


@pytest.mark.parametrize("age", [37 * MINUTE, DAY, 30 * DAY, YEARS], ids=str)
def test_what_is_overdue_at_a_start_is_visited_within_a_minute_but_not_by_all_kiosks_at_once(age: timedelta) -> None:
    drawn = [due_in(FEED, reached(NOON - age), NOON, kiosk) for kiosk in KIOSKS]

    assert 0.0 <= min(drawn) <= max(drawn) < OVERDUE_WITHIN
    assert max(Counter(map(int, drawn)).values()) <= 3 * len(KIOSKS) / OVERDUE_WITHIN


@pytest.mark.parametrize("ahead", [timedelta(seconds=1), MINUTE, 20 * MINUTE], ids=str)
def test_a_visit_a_little_ahead_of_the_clock_was_just_now(ahead: timedelta) -> None:
    visit = reached(NOON + ahead)

    assert due_in(FEED, visit, NOON, SEED) == wait_seconds(FEED, visit, SEED)


@pytest.mark.parametrize("ahead", [HOUR, DAY, YEARS], ids=str)
def test_one_far_ahead_was_by_a_wrong_clock_and_is_made_anew(ahead: timedelta) -> None:
    assert due_in(FEED, reached(NOON + ahead), NOON, SEED) < OVERDUE_WITHIN


def test_whoever_asks_again_hears_the_same() -> None:
    assert due_in(FEED, reached(), NOON, SEED) == due_in(FEED, reached(), NOON, SEED)


def test_each_visit_and_each_source_has_a_chance_of_its_own() -> None:
    other = WebSource("https://other.example/")
    drawn = {
        wait_seconds(source, visit, SEED) for source in (FEED, other) for visit in (reached(), reached(NOON + DAY))
    }

    assert len(drawn) == 4


def test_500_kiosks_that_were_all_there_at_once_have_parted_by_the_next_time() -> None:
    sources = [WebSource(f"https://paper.example/{number}") for number in range(20)]
    drawn = [wait_seconds(source, reached(), kiosk) for source in sources for kiosk in KIOSKS]
    seconds = max(drawn) - min(drawn)

    assert max(Counter(map(int, drawn)).values()) <= 3 * len(drawn) / seconds


def test_500_kiosks_do_not_return_in_the_same_second_either() -> None:
    drawn = [link_returned_in(kiosk, "192.168.1.7") for kiosk in KIOSKS]
    first, last = LINK_RETURNS

    assert first <= min(drawn) <= max(drawn) <= last
    assert max(Counter(map(int, drawn)).values()) <= 3 * len(drawn) / (last - first)


@pytest.mark.parametrize(
    ("visit", "asks"),
    [
        pytest.param(None, False, id="not visited"),
        pytest.param(reached(), False, id="reached"),
        pytest.param(replace(failed("refused", 400), reached_at=NOON - 2 * DAY), True, id="refused for two days"),
        pytest.param(replace(failed("offline", 48), reached_at=NOON - 1.1 * DAY), True, id="offline for a day"),
        pytest.param(replace(failed("offline", 40), reached_at=NOON - 0.9 * DAY), False, id="offline since this morning"),
        pytest.param(
            replace(failed("offline", 1), reached_at=NOON - 3 * DAY), False, id="the first try after a weekend switched off"
        ),
        pytest.param(
            replace(failed("broken", FAILURES_UNTIL_TOLD), reached_at=NOON - 3 * DAY), True, id="some tries after it"
        ),
        pytest.param(replace(failed("broken", 9), reached_at=NOON + YEARS), True, id="reached by a wrong clock"),
        pytest.param(failed("refused", FAILURES_UNTIL_TOLD - 1), False, id="new, and just failed"),
        pytest.param(failed("refused", FAILURES_UNTIL_TOLD), True, id="new, and never reached"),
        pytest.param(failed("forbidden", FAILURES_UNTIL_TOLD), True, id="forbidden"),
        pytest.param(failed("offline", FAILURES_OF_A_DAY - 1), False, id="never reached for want of a network"),
        pytest.param(failed("offline", FAILURES_OF_A_DAY), True, id="never reached, without a network for a day"),
        pytest.param(failed("failed", FAILURES_UNTIL_TOLD), False, id="visits that end early"),
        pytest.param(replace(failed("", 9), reached_at=NOON - 3 * DAY), False, id="no trouble"),
    ],
)  # fmt: skip
def test_staff_are_asked_when_it_has_lasted(visit: Visit | None, *, asks: bool) -> None:
    assert asks_for_staff(visit) is asks
