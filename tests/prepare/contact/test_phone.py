"""Phone numbers of many countries: which are taken, and in which words the others are refused."""

import pytest

from kiosk.edition.model import Phone
from kiosk.prepare.contact.country import NOWHERE, country_with
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.phone import emergency_phone_of, looks_short, phone_of

ACCEPTED = {
    "international": ("ZW", "+263 775 679 494", "+263 77 567 9494", "tel:+263775679494"),
    "national": ("ZW", "0775 679 494", "+263 77 567 9494", "tel:+263775679494"),
    "with a bracketed zero": ("ZW", "+263 (0)775 679 494", "+263 77 567 9494", "tel:+263775679494"),
    "with 00": ("GB", "00263 775 679 494", "+263 77 567 9494", "tel:+263775679494"),
    "hyphens": ("US", "201-555-0123", "+1 201-555-0123", "tel:+12015550123"),
    "of another country": ("ZW", "+44 7400 123456", "+44 7400 123456", "tel:+447400123456"),
    "with an extension": ("ZW", "+263 242 251 234 ext. 12", "+263 24 2251234 ext. 12", "tel:+263242251234;ext=12"),
    "with x": ("US", "201-555-0123 x99", "+1 201-555-0123 ext. 99", "tel:+12015550123;ext=99"),
    "toll free": ("US", "+1 800 234 5678", "+1 800-234-5678", "tel:+18002345678"),
    "Arabic digits": (
        "EG",
        "+\u0662\u0660 \u0661\u0660\u0660 \u0661\u0662\u0663 \u0664\u0665\u0666\u0667",
        "+20 10 01234567",
        "tel:+201001234567",
    ),
    "as a link": ("ZW", "tel:+263775679494", "+263 77 567 9494", "tel:+263775679494"),
}

REFUSED = {
    "too short": ("ZW", "0775 679", "is too short for Zimbabwe", "+263 71 234 5678"),
    "far too short": ("ZW", "12", "is too short for Zimbabwe", "+263 71 234 5678"),
    "too long": ("GB", "+44 7400 123456 789", "is too long for Britain (UK)", "+44 7400 123456"),
    "nothing but a word": ("ZW", "reception", 'has the letter "r" in it', "digits only"),
    "a letter for a digit": ("ZW", "O775 679 494", 'has the letter "O" in it', "digits only"),
    "letters as in America": ("US", "1-800-FLOWERS", 'has the letter "F" in it', "digits only"),
    "a code of the telephone": ("ZW", "*#06#", "is a code for the telephone itself", "+263 71 234 5678"),
    "a code with a number": ("ZW", "*151*0775679494#", "is a code for the telephone itself", "+263 71 234 5678"),
    "a pause": ("ZW", "+263 775 679 494,,12", "has a pause in it", "ext. 12"),
    "a pause with a code": ("DE", "+49 30 123456,,1234#", "is a code for the telephone itself", "Write it like"),
    "two numbers": ("ZW", "+263 775 679 494; +263 775 679 495", "has 2 numbers in it", "a second [[phone]]"),
    "two numbers with a slash": ("ZW", "0775 679 494 / 0772 123 456", "has 2 numbers in it", "a second [[phone]]"),
    "two numbers with a word": ("ZW", "0775 679 494 or 0772 123 456", "has 2 numbers in it", "a second [[phone]]"),
    "two numbers with a space": ("ZW", "+263775679494 +263772123456", "has 2 numbers in it", "a second [[phone]]"),
    "an emergency number": ("DE", "112", "is an emergency number", "emergency = true"),
    "premium rate": ("DE", "0900 1 234567", "costs the caller extra", "allow_premium = true"),
    "no such country": ("ZW", "+999 123 456 789", "does not begin with a country's code", "+263 71 234 5678"),
    "not in use": ("US", "+1 111 555 0123", "is not in use as a number for United States", "+1 201-555-0123"),
    "without the area code": ("US", "555 0123", "lacks the area code", "+1 201-555-0123"),
}


@pytest.mark.parametrize(("code", "text", "shown", "link"), ACCEPTED.values(), ids=ACCEPTED)
def test_a_number_is_shown_internationally_and_dialled_in_full(code: str, text: str, shown: str, link: str) -> None:
    phone = _phone(code, text)

    assert isinstance(phone, Phone), phone
    assert (phone.number, phone.link.payload) == (shown, link)


@pytest.mark.parametrize(("code", "text", "what", "cure"), REFUSED.values(), ids=REFUSED)
def test_a_number_that_visitors_cannot_dial_is_refused(code: str, text: str, what: str, cure: str) -> None:
    fault = _phone(code, text)

    assert isinstance(fault, Fault), fault
    assert (what in fault.what, cure in fault.cure) == (True, True), fault


def test_a_number_much_shorter_than_others_of_its_kind_is_doubted() -> None:
    phone = _phone("ZA", "+27 82 123")

    assert isinstance(phone, Phone)
    assert looks_short(phone) == Fault(
        "number", '"+27 82 123" is very short', "It is shown so. Others are like +27 71 123 4567", "warning"
    )


@pytest.mark.parametrize(
    ("code", "text"), [("DE", "030 123456"), ("ZW", "+263 775 679 494"), ("US", "+1 800 234 5678")]
)
def test_a_number_of_the_usual_length_is_not_doubted(code: str, text: str) -> None:
    phone = _phone(code, text)

    assert isinstance(phone, Phone)
    assert looks_short(phone) is None


def test_premium_rate_is_taken_where_staff_say_so() -> None:
    germany = country_with("DE")
    assert germany is not None

    assert isinstance(phone_of("Line", "0900 1 234567", germany, premium_allowed=True), Phone)


def test_an_emergency_number_is_dialled_as_it_stands() -> None:
    germany = country_with("DE")
    assert germany is not None

    phone = emergency_phone_of("Help", "112", germany)

    assert isinstance(phone, Phone)
    assert (phone.number, phone.link.payload, looks_short(phone)) == ("112", "tel:112", None)


def test_an_ordinary_number_is_no_emergency_number() -> None:
    zimbabwe = country_with("ZW")
    assert zimbabwe is not None

    assert emergency_phone_of("Help", "0775 679 494", zimbabwe) == Fault(
        "number",
        '"0775 679 494" is no emergency number in Zimbabwe',
        "Write the short number alone, or remove: emergency = true",
    )


def test_without_a_country_a_full_number_is_still_understood() -> None:
    assert isinstance(phone_of("Reception", "+263 775 679 494", NOWHERE), Phone)


def _phone(code: str, text: str) -> Phone | Fault:
    country = country_with(code)
    assert country is not None
    return phone_of("Reception", text, country)
