"""Which PINs are refused, why, and that what is left is most of them."""

import random
from pathlib import Path

import pytest

from kiosk.paths import resources
from kiosk.staff.weak import why_weak

LINES = (resources() / "common_pins.txt").read_text("utf-8").splitlines()
COMMON = tuple(line for line in LINES if not line.startswith("#"))

NOT_DIGITS = "A PIN has digits only, 0 to 9. Take 6 to 12 of them"
EARLY = ", and others would try it early. Take digits without a pattern, such as the last ones of two receipts"
FEW = f"This PIN has only one or two different digits{EARLY}"
EVEN = f"The digits of this PIN go up or down in even steps{EARLY}"
AGAIN = f"This PIN is the same few digits again and again{EARLY}"
DOUBLED = f"This PIN is a run with every digit doubled{EARLY}"
BACKWARDS = f"This PIN is the same forwards and backwards{EARLY}"
DRAWN = f"This PIN is a line on the keys{EARLY}"
DATE = f"This PIN is a date{EARLY}"
OFTEN = (
    "This PIN is one of those that most people have."
    " Take digits without a pattern, such as the last ones of two receipts"
)

REFUSED = {
    "nothing": ("", "This PIN has 0 digits. Take 6 to 12"),
    "letters": ("74a962", NOT_DIGITS),
    "a space": ("740 962", NOT_DIGITS),
    "a line feed": ("740962\n", NOT_DIGITS),
    "Arabic digits": ("\u0667\u0664\u0660\u0669\u0666\u0662", NOT_DIGITS),
    "one too few": ("74096", "This PIN has 5 digits. Take 6 to 12"),
    "one too many": ("7409628513746", "This PIN has 13 digits. Take 6 to 12"),
    "one digit": ("777777", FEW),
    "two digits": ("377337", FEW),
    "a run up": ("345678", EVEN),
    "a run down": ("876543", EVEN),
    "a run up across nine": ("890123", EVEN),
    "a run down across nought": ("210987", EVEN),
    "a long run": ("0123456789", EVEN),
    "steps of two": ("135791", EVEN),
    "steps of two down": ("864208", EVEN),
    "three digits again": ("728728", AGAIN),
    "four digits again": ("72917291", AGAIN),
    "three digits again and cut short": ("72872872", AGAIN),
    "again from before its middle": ("7287287", AGAIN),
    "doubled digits going up": ("445566", DOUBLED),
    "doubled digits going down": ("998877", DOUBLED),
    "doubled digits across nine": ("889900", DOUBLED),
    "tripled digits": ("777888999", DOUBLED),
    "a palindrome": ("728827", BACKWARDS),
    "a palindrome of an odd length": ("7280827", BACKWARDS),
    "columns": ("147258", DRAWN),
    "diagonals": ("159753", DRAWN),
    "rows": ("789456", DRAWN),
    "a walk round the edge": ("147896", DRAWN),
    "day, month, year": ("310874", DATE),
    "month, day, year": ("083174", DATE),
    "year, month, day": ("740831", DATE),
    "the leap day": ("290204", DATE),
    "a month of a year": ("071986", DATE),
    "a year and its month": ("198607", DATE),
    "day, month, whole year": ("31081974", DATE),
    "month, day, whole year": ("08311974", DATE),
    "whole year, month, day": ("19740831", DATE),
    "the first year": ("19000831", DATE),
    "the last year": ("20990831", DATE),
    "one that many have": ("142536", OFTEN),
}
TAKEN = {
    "six digits": "740962",
    "twelve digits": "740962851374",
    "nearly a run": "345679",
    "nearly again": "728727",
    "again once only": "7280728",
    "nearly doubled": "445567",
    "doubled, but no run": "449922",
    "nearly a palindrome": "728826",
    "a day that the month does not have": "310474",
    "the leap day of another year": "29022003",
    "a month that there is not": "197414",
    "a date with a day of one figure": "1974831",
    "a year before people were born": "18991331",
    "a date of the last century but one": "31081874",
    "a date of the next century": "31082174",
    "a date of the year after the last": "21000831",
    "a year between other digits": "719863",
}


@pytest.mark.parametrize(("pin", "why"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_what_to_do_instead(pin: str, why: str) -> None:
    assert why_weak(pin, COMMON) == why


@pytest.mark.parametrize("pin", TAKEN.values(), ids=TAKEN)
def test_it_is_taken(pin: str) -> None:
    assert why_weak(pin, COMMON) == ""


@pytest.mark.parametrize("pin", COMMON)
def test_the_commonest_are_refused(pin: str) -> None:
    assert why_weak(pin, COMMON)


def test_there_are_two_hundred_of_them_and_their_source_is_named() -> None:
    assert len(set(COMMON)) == len(COMMON) == 200
    assert all(len(pin) == 6 and pin.isdecimal() for pin in COMMON)
    assert any("Source: " in line for line in LINES)


def test_they_come_with_the_program() -> None:
    assert Path(resources() / "common_pins.txt").is_file()


@pytest.mark.parametrize("pin", [pin for pin, _ in REFUSED.values() if pin])
def test_no_answer_repeats_the_pin(pin: str) -> None:
    assert pin not in why_weak(pin, COMMON)


def test_most_of_those_that_a_die_gives_are_taken() -> None:
    chance = random.Random(7)  # noqa: S311  # the same PINs each time
    pins = [f"{chance.randrange(10**6):06}" for _ in range(2000)]

    taken = sum(not why_weak(pin, COMMON) for pin in pins)

    assert 0.88 < taken / len(pins) < 0.94
