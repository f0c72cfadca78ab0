"""vCard 3.0 (RFC 2426): the one version that every phone's camera reads; UTF-8, CRLF, folded and escaped."""

from kiosk.edition.value import Value

FOLD_OCTETS = 75


class VCard(Value, frozen=True):
    """The text of one card, ready to be encoded."""

    text: str


class Card(Value, frozen=True):
    """What a card holds: numbers in E.164, addresses as one line each, links as https URLs.

    A brief card does not repeat a long name where a phone can do without.
    """

    name: str
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    brief: bool = False


def vcard(card: Card) -> VCard:
    """Write an organisation's card, without optional parameters: every octet saved makes the code's modules larger."""
    name = _escaped(card.name)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        *((f"FN:{name}", "N:;;;;") if card.brief else (f"N:{name}", f"FN:{name}", f"ORG:{name}")),
        *(f"TEL:{_escaped(phone)}" for phone in card.phones),
        *(f"EMAIL:{_escaped(mail)}" for mail in card.mails),
        *(f"ADR:;;{_escaped(address)}" for address in card.addresses),
        *(f"URL:{url}" for url in card.urls),
        "END:VCARD",
    ]
    return VCard("".join(_folded(line) + "\r\n" for line in lines))


def _escaped(value: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        value = value.replace(plain, escaped)
    return value


def _folded(line: str) -> str:
    """Break after at most 75 octets, never inside a character; each further line begins with a space."""
    pieces, octets = [""], 0
    for character in line:
        width = len(character.encode())
        if octets + width > FOLD_OCTETS:
            pieces.append(" ")
            octets = 1
        pieces[-1] += character
        octets += width
    return "\r\n".join(pieces)
