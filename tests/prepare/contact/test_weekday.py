import pytest

from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.hours import WEEKDAYS
from kiosk.prepare.contact.weekday import weekday_of

ALL = 'Write one of "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"'
NUMBER = 'Write the day by its name, like "monday", for weeks do not begin alike everywhere'

WRONG = {
    "a capital letter": ("Monday", '"Monday" has capital letters', 'Write "monday"'),
    "capitals": ("FRIDAY", '"FRIDAY" has capital letters', 'Write "friday"'),
    "three letters": ("fri", '"fri" is not the full name of a day', 'Write "friday"'),
    "two letters": ("Su", '"Su" is not the full name of a day', 'Write "sunday"'),
    "a point": ("Thurs.", '"Thurs." is not the full name of a day', 'Write "thursday"'),
    "one letter": ("t", '"t" is not the full name of a day', ALL),
    "a slip": ("wendesday", '"wendesday" is not the full name of a day', 'Write "wednesday"'),
    "several of them": ("fridays", '"fridays" is not the full name of a day', 'Write "friday"'),
    "a number": ("1", '"1" is a number', NUMBER),
    "a stretch": ("sat-mon", '"sat-mon" is not the full name of a day', 'Write "saturday", "sunday", "monday"'),
    "a stretch in words": ("Fri to Sat", '"Fri to Sat" is not the full name of a day', 'Write "friday", "saturday"'),
    "the weekend": ("weekend", '"weekend" is not the full name of a day', 'Write "saturday", "sunday"'),
    "every day": (
        "daily",
        '"daily" is not the full name of a day',
        "Delete the line days: without it every day counts",
    ),
    "another language": ("vendredi", '"vendredi" is not the full name of a day', ALL),
}


def test_days_are_known_by_their_names() -> None:
    assert [weekday_of(name) for name in WEEKDAYS] == list(range(7))


@pytest.mark.parametrize(("text", "what", "cure"), WRONG.values(), ids=WRONG)
def test_whatever_else_is_answered_with_what_to_write(text: str, what: str, cure: str) -> None:
    assert weekday_of(text) == Fault("", what, cure)
