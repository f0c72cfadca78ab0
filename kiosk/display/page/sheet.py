"""The sheet that a touch opens: a code to take along, what it does, and the same thing in plain words."""

from kiosk.display.page.contact import WEBSITE
from kiosk.display.page.page import Button, SheetPage
from kiosk.display.page.reading import chosen_article
from kiosk.display.page.speech import Speech, set_in
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition, Social, Takeaway
from kiosk.edition.value import Value


class _Offer(Value, frozen=True):
    takeaway: Takeaway
    title: str
    text: str
    plain: str


def derive_sheet(edition: Edition, choices: Choices, speech: Speech) -> SheetPage | None:
    """Give the sheet that is open; a key that a new edition no longer has means none."""
    offer = _offers(edition, choices, speech).get(choices.sheet)
    if offer is None:
        return None
    close = Button(speech.say("Close"), speech.say("Close"), speech.say("Closes this sheet."))
    return SheetPage(offer.title, offer.text, offer.plain, offer.takeaway.code, close)


def sheet_keys(edition: Edition, choices: Choices, speech: Speech) -> tuple[str, ...]:
    """List every sheet that this page can open."""
    return tuple(_offers(edition, choices, speech))


def _offers(edition: Edition, choices: Choices, speech: Speech) -> dict[str, _Offer]:
    return (
        {"vcard": _card(edition, speech)} | _contact_offers(edition, speech) | _article_offers(edition, choices, speech)
    )


def _card(edition: Edition, speech: Speech) -> _Offer:
    text = speech.say("Point your camera at the code, then choose to save. Our details stay with you.")
    return _Offer(edition.contact.card, speech.say("Save our contact"), text, edition.organisation.name)


def _contact_offers(edition: Edition, speech: Speech) -> dict[str, _Offer]:
    contact, offers = edition.contact, dict[str, _Offer]()
    call = speech.say("Call us from your phone"), speech.say("Point your camera at the code. It dials this number:")
    write = speech.say("Write to us from your phone"), speech.say("Point your camera at the code. It writes to:")
    for index, phone in enumerate(contact.phones):
        offers[f"phone:{index}"] = _Offer(phone.link, *call, phone.number)
    for index, mail in enumerate(contact.mails):
        offers[f"mail:{index}"] = _Offer(mail.link, *write, mail.address)
    for index, address in enumerate(contact.addresses):
        way = speech.say("Point your camera at the code. It opens the way to {place}.")
        text = way.format(place=set_in(speech, ", ".join(address.lines)))
        offers[f"address:{index}"] = _web(address.link, speech.say("Open the map on your phone"), text)
    for index, social in enumerate(contact.socials):
        offers[f"social:{index}"] = _social(social, speech)
    return offers


def _social(social: Social, speech: Speech) -> _Offer:
    find = speech.say("Visit our website") if social.network == WEBSITE else speech.say("Find us on {name}")
    opens = speech.say("Point your camera at the code. It opens {account}.")
    account = set_in(speech, social.account or social.link.host)
    return _web(social.link, find.format(name=social.name), opens.format(account=account))


def _article_offers(edition: Edition, choices: Choices, speech: Speech) -> dict[str, _Offer]:
    article = chosen_article(edition, choices)
    if article is None:
        return {}
    opens = speech.say("Point your camera at the code. It opens the page on your phone.")
    offers = {
        f"link:{index}": _web(link, speech.say("Take this link with you"), opens)
        for index, link in enumerate(article.links)
    }
    if article.source:
        offers["source"] = _web(article.source, speech.say("Read at the source"), opens)
    return offers


def _web(takeaway: Takeaway, title: str, text: str) -> _Offer:
    """Print the host below the code, so that nobody is led to a place that they cannot name."""
    return _Offer(takeaway, title, text, takeaway.host.removeprefix("www.") or takeaway.payload.partition(":")[2])
