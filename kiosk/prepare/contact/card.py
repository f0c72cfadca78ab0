"""The vCard that a phone can save: as much of the contact as one QR code holds, the least important left out first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.edition.model import Address, Mail, Phone, Social, Takeaway
from kiosk.edition.value import replace
from kiosk.edition.vcard import Card, vcard
from kiosk.prepare import qr
from kiosk.prepare.contact.fault import Fault


@dataclass(frozen=True, slots=True)
class MadeCard:
    """`left_out` names what did not fit, "" when everything did."""

    takeaway: Takeaway
    left_out: str


def card_of(
    name: str,
    phones: tuple[Phone, ...],
    mails: tuple[Mail, ...],
    addresses: tuple[Address, ...],
    socials: tuple[Social, ...],
) -> MadeCard | Fault:
    whole = Card(
        name=name,
        phones=tuple(_dialled(phone) for phone in phones),
        mails=tuple(mail.address for mail in mails),
        addresses=tuple(", ".join(address.lines) for address in addresses),
        urls=tuple(social.link.payload for social in socials if social.network == "website"),
    )
    for card in _shorter_and_shorter(whole):
        if qr.fits(vcard(card).text):
            return MadeCard(qr.takeaway(vcard(card)), _difference(whole, card))
    return Fault("name", "is too long for the contact's QR code", "Shorten it, for example by an abbreviation")


def _dialled(phone: Phone) -> str:
    return phone.link.payload.removeprefix("tel:")


def _shorter_and_shorter(card: Card) -> Iterator[Card]:
    """Leave out one thing after the other in the order of `_STEPS`; the name and the first phone always stay."""
    yield card
    for shorten in _STEPS:
        while (shorter := shorten(card)) != card:
            card = shorter
            yield card


def _further(entries: tuple[str, ...]) -> tuple[str, ...]:
    return entries[:-1] if len(entries) > 1 else entries


_STEPS: tuple[Callable[[Card], Card], ...] = (
    lambda card: replace(card, urls=_further(card.urls)),
    lambda card: replace(card, addresses=_further(card.addresses)),
    lambda card: replace(card, mails=_further(card.mails)),
    lambda card: replace(card, phones=_further(card.phones)),
    lambda card: replace(card, urls=()),
    lambda card: replace(card, addresses=()),
    lambda card: replace(card, mails=()),
    lambda card: replace(card, brief=True),
)


def _difference(whole: Card, card: Card) -> str:
    """Name what is missing, in the words of the file; a repeated name is no loss."""
    lost = (
        *whole.phones[len(card.phones) :],
        *whole.mails[len(card.mails) :],
        *whole.addresses[len(card.addresses) :],
        *whole.urls[len(card.urls) :],
    )
    return "; ".join(lost)
