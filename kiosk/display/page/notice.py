"""The notice: whether it is on, and when it comes or goes."""

from datetime import datetime

from kiosk.edition.model import Notice


def notice_at(notice: Notice | None, now: datetime) -> Notice | None:
    """Give the notice while it is to be seen; `now` is aware."""
    if notice and notice.until > now and (notice.since is None or notice.since <= now):
        return notice
    return None


def next_turn_of(notice: Notice | None, now: datetime) -> datetime | None:
    """Give the next moment at which it comes or goes, None where it never does."""
    if notice is None:
        return None
    return min((moment for moment in (notice.since, notice.until) if moment and moment > now), default=None)
