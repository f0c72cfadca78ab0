"""The notice: its times get the organisation's time zone when staff wrote none."""

from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.edition.model import Notice
from kiosk.edition.wall import moment_of
from kiosk.prepare.contact.fault import Fault


def notice_of(
    title: str,
    text: str,
    *,
    until: datetime,
    since: datetime | None,
    severity: Literal["info", "warning", "urgent"],
    time_zone: str,
) -> Notice | Fault:
    ends = _aware(until, time_zone)
    begins = _aware(since, time_zone) if since else None
    if begins is not None and begins >= ends:
        return Fault("until", "is not after since: the notice would never be seen", "Give a later date and time")
    return Notice(title, text, ends, begins, severity)


def has_passed(notice: Notice, now: datetime) -> Fault | None:
    if notice.until > now:
        return None
    return Fault("until", "has passed", "The notice is not shown any more. Delete it, or give a later time", "warning")


def _aware(time: datetime, time_zone: str) -> datetime:
    """Fix the offset at that moment: an edition says when, not by which rules."""
    zone = ZoneInfo(time_zone)
    local = moment_of(time, zone).astimezone(zone) if time.tzinfo is None else time
    return datetime.fromisoformat(local.isoformat())
