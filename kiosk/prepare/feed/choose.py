"""Which entries of a feed the lobby shows."""

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.prepare.feed.feed import Entry, Feed
from kiosk.prepare.feed.newest import published

LATEST_AHEAD = timedelta(hours=48)
"""More than any mistake about time zones: what is dated later is no news from tomorrow but an appointment or a lure."""


def chosen(feed: Feed, now: datetime, limit: int, max_age_days: int) -> tuple[Entry, ...]:
    """Give the newest entries first, those without a date after them in the feed's order.

    A date more than LATEST_AHEAD in the future counts as none. None is older than `max_age_days`, 0 for any age; how
    old an undated one is, nobody knows.
    """
    believed = (_believed(entry, now) for entry in feed.entries)
    fresh = (entry for entry in believed if not max_age_days or not _is_older(entry, now, max_age_days))
    return tuple(sorted(fresh, key=published, reverse=True)[: max(limit, 0)])


def _believed(entry: Entry, now: datetime) -> Entry:
    if entry.published is not None and entry.published - now > LATEST_AHEAD:
        return replace(entry, published=None)
    return entry


def _is_older(entry: Entry, now: datetime, days: int) -> bool:
    return entry.published is not None and now - entry.published > timedelta(days=days)
