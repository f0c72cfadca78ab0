"""From the shape of `contact.toml` to its meaning: every rule is asked, and every fault reported, in one pass."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from kiosk.edition.model import Address, Contact, Look, Notice, Organisation, Phone, Takeaway
from kiosk.edition.value import replace
from kiosk.prepare.config.contact_file import ContactFile
from kiosk.prepare.config.keys import KeyPath
from kiosk.prepare.config.opening import hours_of
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.rotation import rotation_of
from kiosk.prepare.config.shape import ContactShape, LookShape, NoticeShape, OrganisationShape, PhoneShape
from kiosk.prepare.config.timing import timings_of
from kiosk.prepare.contact.address import address_of
from kiosk.prepare.contact.card import MadeCard, card_of
from kiosk.prepare.contact.country import NOWHERE, Country, country_meant, country_of, time_zone_of
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.languages import languages_of, untranslated
from kiosk.prepare.contact.mail import mail_of
from kiosk.prepare.contact.notice import has_passed, notice_of
from kiosk.prepare.contact.phone import emergency_phone_of, looks_short, phone_of
from kiosk.prepare.contact.social import leads_to_front_page, social_of
from kiosk.prepare.look import look_of

Value = TypeVar("Value")


def assemble(shape: ContactShape, report: Report, now: datetime) -> ContactFile | None:
    """Give the file's values, or None when a fault left one of them out; the report says which."""
    country = _country(shape.organisation, report)
    organisation = _organisation(shape.organisation, country, report)
    languages = _languages(tuple(shape.organisation.languages), report)
    contact = _contact(shape, country, report)
    hours = hours_of(shape.hours, report)
    notice = _notice(shape.notice, organisation.time_zone if organisation else None, report, now)
    look = _look(shape.look, report)
    timings = timings_of(shape.articles, organisation.time_zone if organisation else "UTC", report, now)
    rotation = rotation_of(shape.rotation, report)
    if organisation is None or contact is None or languages is None:
        return None
    return ContactFile(
        organisation=organisation,
        contact=contact,
        hours=hours,
        notice=notice,
        look=look,
        languages=languages,
        timings=timings,
        rotation=rotation,
    )


def _languages(tags: tuple[str, ...], report: Report) -> tuple[str, ...] | None:
    path = ("organisation", "languages")
    languages = _kept(report, path, languages_of(tags))
    if languages and (lacking := untranslated(languages)):
        report.add(path, lacking)
    return languages


def _country(shape: OrganisationShape, report: Report) -> Country:
    """Report a wrong code, but go on with the country that was meant: its numbers can be checked all the same."""
    known = _kept(report, ("organisation", "country"), country_of(shape.country))
    return known or country_meant(shape.country) or NOWHERE


def _organisation(shape: OrganisationShape, country: Country, report: Report) -> Organisation | None:
    if country is NOWHERE and shape.time_zone is None:
        return None
    zone = _kept(report, ("organisation", "time_zone"), time_zone_of(shape.time_zone, country))
    if zone is None:
        return None
    return Organisation(shape.name, country.code, zone, shape.heading or "", shape.social_heading or "")


def _contact(shape: ContactShape, country: Country, report: Report) -> Contact | None:
    phones = _all_kept(report, "phone", (_phone(entry, country) for entry in shape.phones), looks_short)
    mails = _all_kept(report, "email", (mail_of(entry.label, entry.address) for entry in shape.mails))
    addresses = _addresses(shape, report)
    socials = _all_kept(
        report,
        "social",
        (social_of(entry.network, entry.account, entry.url, country) for entry in shape.socials),
        leads_to_front_page,
    )
    if not (shape.phones or shape.mails or shape.addresses or shape.socials or report.problems):
        report.add((), _NO_WAY_TO_STAY_IN_TOUCH)
        return None
    card = card_of(shape.organisation.name, phones, mails, addresses, socials)
    takeaway = _card(card, report)
    return Contact(phones, mails, addresses, socials, takeaway) if takeaway else None


_NO_WAY_TO_STAY_IN_TOUCH = Fault(
    "",
    "the file names no way to stay in touch",
    "Add at least one [[phone]], [[email]], [[address]] or [[social]], as the starter file shows",
)


def _phone(shape: PhoneShape, country: Country) -> Phone | Fault:
    if shape.emergency:
        return emergency_phone_of(shape.label, shape.number, country)
    return phone_of(shape.label, shape.number, country, premium_allowed=shape.allow_premium)


def _addresses(shape: ContactShape, report: Report) -> tuple[Address, ...]:
    return _all_kept(
        report,
        "address",
        (
            address_of(entry.label, tuple(entry.lines), entry.map, entry.latitude, entry.longitude)
            for entry in shape.addresses
        ),
    )


def _card(made: MadeCard | Fault, report: Report) -> Takeaway | None:
    card = _kept(report, ("organisation",), made)
    if card is None:
        return None
    if card.left_out:
        what = f"the contact that phones save has no room for: {card.left_out}"
        report.add((), Fault("", what, "It is saved without; the screen shows everything", "warning"))
    return card.takeaway


def _notice(shape: NoticeShape | None, time_zone: str | None, report: Report, now: datetime) -> Notice | None:
    if shape is None or time_zone is None:
        return None
    notice = notice_of(
        shape.title, shape.text, until=shape.until, since=shape.since, severity=shape.severity, time_zone=time_zone
    )
    kept = _kept(report, ("notice",), notice)
    if kept and (passed := has_passed(kept, now)):
        report.add(("notice",), passed)
    return kept


def _look(shape: LookShape, report: Report) -> Look:
    made = look_of(shape.theme, shape.motion, shape.accent, shape.panel)
    for fault in made.faults:
        report.add(("look",), fault)
    return replace(made.look, viewing_distance_m=shape.viewing_distance_m or made.look.viewing_distance_m)


def _all_kept(
    report: Report, key: str, outcomes: Iterable[Value | Fault], doubt: Callable[[Value], Fault | None] = lambda _: None
) -> tuple[Value, ...]:
    """Report every fault, and what is doubtful about a value that is kept."""
    kept = []
    for index, outcome in enumerate(outcomes):
        value = _kept(report, (key, index), outcome)
        if value is not None:
            kept.append(value)
            _kept(report, (key, index), doubt(value))
    return tuple(kept)


def _kept(report: Report, path: KeyPath, outcome: Value | Fault) -> Value | None:
    """Report a fault; pass a value on."""
    if isinstance(outcome, Fault):
        report.add(path, outcome)
        return None
    return outcome
