from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.feed.choose import chosen
from kiosk.prepare.feed.feed import Entry, Feed
from kiosk.prepare.feed.read import read_feed
from tests.prepare.feed.feeds import FORMATS, NOW, URL, encoded, picked, stories

DATES = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2199, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis wants them bare
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32")


def entry(name: str, published: datetime | None) -> Entry:
    return Entry(name, name, "", published, "", "", "", URL, "", "")


def names(*entries: Entry, limit: int = 9, max_age_days: int = 0) -> list[str]:
    return [one.title for one in chosen(Feed("", "", entries), NOW, limit, max_age_days)]


@pytest.mark.parametrize("written_as", FORMATS)
@pytest.mark.parametrize("seed", range(15))
def test_the_newest_of_every_format_are_chosen_as_the_rules_say(written_as: str, seed: int) -> None:
    written = stories(seed)
    limit, max_age_days = seed % 6, (0, 1, 7)[seed % 3]
    content = encoded(FORMATS[written_as](written), ENCODINGS[seed % 5])

    feed = read_feed(content, "", URL)

    assert isinstance(feed, Feed)
    shown = [(one.content, one.link) for one in chosen(feed, NOW, limit, max_age_days)]
    assert shown == picked(written, limit, max_age_days)
    assert feed.title == "The Paper"


def test_the_newest_comes_first() -> None:
    assert names(entry("old", NOW - timedelta(2)), entry("new", NOW - timedelta(1))) == ["new", "old"]


def test_equally_new_entries_stay_in_the_feeds_order() -> None:
    assert names(entry("a", NOW), entry("b", NOW), entry("c", NOW)) == ["a", "b", "c"]


def test_entries_without_a_date_follow_in_the_feeds_order() -> None:
    assert names(entry("a", None), entry("dated", NOW - timedelta(900)), entry("b", None)) == ["dated", "a", "b"]


def test_no_more_than_the_limit_are_chosen() -> None:
    assert names(*(entry(name, NOW) for name in "abcd"), limit=2) == ["a", "b"]
    assert names(entry("a", NOW), limit=0) == []


def test_an_entry_retires_a_second_after_its_last_day() -> None:
    edge, late = NOW - timedelta(days=7), NOW - timedelta(days=7, seconds=1)

    assert names(entry("edge", edge), entry("late", late), max_age_days=7) == ["edge"]
    assert names(entry("edge", edge), entry("late", late)) == ["edge", "late"]


def test_a_date_two_days_ahead_is_believed_and_a_later_one_is_none() -> None:
    soon, lure = NOW + timedelta(hours=48), NOW + timedelta(hours=48, seconds=1)

    shown = chosen(Feed("", "", (entry("lure", lure), entry("soon", soon), entry("now", NOW))), NOW, 9, 0)

    assert [(one.title, one.published) for one in shown] == [("soon", soon), ("now", NOW), ("lure", None)]


@given(dates=st.lists(DATES, max_size=12), limit=st.integers(-1, 13), days=st.integers(0, 4000))
def test_whatever_the_dates_are_the_chosen_are_in_order_and_within_the_bounds(
    dates: list[datetime | None], limit: int, days: int
) -> None:
    feed = Feed("", "", tuple(entry(str(place), date) for place, date in enumerate(dates)))

    shown = chosen(feed, NOW, limit, days)

    known = [one.published for one in shown if one.published]
    assert len(shown) <= max(limit, 0)
    assert known == sorted(known, reverse=True)
    assert all(date <= NOW + timedelta(hours=48) for date in known)
    assert all(not days or date >= NOW - timedelta(days=days) for date in known)
    assert [one.published for one in shown[: len(known)]] == known
