import pytest

from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.time_of_day import time_of_day

READ = {"00:00": 0, "8:30": 510, "08:30": 510, "23:59": 1439, "24:00": 1440}

UNREADABLE = {
    "11": 'Write "11:00"',
    "11.00": 'Write "11:00"',
    "11am": 'Write "11:00"',
    "5 p.m.": 'Write "17:00"',
    "12am": 'Write "00:00"',
    "11h30": 'Write "11:30"',
    "11h": 'Write "11:00"',
    "1730": 'Write "17:30"',
    "17:30:00": 'Write "17:30"',
    "noon": 'Write "12:00"',
    "Midnight": 'Write "24:00"',
    "13pm": 'Write it by the 24-hour clock, like "08:00" or "17:30"',
    "in the morning": 'Write it by the 24-hour clock, like "08:00" or "17:30"',
    "08:00-17:00": 'Write it by the 24-hour clock, like "08:00" or "17:30"',
}


@pytest.mark.parametrize(("text", "minutes"), READ.items(), ids=READ)
def test_a_time_becomes_minutes_after_midnight(text: str, minutes: int) -> None:
    assert time_of_day("start", text) == minutes


@pytest.mark.parametrize(("text", "cure"), UNREADABLE.items(), ids=UNREADABLE)
def test_a_time_in_another_way_is_given_back_as_it_should_be(text: str, cure: str) -> None:
    assert time_of_day("start", text) == Fault("start", f'"{text}" cannot be read as a time', cure)


@pytest.mark.parametrize("text", ["24:01", "25:00", "08:60"])
def test_a_time_of_no_clock_is_named(text: str) -> None:
    what = f'"{text}" is a time that does not exist'

    assert time_of_day("end", text) == Fault("end", what, "Times go from 00:00 to 24:00")
