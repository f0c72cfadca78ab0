"""Phone numbers: what staff wrote becomes a number that a visitor can dial from anywhere, or a reason why not."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType, ValidationResult
from phonenumbers.shortnumberinfo import is_emergency_number

from kiosk.edition import links
from kiosk.edition.model import Phone
from kiosk.prepare import qr
from kiosk.prepare.contact.country import Country, country_with
from kiosk.prepare.contact.fault import Fault

_FREE_OR_NORMAL = frozenset(
    {
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.UAN,
        PhoneNumberType.VOIP,
    }
)
_COSTLY = frozenset({PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.PERSONAL_NUMBER})
_USUAL_DIFFERENCE = 2
"""Digits by which the numbers of small and large towns differ, as in Germany."""
_SEVERAL = re.compile(r"[,;/|&]|\bor\b|\band\b|(?<=\d)\s*(?=\+)", re.IGNORECASE)
_FEWEST_DIGITS = 7
_EXTENSION = re.compile(r"(?:;?\s*ext(?:ension)?\.?=?|\s*x\.?)\s*(\d{1,7})$", re.IGNORECASE)


def phone_of(label: str, text: str, country: Country, *, premium_allowed: bool = False) -> Phone | Fault:
    number = number_of(text, country)
    if isinstance(number, Fault):
        return number
    kind = phonenumbers.number_type(number)
    if kind in _COSTLY and not premium_allowed:
        return _fault(f'"{text}" costs the caller extra', "Give another number, or add: allow_premium = true")
    if kind not in _FREE_OR_NORMAL | _COSTLY:
        return _fault(f'"{text}" is a number that visitors cannot call', "Give a fixed line or a mobile number")
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return Phone(label, shown, qr.takeaway(links.tel(e164(number), number.extension or "")))


def looks_short(phone: Phone) -> Fault | None:
    """Warn of a number that exists but is much shorter than others of its kind: its end may be missing."""
    if not phone.link.payload.startswith("tel:+"):
        return None
    number = phonenumbers.parse(phone.link.payload)
    region = phonenumbers.region_code_for_number(number)
    example = phonenumbers.example_number_for_type(region, phonenumbers.number_type(number)) if region else None
    if example is None or _digits(example) - _digits(number) <= _USUAL_DIFFERENCE:
        return None
    shown = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return Fault("number", f'"{phone.number}" is very short', f"It is shown so. Others are like {shown}", "warning")


def emergency_phone_of(label: str, text: str, country: Country) -> Phone | Fault:
    if not is_emergency_number(text, country.code):
        where = country.name or "your country"
        return _fault(
            f'"{text}" is no emergency number in {where}', "Write the short number alone, or remove: emergency = true"
        )
    return Phone(label, text, qr.takeaway(links.tel(text)))


def number_of(text: str, country: Country) -> PhoneNumber | Fault:
    """Read a complete, existing number; its type is not judged."""
    if fault := _not_plain(text, country):
        return fault
    try:
        number = phonenumbers.parse(text, country.code or None)
    except NumberParseException as error:
        return _unparsed(text, error.error_type, country)
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != ValidationResult.IS_POSSIBLE:
        return _impossible(text, reason, _country_of(number, country))
    if not phonenumbers.is_valid_number(number):
        return _not_in_use(text, number, _country_of(number, country))
    return number


def e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _not_plain(text: str, country: Country) -> Fault | None:
    """Name what phonenumbers would silently understand in its own way."""
    if "*" in text or "#" in text:
        return _fault(f'"{text}" is a code for the telephone itself, with * or #', _write_it_like(country))
    if country.code and is_emergency_number(text, country.code):
        return _fault(f'"{text}" is an emergency number', "Add the line: emergency = true")
    if several := _several(text):
        return _fault(f'"{text}" has {several} numbers in it', "Make a second [[phone]] for the second number")
    bare = _EXTENSION.sub("", text)
    if letters := re.findall(r"[^\W\d_]", bare.removeprefix("tel:")):
        return _fault(f'"{text}" has the letter "{letters[0]}" in it', "Write digits only; an extension as: ext. 12")
    if re.search(r"[,;]", bare):
        return _fault(f'"{text}" has a pause in it', "Write the number alone; an extension as: ext. 12")
    return None


def _several(text: str) -> int:
    """Count the numbers in a text; 0 where there is one at most."""
    pieces = _SEVERAL.split(text)
    whole = all(len(re.findall(r"\d", piece)) >= _FEWEST_DIGITS for piece in pieces)
    return len(pieces) if whole and len(pieces) > 1 else 0


def _digits(number: PhoneNumber) -> int:
    return len(str(number.national_number))


def _unparsed(text: str, error: int, country: Country) -> Fault:
    if error == NumberParseException.INVALID_COUNTRY_CODE:
        return _fault(f'"{text}" does not begin with a country\'s code that exists', _write_it_like(country))
    if error == NumberParseException.TOO_LONG:
        return _fault(f'"{text}" is too long for a phone number', _write_it_like(country))
    if error in {NumberParseException.TOO_SHORT_NSN, NumberParseException.TOO_SHORT_AFTER_IDD}:
        return _fault(f'"{text}" is too short{_place_name(country)}', _write_it_like(country))
    return _fault(f'"{text}" is no phone number', _write_it_like(country))


def _impossible(text: str, reason: int, country: Country) -> Fault:
    cure = _write_it_like(country)
    match reason:
        case ValidationResult.TOO_LONG:
            return _fault(f'"{text}" is too long{_place_name(country)}', cure)
        case ValidationResult.TOO_SHORT:
            return _fault(f'"{text}" is too short{_place_name(country)}', cure)
        case ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            return _fault(f'"{text}" lacks the area code', cure)
        case ValidationResult.INVALID_COUNTRY_CODE:
            return _fault(f'"{text}" does not begin with a country\'s code that exists', cure)
        case _:
            return _fault(f'"{text}" does not have the right number of digits{_place_name(country)}', cure)


def _not_in_use(text: str, number: PhoneNumber, country: Country) -> Fault:
    """Tell a number that lost its end from one that never was: 0775 679 has the length of some other number."""
    what = "is too short" if _may_go_on(number) else "is not in use as a number"
    return _fault(f'"{text}" {what}{_place_name(country)}', _write_it_like(country))


def _may_go_on(number: PhoneNumber) -> bool:
    return any(
        phonenumbers.is_valid_number(
            PhoneNumber(country_code=number.country_code, national_number=int(f"{number.national_number}{more}"))
        )
        for digits in range(1, 5)
        for more in ("0" * digits, "2" * digits, "5" * digits)
    )


def _write_it_like(country: Country) -> str:
    example = phonenumbers.example_number_for_type(country.code, PhoneNumberType.MOBILE) if country.code else None
    if example is None:
        return "Write it with + and the country's code, like +263 71 234 5678"
    shown = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return f"Write it like {shown}"


def _country_of(number: PhoneNumber, otherwise: Country) -> Country:
    region = phonenumbers.region_code_for_country_code(number.country_code or 0)
    return country_with(region) or otherwise


def _place_name(country: Country) -> str:
    return f" for {country.name}" if country.name else ""


def _fault(what: str, cure: str) -> Fault:
    return Fault("number", what, cure)
