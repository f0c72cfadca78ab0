from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.agenda.plan import Agenda, DayPlan, OfficeHours, Period, Stretch, Wanted, agenda_of, office_now
from kiosk.agenda.rule import Absence
from kiosk.edition.model import Edition, Hours, Organisation, Span
from kiosk.edition.value import replace
from kiosk.edition.wall import Turn
from tests.agenda.conftest import NO_WATER
from tests.edition.turns import BACK, FORWARD, Jump, wall

WELCOME, LATE, MARKET = 0, 1, 2
DAY = timedelta(days=1)


def agenda(edition: Edition, first: str, days: int = 1) -> Agenda:
    return agenda_of(edition, Wanted(date.fromisoformat(first), days, wall(f"{first} 09:00")))


def plan(edition: Edition, day: str) -> DayPlan:
    return agenda(edition, day).days[0]


def test_the_office_s_time_is_told(office: Edition) -> None:
    assert office_now(office, datetime(2026, 7, 1, 12, tzinfo=UTC)) == wall("2026-07-01 13:00")


def test_a_day_without_a_change_is_one_stretch(office: Edition) -> None:
    assert plan(office, "2026-11-26").stretches == (Stretch(wall("2026-11-26"), wall("2026-11-27"), (WELCOME,)),)


def test_a_night_is_cut_at_midnight_and_belongs_to_both_days(office: Edition) -> None:
    assert plan(office, "2026-11-27").stretches == (
        Stretch(wall("2026-11-27"), wall("2026-11-27 22:00"), (WELCOME,)),
        Stretch(wall("2026-11-27 22:00"), wall("2026-11-28"), (LATE,), waiting=(WELCOME,)),
    )
    assert plan(office, "2026-11-28").stretches == (
        Stretch(wall("2026-11-28"), wall("2026-11-28 02:00"), (LATE,), waiting=(WELCOME,)),
        Stretch(wall("2026-11-28 02:00"), wall("2026-11-29"), (WELCOME,)),
    )


def test_a_day_on_which_an_article_is_not_on_says_why(office: Edition) -> None:
    assert plan(office, "2026-11-26").absent == (
        Absence(LATE, "only on Fridays, from 22:00 to 02:00 the next day; priority 1"),
        Absence(MARKET, "its time begins on 1 December 2026"),
    )


def test_what_is_on_for_a_part_of_the_day_is_not_absent(office: Edition) -> None:
    assert [absence.article for absence in plan(office, "2026-11-28").absent] == [MARKET]


def test_the_notice_takes_the_place_of_the_articles(office: Edition) -> None:
    stretches = plan(replace(office, notice=NO_WATER), "2026-11-28").stretches

    assert [(stretch.begins.hour, stretch.is_notice) for stretch in stretches] == [
        (0, False),
        (2, False),
        (8, True),
        (17, False),
    ]


def test_a_notice_without_a_beginning_is_there_from_the_start(office: Edition) -> None:
    stretches = plan(replace(office, notice=replace(NO_WATER, since=None)), "2026-11-27").stretches

    assert all(stretch.is_notice for stretch in stretches)


def test_without_any_article_the_screen_welcomes(office: Edition) -> None:
    assert plan(replace(office, articles=()), "2026-11-27").stretches[0].shown == ()


def test_what_is_shown_on_none_of_the_days_is_told_with_its_reason(office: Edition) -> None:
    assert agenda(office, "2026-11-26").never == plan(office, "2026-11-26").absent
    assert agenda(office, "2026-11-26", days=7).never == ()


def test_what_waits_all_the_time_is_told(office: Edition) -> None:
    ahead = replace(office, articles=(replace(office.articles[WELCOME], priority=2), *office.articles[1:]))

    assert agenda(ahead, "2026-11-27", days=2).never == (
        Absence(LATE, "others with a higher priority are on"),
        Absence(MARKET, "its time begins on 1 December 2026"),
    )


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        pytest.param(
            "2026-11-27", OfficeHours((Period(wall("2026-11-27 08:00"), wall("2026-11-27 17:00")),)), id="open"
        ),
        pytest.param("2026-11-29", OfficeHours(()), id="closed"),
        pytest.param("2026-12-25", OfficeHours((), "Christmas Day"), id="a holiday"),
    ],
)
def test_the_hours_of_a_day_are_told(office: Edition, day: str, hours: OfficeHours) -> None:
    assert plan(office, day).hours == hours


def test_an_office_without_hours_has_none(office: Edition) -> None:
    assert plan(replace(office, hours=None), "2026-11-27").hours is None


def test_the_screen_is_dark_from_ten_minutes_after_closing_to_ten_before_opening(office: Edition) -> None:
    bar = Hours(week=((Span(20 * 60, 26 * 60),),) * 7)
    wanted = Wanted(date(2026, 11, 27), 1, wall("2026-11-27 09:00"), night="dim")

    (day,) = agenda_of(replace(office, hours=bar), wanted).days

    assert day.dark == (Period(wall("2026-11-27 02:10"), wall("2026-11-27 19:50")),)


def test_a_screen_that_stays_on_is_never_dark(office: Edition) -> None:
    assert plan(office, "2026-11-27").dark == ()


@pytest.mark.parametrize("jump", FORWARD + BACK, ids=lambda jump: f"{jump.zone} {jump.before}")
def test_a_turn_of_the_clock_is_told_on_its_day_only(office: Edition, jump: Jump) -> None:
    there = replace(office, organisation=Organisation("Haig Park Office", "", jump.zone))
    day = jump.utc.astimezone(jump.info).date()
    first = (day - 3 * DAY).isoformat()

    turns = [plan.turn for plan in agenda(there, first, days=7).days]

    assert turns == [None] * 3 + [Turn(jump.utc, jump.before, jump.after)] + [None] * 3
