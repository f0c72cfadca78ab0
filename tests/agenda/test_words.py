from datetime import date

from kiosk.agenda.plan import Wanted, agenda_of
from kiosk.agenda.words import lines_of
from kiosk.edition.model import Article, Edition, Organisation
from kiosk.edition.value import replace
from tests.agenda.conftest import NO_WATER
from tests.edition.turns import wall

NOW = wall("2026-11-27 21:40")


def page(edition: Edition, first: date, days: int = 1) -> str:
    return "\n".join(lines_of(agenda_of(edition, Wanted(first, days, NOW, night="dim"))))


def test_two_days_are_told(office: Edition) -> None:
    office = replace(office, notice=NO_WATER)

    assert page(office, date(2026, 11, 27), days=2) == (
        """\
By the clock of Europe/London, where it is Friday 27 November 2026, 21:40.
Articles take turns, each for 20 to 120 seconds, by the time that reading it takes.

Friday 27 November 2026, today
  The office is open 08:00-17:00.
  The screen is dimmed 00:00-07:50, 17:10-24:00.
  00:00-22:00  "Welcome": always
  22:00-24:00  "Late": on Fridays, from 22:00 to 02:00 the next day; priority 1
               (waiting, for lower priority: "Welcome")

Saturday 28 November 2026
  The office is open 08:00-12:00.
  The screen is dimmed 00:00-07:50, 12:10-24:00.
  00:00-02:00  "Late": on Fridays, from 22:00 to 02:00 the next day; priority 1
               (waiting, for lower priority: "Welcome")
  02:00-08:00  "Welcome": always
  08:00-17:00  the notice "No water", in place of every article: from 28 November 2026 at 08:00, until 28 November 2026 at 17:00
  17:00-24:00  "Welcome": always

Not shown on any of these days:
  "Market": its time begins on 1 December 2026"""
    )


def test_a_holiday_is_told_with_its_note(office: Edition) -> None:
    assert "  The office is closed (Christmas Day).\n" in page(office, date(2026, 12, 25))


def test_what_is_on_another_of_the_days_is_told_on_the_day_without_it(office: Edition) -> None:
    lines = page(office, date(2026, 11, 26), days=2).splitlines()

    assert '  not on this day: "Late": only on Fridays, from 22:00 to 02:00 the next day; priority 1' in lines


def test_a_clock_put_forward_is_told(office: Edition) -> None:
    says = "  The clock is put forward from 01:00 to 02:00: what is planned between does not come on this day.\n"

    assert says in page(office, date(2026, 3, 29))


def test_a_clock_put_back_is_told(office: Edition) -> None:
    says = "  The clock is put back from 02:00 to 01:00: what is planned between comes twice.\n"

    assert says in page(office, date(2026, 10, 25))


def test_a_clock_put_over_a_midnight_is_told_with_the_days(office: Edition) -> None:
    there = replace(office, organisation=Organisation("Haig Park Office", "BR", "America/Sao_Paulo"))

    says = "  The clock is put back from 18 February 2018 to 17 February 2018 at 23:00: what is planned between comes twice."
    assert says in page(there, date(2018, 2, 17)).splitlines()


def test_an_edition_without_articles_has_a_welcome(office: Edition) -> None:
    welcoming = page(replace(office, articles=()), date(2026, 11, 27))

    assert "  00:00-24:00  no article is on: the screen welcomes visitors" in welcoming.splitlines()
    assert "take turns" not in welcoming


def test_a_notice_of_another_day_is_told_with_its_times(office: Edition) -> None:
    office = replace(office, notice=replace(NO_WATER, since=None))

    assert (
        page(office, date(2026, 12, 1)).splitlines()[-1] == '  the notice "No water": until 28 November 2026 at 17:00'
    )


def test_a_long_title_is_cut(office: Edition) -> None:
    assert f'"{"x" * 49}…": always' in page(replace(office, articles=(Article("x" * 80, ()),)), date(2026, 11, 27))


def test_sources_without_an_article_are_told_last(office: Edition) -> None:
    agenda = replace(agenda_of(office, Wanted(date(2026, 12, 2), 1, NOW)), silent=("https://paper.example/feed",))

    assert "\n".join(lines_of(agenda)).endswith(
        "\n\nNothing to show has come yet from these sources, or what has come is too old:\n"
        "  https://paper.example/feed"
    )
