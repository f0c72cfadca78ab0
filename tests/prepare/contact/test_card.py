"""The card that phones save: everything if it fits, otherwise what matters most."""

from kiosk.edition import links
from kiosk.edition.model import Address, Mail, Phone, Social
from kiosk.prepare import qr
from kiosk.prepare.contact.card import MadeCard, card_of
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.web_address import web_takeaway


def test_a_small_contact_fits_whole() -> None:
    assert _card(phones=(_phone(1),), mails=(_mail("a"),)).left_out == ""


def test_further_websites_go_first() -> None:
    card = _card(phones=(_phone(1), _phone(2)), sites=(_site("a" * 100), _site("b" * 100)))

    assert card.left_out == f"https://haigpark.example/{'b' * 100}"


def test_further_addresses_go_before_further_phones() -> None:
    card = _card(phones=(_phone(1), _phone(2)), addresses=(_address("a" * 90), _address("b" * 90)))

    assert card.left_out == "b" * 90


def test_the_first_phone_stays_when_all_else_goes() -> None:
    card = _card(phones=tuple(_phone(number) for number in range(9)), mails=(_mail("m" * 60),), name="ŋ" * 90)

    assert "TEL:+26377567940\r\n" in card.takeaway.payload


def test_a_long_name_is_written_once_before_it_is_refused() -> None:
    card = _card(phones=(_phone(1),), name="ŋ" * 90)

    assert (card.takeaway.payload.replace("\r\n ", "").count("ŋ" * 90), card.left_out) == (1, "")


def test_a_name_that_fills_the_code_is_refused() -> None:
    fault = card_of("😀" * 100, (_phone(1),), (), (), ())

    assert isinstance(fault, Fault)
    assert (fault.key, fault.what) == ("name", "is too long for the contact's QR code")


def test_an_extension_is_dialled_with_the_number() -> None:
    phone = Phone("Desk", "+263 24 2251234 ext. 12", qr.takeaway(links.tel("+263242251234", "12")))

    assert "TEL:+263242251234\\;ext=12\r\n" in _card(phones=(phone,)).takeaway.payload


def _card(
    *,
    phones: tuple[Phone, ...] = (),
    mails: tuple[Mail, ...] = (),
    addresses: tuple[Address, ...] = (),
    sites: tuple[Social, ...] = (),
    name: str = "Haig Park",
) -> MadeCard:
    card = card_of(name, phones, mails, addresses, sites)
    assert isinstance(card, MadeCard)
    return card


def _phone(last: int) -> Phone:
    return Phone("Reception", "", qr.takeaway(links.tel(f"+2637756794{last}")))


def _mail(name: str) -> Mail:
    return Mail("Email", f"{name}@haigpark.example", qr.takeaway(links.mailto(f"{name}@haigpark.example")))


def _address(line: str) -> Address:
    return Address("Visit us", (line,), qr.takeaway(links.map_search("x")))


def _site(path: str) -> Social:
    takeaway = web_takeaway(f"https://haigpark.example/{path}")
    assert not isinstance(takeaway, links.Refused)
    return Social("website", "Website", "", "fa6s.globe", takeaway)
