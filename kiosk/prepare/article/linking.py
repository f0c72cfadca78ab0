"""The links of an article: each becomes a code to take away, or stays plain text and is named."""

import re
from urllib.parse import unquote

from email_validator import EmailNotValidError, validate_email

from kiosk.edition import links
from kiosk.edition.links import Link, Refused
from kiosk.edition.model import Takeaway
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.qr import TooLongError, takeaway

MOST_LINKS = 99
"""What a mark of two digits can count."""

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_VISUAL_SEPARATORS = re.compile(r"[-.() ]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Links:
    """Counts the links of one article in the order of their first appearance."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._places: dict[str, int] = {}
        self._takeaways: list[Takeaway] = []

    def place(self, address: str, line: int, column: int) -> int | None:
        """Give the link's place among `takeaways`, None where it must stay plain text."""
        if address in self._places:
            return self._places[address]
        link = typed_link(address)
        taken = self._taken(link) if isinstance(link, Link) else link
        if isinstance(taken, Refused):
            cure = f"It is shown as plain text. {_instead(address)}"
            self._findings.warn(line, "link", f'the link "{address:.60}" {taken.why}', cure, column=column)
            return None
        self._takeaways.append(taken)
        self._places[address] = len(self._takeaways) - 1
        return self._places[address]

    def takeaways(self) -> tuple[Takeaway, ...]:
        return tuple(self._takeaways)

    def _taken(self, link: Link) -> Takeaway | Refused:
        if len(self._takeaways) >= MOST_LINKS:
            return Refused(f"is one more than the {MOST_LINKS} that an article may have")
        try:
            return takeaway(link)
        except TooLongError:
            return Refused("is too long for a code that phones can read")


def typed_link(address: str) -> Link | Refused:
    """Accept https:, mailto: with one address, and tel: with a full international number."""
    scheme = _SCHEME.match(address)
    match scheme[0].lower() if scheme else "":
        case "https:" | "http:":
            return links.web(address)
        case "mailto:":
            return _mail(unquote(address[len("mailto:") :]))
        case "tel:":
            return _phone(unquote(address[len("tel:") :]))
        case "":
            return Refused("is not a full web address")
        case _:
            return Refused("is of a kind that visitors' phones are not sent to")


def _mail(address: str) -> Link | Refused:
    try:
        return links.mailto(validate_email(address, check_deliverability=False).normalized)
    except EmailNotValidError:
        return Refused("is not one plain e-mail address")


def _phone(number: str) -> Link | Refused:
    digits = _VISUAL_SEPARATORS.sub("", number)
    return links.tel(digits) if _E164.fullmatch(digits) else Refused("is not a full international number")


def _instead(address: str) -> str:
    if address.lower().startswith("mailto:"):
        return "Write for instance mailto:hello@example.org, without a subject"
    if address.lower().startswith("tel:"):
        return "Write it with its country code, for instance tel:+263775679494"
    if address.lower().startswith("http:"):
        return f"Try https:{address[len('http:') :]:.60} and write that if the page opens"
    return "Write an address such as https://www.example.org/page"
