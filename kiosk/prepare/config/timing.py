"""When each article of `contact.toml` is shown, and before which others."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.edition.model import Schedule
from kiosk.edition.wall import wall_time
from kiosk.prepare.config.contact_file import Timing
from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.shape import ArticleShape
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.schedule import contradiction, has_passed, too_far
from kiosk.prepare.contact.time_of_day import time_of_day
from kiosk.prepare.contact.weekday import weekday_of


def timings_of(shapes: list[ArticleShape], time_zone: str, report: Report, now: datetime) -> tuple[Timing, ...]:
    """Give what can be read; the report knows of the rest, and of what has passed at `now`."""
    zone = ZoneInfo(time_zone)
    return tuple(_timing(shape, ("article", index), zone, report, now) for index, shape in enumerate(shapes))


def _timing(shape: ArticleShape, path: KeyPath, zone: ZoneInfo, report: Report, now: datetime) -> Timing:
    schedule = Schedule(
        days=_days(shape.days or [], path, report),
        since=_wall("from", shape.since, zone, path, report),
        until=_wall("to", shape.until, zone, path, report),
        start=_minutes("start", shape.start, path, report),
        end=_minutes("end", shape.end, path, report),
    )
    if fault := contradiction(schedule) or has_passed(schedule, wall_time(now, zone)):
        report.add(path, fault)
    return Timing(None if schedule == Schedule() else schedule, shape.priority)


def _days(names: list[str], path: KeyPath, report: Report) -> tuple[int, ...]:
    """Give them in the order of the week, or none where one cannot be read: then nothing is concluded from them."""
    days = [weekday_of(name) for name in names]
    for index, day in enumerate(days):
        if isinstance(day, Fault):
            report.add((*path, "days", index), day)
    known = {day for day in days if isinstance(day, int)}
    return tuple(sorted(known)) if not any(isinstance(day, Fault) for day in days) else ()


def _wall(key: str, written: datetime | None, zone: ZoneInfo, path: KeyPath, report: Report) -> datetime | None:
    """Give it by the office's clock, whatever zone it was written for."""
    if written is None:
        return None
    if fault := too_far(key, written):
        report.add(path, fault)
        return None
    return written if written.tzinfo is None else wall_time(written, zone)


def _minutes(key: str, written: str | None, path: KeyPath, report: Report) -> int | None:
    if written is None:
        return None
    minutes = time_of_day(key, written)
    if isinstance(minutes, Fault):
        report.add(path, minutes)
        return None
    return minutes
