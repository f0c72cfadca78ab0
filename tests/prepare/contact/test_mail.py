"""E-mail addresses: which are taken, and in which words the others are refused."""

import pytest

from kiosk.edition.model import Mail
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.mail import mail_of

ACCEPTED = {
    "plain": ("hello@haigpark.example", "hello@haigpark.example", "mailto:hello@haigpark.example"),
    "tagged": ("hello+lobby@haigpark.example", "hello+lobby@haigpark.example", "mailto:hello+lobby@haigpark.example"),
    "capitals": ("Hello@HaigPark.Example", "Hello@haigpark.example", "mailto:Hello@haigpark.example"),
    "an international domain": ("me@bücher.example", "me@bücher.example", "mailto:me@xn--bcher-kva.example"),
    "an international name": (
        "jürgen@haigpark.example",
        "jürgen@haigpark.example",
        "mailto:j%C3%BCrgen@haigpark.example",
    ),
}

REFUSED = {
    "hidden by a web page": ("[email protected]", "is what a web page shows to hide an address"),
    "hidden with a no-break space": ("[email\u00a0protected]", "is what a web page shows to hide an address"),
    "hidden, copied as HTML": ("[email&#160;protected]", "is what a web page shows to hide an address"),
    "hidden as a link": ("/cdn-cgi/l/email-protection#ab12", "is what a web page shows to hide an address"),
    "a name around it": ("Office <hello@haigpark.example>", "has a name around the address"),
    "mailto": ("mailto:hello@haigpark.example", "begins with mailto:"),
    "a space": ("hello @haigpark.example", "has a space in it"),
    "two at signs": ("hello@@haigpark.example", "has 2 @ signs"),
    "two addresses": ("a@haigpark.example, b@haigpark.example", "has 2 @ signs"),
    "no at sign": ("haigpark.example", "has no @ sign"),
    "spelled out": ("hello (at) haigpark (dot) example", "has no @ sign"),
    "no dot": ("hello@haigpark", "has no dot behind the @"),
    "dot at the end": ("hello@haigpark.example.", "is no e-mail address"),
    "two dots": ("he..llo@haigpark.example", "is no e-mail address"),
    "a comma": ("hello@haigpark,example.org", "is no e-mail address"),
    "a name of 65 letters": ("x" * 65 + "@haigpark.example", "is no e-mail address"),
    "a reserved domain": ("hello@haigpark.invalid", "is no e-mail address"),
    "a zero-width space": ("hel\u200blo@haigpark.example", "is no e-mail address"),
    "a full-width at sign": ("hello\uff20haigpark.example", "has no @ sign"),
    "a header": ("hello@haigpark.example?cc=x@y.example", "has 2 @ signs"),
}


@pytest.mark.parametrize(("text", "shown", "link"), ACCEPTED.values(), ids=ACCEPTED)
def test_an_address_is_shown_as_written_and_linked_in_ascii(text: str, shown: str, link: str) -> None:
    mail = mail_of("Email", text)

    assert isinstance(mail, Mail), mail
    assert (mail.address, mail.link.payload) == (shown, link)


@pytest.mark.parametrize(("text", "what"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_address_is_named_for_what_it_is(text: str, what: str) -> None:
    fault = mail_of("Email", text)

    assert isinstance(fault, Fault), fault
    assert what in fault.what


def test_a_name_around_the_address_is_mended_by_the_address_alone() -> None:
    assert mail_of("Email", "Office <hello@haigpark.example>") == Fault(
        "address",
        '"Office <hello@haigpark.example>" has a name around the address',
        'Write the address alone: "hello@haigpark.example"',
    )
