"""The contact panel: the organisation, open or closed, and a row for each way to stay in touch."""

from datetime import datetime, timedelta
from typing import assert_never

from kiosk.display.page.moment import Moment
from kiosk.display.page.opening import AlwaysOpen, ClosedForLong, OpensAgain, OpenUntil, opening
from kiosk.display.page.page import Button, CardPage, OpenLine, Panel, Row, SocialButton
from kiosk.display.page.speech import Speech
from kiosk.edition.model import Address, Contact, Edition, Hours, Mail, Phone, Social

ICONS = {"phone": "fa6s.phone", "mail": "fa6s.envelope", "address": "fa6s.location-dot"}

WEBSITE = "website"
"""The one network whose name is a word of the language and no proper name."""

SOFT_BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a long e-mail address may break; it is on the screen alone, never in a name or a code."""


def derive_panel(edition: Edition, now: datetime, moment: Moment, speech: Speech) -> Panel:
    organisation, contact = edition.organisation, edition.contact
    return Panel(
        organisation=organisation.name,
        logo=organisation.logo,
        heading=organisation.heading or speech.say("Stay in Touch With Us"),
        open_line=_open_line(edition.hours, now, speech) if edition.hours else None,
        rows=_rows(contact, moment, speech),
        social_heading=organisation.social_heading or speech.say("Follow us on social"),
        socials=tuple(_social(social, index, moment, speech) for index, social in enumerate(contact.socials)),
        card=_card(contact, speech),
    )


def _open_line(hours: Hours, now: datetime, speech: Speech) -> OpenLine:
    match opening(hours, now):
        case OpenUntil(closes):
            return OpenLine((speech.say("Open now"), _closes(closes, now, speech)), is_open=True)
        case AlwaysOpen():
            return OpenLine((speech.say("Open now"),), is_open=True)
        case OpensAgain(opens, note):
            again = _opens(opens, now, speech)
            return OpenLine(tuple(part for part in (speech.say("Closed"), note, again) if part), is_open=False)
        case ClosedForLong(note):
            return OpenLine(tuple(part for part in (speech.say("Closed"), note) if part), is_open=False)
        case other:
            assert_never(other)


def _closes(closes: datetime, now: datetime, speech: Speech) -> str:
    """Name the day only where the time of day could be mistaken: 02:00 tonight needs none."""
    time, day = speech.clock(closes.time()), closes.date()
    if closes - now.replace(tzinfo=None) < timedelta(days=1):
        return speech.say("closes {time}").format(time=time)
    if day - now.date() < timedelta(days=7):
        return speech.say("closes {weekday} {time}").format(weekday=speech.weekday(day), time=time)
    return speech.say("closes {date} {time}").format(date=speech.day(day), time=time)


def _opens(opens: datetime, now: datetime, speech: Speech) -> str:
    time, day = speech.clock(opens.time()), opens.date()
    if day == now.date():
        return speech.say("opens {time}").format(time=time)
    if day - now.date() < timedelta(days=7):
        return speech.say("opens {weekday} {time}").format(weekday=speech.weekday(day), time=time)
    return speech.say("opens {date} {time}").format(date=speech.day(day), time=time)


def _rows(contact: Contact, moment: Moment, speech: Speech) -> tuple[Row, ...]:
    return (
        *(_phone(phone, index, moment, speech) for index, phone in enumerate(contact.phones)),
        *(_mail(mail, index, moment, speech) for index, mail in enumerate(contact.mails)),
        *(_address(address, index, moment, speech) for index, address in enumerate(contact.addresses)),
    )


def _phone(phone: Phone, index: int, moment: Moment, speech: Speech) -> Row:
    label = phone.label or speech.say("Phone")
    opens = "" if moment.captive else phone.link.payload
    does = speech.say("Calls this number.")
    number = phone.number.replace(" ", "\N{NO-BREAK SPACE}")
    return _row(speech, f"phone:{index}", label, (number,), opens=opens, does=does)


def _mail(mail: Mail, index: int, moment: Moment, speech: Speech) -> Row:
    label = mail.label or speech.say("Email")
    opens = "" if moment.captive else mail.link.payload
    does = speech.say("Writes to this address.")
    address = mail.address.replace("@", f"@{SOFT_BREAK}").replace(".", f"{SOFT_BREAK}.")
    return _row(speech, f"mail:{index}", label, (address,), opens=opens, does=does)


def _address(address: Address, index: int, moment: Moment, speech: Speech) -> Row:
    label = address.label or speech.say("Visit us")
    opens = "" if moment.captive else address.link.payload
    does = speech.say("Opens the map.")
    return _row(speech, f"address:{index}", label, address.lines, opens=opens, does=does)


def _row(speech: Speech, key: str, label: str, lines: tuple[str, ...], *, opens: str, does: str) -> Row:
    shows = speech.say("Shows a code for your phone.")
    name = f"{label}: {', '.join(lines)}".replace("\N{NO-BREAK SPACE}", " ").replace(SOFT_BREAK, "")
    code = Button("", speech.say("Code for {name}").format(name=name), shows, key)
    icon = ICONS[key.partition(":")[0]]
    return Row(key, icon, label, lines, name, does if opens else shows, opens, code)


def _social(social: Social, index: int, moment: Moment, speech: Speech) -> SocialButton:
    account = f": {social.account}" if social.account else ""
    shows = speech.say("Shows a code for your phone.")
    does = shows if moment.captive else speech.say("Opens this page.")
    opens = "" if moment.captive else social.link.payload
    name = speech.say("Website") if social.network == WEBSITE else social.name
    return SocialButton(f"social:{index}", social.icon, name[:1].upper(), f"{name}{account}", does, opens)


def _card(contact: Contact, speech: Speech) -> CardPage:
    title = speech.say("Save our contact")
    text = speech.say("Point your phone’s camera here. Nothing to install, nothing to sign up for.")  # noqa: RUF001  # a typographic apostrophe is meant
    button = Button(title, title, speech.say("Shows the code large."), "vcard")
    return CardPage(button, text, contact.card.code)
