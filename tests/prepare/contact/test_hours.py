"""Opening hours as staff write them."""

import pytest

from kiosk.edition.model import Span
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.hours import hours_meant, long_night, overlaps, spans_of

READ = {
    "one span": ("08:00-17:00", (Span(480, 1020),)),
    "two spans": ("08:00-12:00, 13:00-17:00", (Span(480, 720), Span(780, 1020))),
    "two spans the wrong way round": ("13:00-17:00, 08:00-12:00", (Span(480, 720), Span(780, 1020))),
    "spaces and a long dash": ("8:00 \u2013 17:00", (Span(480, 1020),)),
    "closed": ("closed", ()),
    "closed in capitals": ("Closed", ()),
    "past midnight": ("22:00-02:00", (Span(1320, 1560),)),
    "until midnight": ("18:00-24:00", (Span(1080, 1440),)),
    "until 00:00": ("18:00-00:00", (Span(1080, 1440),)),
    "all day": ("00:00-24:00", (Span(0, 1440),)),
}

MEANT = {
    "dots": ("08.00-17.00", "08:00-17:00"),
    "no minutes": ("8-17", "08:00-17:00"),
    "a word between": ("08:00 to 17:00", "08:00-17:00"),
    "the letter h": ("8h30-17h00", "08:30-17:00"),
    "twelve hours": ("9am-5:30 p.m.", "09:00-17:30"),
    "noon and midnight": ("12pm-12am", "12:00-00:00"),
    "two spans": ("8-12 and 13-17", "08:00-12:00, 13:00-17:00"),
    "until midnight": ("18-24", "18:00-24:00"),
}

WRONG = {
    "a word": ("morning", '"morning" cannot be read as hours'),
    "twelve hours": ("9am-5pm", '"9am-5pm" cannot be read as hours'),
    "no minutes": ("8-17", '"8-17" cannot be read as hours'),
    "an hour too many": ("08:00-25:00", '"08:00-25:00" has a time that does not exist'),
    "a minute too many": ("08:60-17:00", '"08:60-17:00" has a time that does not exist'),
    "past 24:00": ("08:00-24:01", '"08:00-24:01" has a time that does not exist'),
    "from 24:00": ("24:00-08:00", '"24:00-08:00" has a time that does not exist'),
    "no time at all": ("08:00-08:00", '"08:00-08:00" opens and closes at the same time'),
    "overlap": ("08:00-12:00, 11:00-17:00", "has hours that overlap"),
    "a comma too many": ("08:00-12:00,", '"" cannot be read as hours'),
}


@pytest.mark.parametrize(("text", "spans"), READ.values(), ids=READ)
def test_hours_become_minutes_of_the_day(text: str, spans: tuple[Span, ...]) -> None:
    assert spans_of("monday", text) == spans


@pytest.mark.parametrize(("text", "what"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_is_named(text: str, what: str) -> None:
    fault = spans_of("monday", text)

    assert isinstance(fault, Fault), fault
    assert (fault.key, fault.what) == ("monday", what)


def test_the_twelve_hour_clock_gets_its_own_cure() -> None:
    fault = spans_of("monday", "9am-5pm")

    assert isinstance(fault, Fault)
    assert fault.cure == 'Use the 24-hour clock, like "09:00-17:00"'


@pytest.mark.parametrize(("text", "hours"), MEANT.values(), ids=MEANT)
def test_hours_in_another_way_of_writing_are_given_back_as_they_should_be(text: str, hours: str) -> None:
    assert hours_meant(text) == hours


@pytest.mark.parametrize("text", ["morning", "25-27", "8", "13pm-2pm", ""])
def test_what_means_no_hours_gets_none(text: str) -> None:
    assert hours_meant(text) is None


def test_the_cure_names_the_hours_that_are_meant() -> None:
    assert spans_of("monday", "08.00-17.00") == Fault(
        "monday", '"08.00-17.00" cannot be read as hours', 'Write "08:00-17:00"'
    )


def test_a_night_that_is_longer_than_a_day_is_doubted() -> None:
    assert long_night("monday", (Span(1020, 1920),)) == Fault(
        "monday",
        "is open through the night, from 17:00 to 08:00",
        'It is shown so. If you mean the day, write "08:00-17:00"',
        "warning",
    )


@pytest.mark.parametrize("span", [Span(480, 1020), Span(1080, 1800), Span(0, 1440), Span(720, 1440)])
def test_days_and_the_nights_of_a_bar_are_not_doubted(span: Span) -> None:
    assert long_night("monday", (span,)) is None


def test_a_night_may_not_run_into_the_next_day() -> None:
    night, morning = (Span(1320, 1560),), (Span(60, 600),)

    faults = overlaps((night, morning, (), (), (), (), ()))

    assert [(fault.key, fault.what) for fault in faults] == [("monday", "runs into the hours of tuesday")]


def test_sunday_night_ends_before_monday_opens() -> None:
    night, early = (Span(1320, 1560),), (Span(60, 600),)

    assert [fault.key for fault in overlaps((early, (), (), (), (), (), night))] == ["sunday"]


def test_a_night_may_end_when_the_next_day_opens() -> None:
    assert overlaps(((Span(1320, 1560),), (Span(120, 600),), (), (), (), (), ())) == ()
