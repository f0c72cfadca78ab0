"""The agenda as staff read it: plain lines."""

from collections.abc import Iterator
from itertools import chain

from kiosk.agenda.plan import Agenda, DayPlan, OfficeHours, Period, Stretch
from kiosk.agenda.rule import Absence, day_in_words, in_words, weekday
from kiosk.edition.wall import Turn

_INDENT = "  "
_BELOW = " " * len("  00:00-00:00  ")
_LONGEST_TITLE = 50
_NIGHTS = {"on": "on", "dim": "dimmed", "off": "off"}


def lines_of(agenda: Agenda) -> Iterator[str]:
    now = agenda.now
    yield f"By the clock of {agenda.time_zone}, where it is {weekday(now)} {day_in_words(now.date())}, {now:%H:%M}."
    if len(agenda.entries) > 1:
        shortest, longest = agenda.rotation.shortest_seconds, agenda.rotation.longest_seconds
        yield f"Articles take turns, each for {shortest} to {longest} seconds, by the time that reading it takes."
    never = {absence.article for absence in agenda.never}
    for day in agenda.days:
        yield ""
        yield from _day(agenda, day, never)
    yield from _rest(agenda)


def _day(agenda: Agenda, plan: DayPlan, never: set[int]) -> Iterator[str]:
    today = ", today" if plan.day == agenda.now.date() else ""
    yield f"{weekday(plan.day)} {day_in_words(plan.day)}{today}"
    if plan.turn:
        yield f"{_INDENT}{_turn(plan.turn)}"
    if plan.hours:
        yield f"{_INDENT}{_hours(plan.hours)}"
    if plan.dark:
        yield f"{_INDENT}The screen is {_NIGHTS[agenda.night]} {_periods(plan.dark)}."
    yield from chain.from_iterable(_stretch(agenda, stretch) for stretch in plan.stretches)
    for absence in plan.absent:
        if absence.article not in never:
            yield f"{_INDENT}not on this day: {_absence(agenda, absence)}"


def _stretch(agenda: Agenda, stretch: Stretch) -> Iterator[str]:
    lines = _notice(agenda) if stretch.is_notice else _articles(agenda, stretch)
    first = f"{_INDENT}{_period(Period(stretch.begins, stretch.ends))}  "
    yield from (f"{_BELOW if index else first}{line}" for index, line in enumerate(lines))


def _notice(agenda: Agenda) -> Iterator[str]:
    if agenda.notice:
        yield f'the notice "{agenda.notice.title}", in place of every article: {agenda.notice.rule}'


def _articles(agenda: Agenda, stretch: Stretch) -> Iterator[str]:
    if not stretch.shown:
        yield "no article is on: the screen welcomes visitors"
    for index in stretch.shown:
        yield f"{_title(agenda, index)}: {agenda.entries[index].rule}"
    if stretch.waiting:
        yield f"(waiting, for lower priority: {', '.join(_title(agenda, index) for index in stretch.waiting)})"


def _hours(hours: OfficeHours) -> str:
    note = f" ({hours.note})" if hours.note else ""
    when = f"open {_periods(hours.open)}" if hours.open else "closed"
    return f"The office is {when}{note}."


def _turn(turn: Turn) -> str:
    before, after = (f"{time:%H:%M}" for time in (turn.before, turn.after))
    if turn.before.date() != turn.after.date():
        before, after = in_words(turn.before), in_words(turn.after)
    if turn.after > turn.before:
        return f"The clock is put forward from {before} to {after}: what is planned between does not come on this day."
    return f"The clock is put back from {before} to {after}: what is planned between comes twice."


def _rest(agenda: Agenda) -> Iterator[str]:
    missing = [_absence(agenda, absence) for absence in agenda.never]
    if agenda.notice and not any(stretch.is_notice for day in agenda.days for stretch in day.stretches):
        missing.append(f'the notice "{agenda.notice.title}": {agenda.notice.rule}')
    if missing:
        yield from ("", "Not shown on any of these days:")
        yield from (f"{_INDENT}{line}" for line in missing)
    if agenda.silent:
        yield from ("", "Nothing to show has come yet from these sources, or what has come is too old:")
        yield from (f"{_INDENT}{address}" for address in agenda.silent)


def _absence(agenda: Agenda, absence: Absence) -> str:
    return f"{_title(agenda, absence.article)}: {absence.why}"


def _title(agenda: Agenda, index: int) -> str:
    title = agenda.entries[index].title
    return f'"{title}"' if len(title) <= _LONGEST_TITLE else f'"{title[: _LONGEST_TITLE - 1].rstrip()}…"'


def _periods(periods: tuple[Period, ...]) -> str:
    return ", ".join(_period(period) for period in periods)


def _period(period: Period) -> str:
    return f"{period.begins:%H:%M}-{_end(period)}"


def _end(period: Period) -> str:
    is_midnight = period.ends > period.begins and f"{period.ends:%H:%M}" == "00:00"
    return "24:00" if is_midnight else f"{period.ends:%H:%M}"
