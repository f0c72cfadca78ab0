"""What the screen will show, day by day and stretch by stretch, by the clock on the office's wall."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.agenda.rule import Absence, dates_in_words, rule_of, why_absent
from kiosk.display.page.night import GRACE
from kiosk.display.page.opening import exception_on, spans_on
from kiosk.edition.model import Article, Edition, Hours, Rotation, Schedule
from kiosk.edition.schedule import is_on, shown, windows
from kiosk.edition.value import Value
from kiosk.edition.wall import Turn, at_minutes, moment_of, next_turn, wall_time

_DAY = timedelta(days=1)


class Entry(Value, frozen=True):
    """An article: `rule` says when it is on, in words."""

    title: str
    rule: str


class Stretch(Value, frozen=True):
    """From `begins` until before `ends` these articles are `shown` in turn, if not the notice; others that are on wait."""

    begins: datetime
    ends: datetime
    shown: tuple[int, ...]
    waiting: tuple[int, ...] = ()
    is_notice: bool = False


class Period(Value, frozen=True):
    begins: datetime
    ends: datetime


class NoticeTimes(Value, frozen=True):
    """A notice: `rule` says when it takes the articles' place, in words."""

    title: str
    rule: str


class OfficeHours(Value, frozen=True):
    """When the office is open, on a day of its own with a note on why."""

    open: tuple[Period, ...]
    note: str = ""


class DayPlan(Value, frozen=True):
    """One day: `absent` are the articles that are not on, `dark` when the screen is dimmed or off."""

    day: date
    hours: OfficeHours | None
    stretches: tuple[Stretch, ...]
    absent: tuple[Absence, ...] = ()
    dark: tuple[Period, ...] = ()
    turn: Turn | None = None


class Agenda(Value, frozen=True):
    """`now` is by the clock of `time_zone`; `never` are the articles that are shown on none of the days.

    `silent` are the addresses of sources that bring no article now.
    """

    time_zone: str
    now: datetime
    entries: tuple[Entry, ...]
    days: tuple[DayPlan, ...]
    never: tuple[Absence, ...]
    rotation: Rotation
    night: Literal["on", "dim", "off"]
    notice: NoticeTimes | None = None
    silent: tuple[str, ...] = ()


class Wanted(Value, frozen=True):
    """Which days are asked for, at which time, and what this computer's screen does while the office is closed."""

    first: date
    days: int
    now: datetime
    night: Literal["on", "dim", "off"] = "on"


def office_now(edition: Edition, moment: datetime) -> datetime:
    """Give the time on the office's wall."""
    return wall_time(moment, ZoneInfo(edition.organisation.time_zone))


def agenda_of(edition: Edition, wanted: Wanted) -> Agenda:
    days = [_day_plan(edition, wanted.first + n * _DAY, wanted) for n in range(wanted.days)]
    never = tuple(_never(edition.articles, days))
    return Agenda(
        time_zone=edition.organisation.time_zone,
        now=wanted.now,
        entries=tuple(Entry(article.title, rule_of(article)) for article in edition.articles),
        days=tuple(days),
        never=never,
        rotation=edition.rotation,
        night=wanted.night,
        notice=_notice(edition),
    )


def _notice(edition: Edition) -> NoticeTimes | None:
    if edition.notice is None:
        return None
    return NoticeTimes(edition.notice.title, dates_in_words(*_notice_times(edition)))


def _day_plan(edition: Edition, day: date, wanted: Wanted) -> DayPlan:
    stretches = _stretches(edition, day)
    seen = {index for stretch in stretches for index in (*stretch.shown, *stretch.waiting)}
    return DayPlan(
        day=day,
        hours=_hours(edition.hours, day) if edition.hours else None,
        stretches=stretches,
        absent=tuple(_absent(edition.articles, seen, day, day)),
        dark=_dark(edition.hours, day) if edition.hours and wanted.night != "on" else (),
        turn=_turn(day, ZoneInfo(edition.organisation.time_zone)),
    )


def _stretches(edition: Edition, day: date) -> tuple[Stretch, ...]:
    """Cut the day where something changes, and join what is alike on both sides of a cut."""
    edges = sorted({at_minutes(day, 0), at_minutes(day + _DAY, 0), *_edges_within(edition, day)})
    pieces = [_stretch(edition, begins, ends) for begins, ends in pairwise(edges)]
    alike = groupby(pieces, key=lambda piece: (piece.is_notice, piece.shown, piece.waiting))
    return tuple(_joined(list(group)) for _, group in alike)


def _edges_within(edition: Edition, day: date) -> Iterator[datetime]:
    schedules = [article.schedule for article in edition.articles if article.schedule]
    edges = [edge for schedule in schedules for edge in _edges(schedule, day)]
    yield from (edge for edge in (*edges, *_notice_times(edition)) if edge and edge.date() == day)


def _edges(schedule: Schedule, day: date) -> Iterator[datetime]:
    yield from (edge for edge in (schedule.since, schedule.until) if edge)
    for begun in (day - _DAY, day):
        for window in windows(schedule, begun):
            yield from window


def _notice_times(edition: Edition) -> tuple[datetime | None, datetime | None]:
    """Give its beginning and its end by the office's clock, None where there is none."""
    zone, notice = ZoneInfo(edition.organisation.time_zone), edition.notice
    if notice is None:
        return None, None
    return wall_time(notice.since, zone) if notice.since else None, wall_time(notice.until, zone)


def _stretch(edition: Edition, begins: datetime, ends: datetime) -> Stretch:
    articles = edition.articles
    now_shown = shown(articles, begins)
    on = (index for index, article in enumerate(articles) if is_on(article.schedule, begins))
    waiting = tuple(index for index in on if index not in now_shown)
    return Stretch(begins, ends, now_shown, waiting, _is_notice(edition, begins))


def _is_notice(edition: Edition, wall: datetime) -> bool:
    since, until = _notice_times(edition)
    return until is not None and wall < until and (since is None or since <= wall)


def _joined(pieces: list[Stretch]) -> Stretch:
    first = pieces[0]
    return Stretch(first.begins, pieces[-1].ends, first.shown, first.waiting, first.is_notice)


def _absent(articles: tuple[Article, ...], seen: set[int], first: date, last: date) -> Iterator[Absence]:
    for index, article in enumerate(articles):
        if index not in seen:
            yield Absence(index, why_absent(article, first, last))


def _never(articles: tuple[Article, ...], days: list[DayPlan]) -> Iterator[Absence]:
    stretches = [stretch for day in days for stretch in day.stretches]
    ever = {index for stretch in stretches for index in stretch.shown}
    waiting = {index for stretch in stretches for index in stretch.waiting}
    for absence in _absent(articles, ever, days[0].day, days[-1].day):
        outranked = absence.article in waiting
        yield Absence(absence.article, "others with a higher priority are on") if outranked else absence


def _hours(hours: Hours, day: date) -> OfficeHours:
    exception = exception_on(hours, day)
    return OfficeHours(_open(hours, day), exception.note if exception else "")


def _open(hours: Hours, day: date) -> tuple[Period, ...]:
    """Give the hours that begin on the day."""
    return tuple(Period(at_minutes(day, span.opens), at_minutes(day, span.closes)) for span in spans_on(hours, day))


def _dark(hours: Hours, day: date) -> tuple[Period, ...]:
    """Give what lies between the hours with their grace, of a night before too."""
    begins, midnight = at_minutes(day, 0), at_minutes(day + _DAY, 0)
    dark = []
    open_ones = (period for near in (day - _DAY, day, day + _DAY) for period in _open(hours, near))
    for period in sorted(open_ones, key=lambda period: period.begins):
        if begins < min(period.begins - GRACE, midnight):
            dark.append(Period(begins, min(period.begins - GRACE, midnight)))
        begins = max(begins, period.ends + GRACE)
    return (*dark, Period(begins, midnight)) if begins < midnight else tuple(dark)


def _turn(day: date, zone: ZoneInfo) -> Turn | None:
    """Find where the clock is put forward or back on a day; at its midnight, that is the day's too."""
    begins = moment_of(at_minutes(day, 0), zone).astimezone(UTC) - timedelta(seconds=1)
    return next_turn(begins, zone, moment_of(at_minutes(day + _DAY, 0), zone) - begins - timedelta(seconds=1))
