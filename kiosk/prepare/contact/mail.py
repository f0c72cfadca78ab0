"""E-mail addresses: checked for their form, never by asking the network."""

import re

from email_validator import EmailNotValidError, ValidatedEmail, validate_email

from kiosk.edition import links
from kiosk.edition.model import Mail
from kiosk.prepare import qr
from kiosk.prepare.contact.fault import Fault

_EXAMPLE = "hello@haigpark.example"
_HIDDEN_BY_A_WEB_PAGE = re.compile(
    r"\[\s*e-?mail(?:\s|&#160;|&nbsp;)*protected\s*\]|/cdn-cgi/l/email-protection", re.IGNORECASE
)
_SPELLED_OUT = re.compile(r"[\s(\[{]+(?:at|dot)[\s)\]}]+", re.IGNORECASE)
_DISPLAY_NAME = re.compile(r"<\s*(\S+@[^\s<>]+)\s*>")


def mail_of(label: str, text: str) -> Mail | Fault:
    if fault := _not_bare(text):
        return fault
    try:
        valid = validate_email(text, check_deliverability=False, strict=True)
    except EmailNotValidError as error:
        return _fault(f'"{text}" is no e-mail address: {_sentence(error)}', f"Write it like {_EXAMPLE}")
    try:
        return Mail(label, valid.normalized, qr.takeaway(links.mailto(_for_programs(valid))))
    except qr.TooLongError:
        return _fault(f'"{text}" is too long for a QR code', "Use a shorter address")


def _not_bare(text: str) -> Fault | None:
    """Name the ways in which an address gets spoilt before it reaches the file."""
    write = f"Write it like {_EXAMPLE}"
    if _HIDDEN_BY_A_WEB_PAGE.search(text):
        what = f'"{text}" is what a web page shows to hide an address from robots, not the address'
        return _fault(what, f"Ask for the address itself and type it in, like {_EXAMPLE}")
    if text.lower().startswith("mailto:"):
        return _fault(f'"{text}" begins with mailto:', "Write the address alone, without mailto:")
    if named := _DISPLAY_NAME.search(text):
        return _fault(f'"{text}" has a name around the address', f'Write the address alone: "{named[1]}"')
    if text.count("@") > 1:
        separated = re.search(r"[,;\s]", text)
        cure = "Make a second [[email]] for the second address" if separated else write
        return _fault(f'"{text}" has {text.count("@")} @ signs', cure)
    if "@" not in text:
        cure = f"Write the @ and the dots as signs, like {_EXAMPLE}" if _SPELLED_OUT.search(text) else write
        return _fault(f'"{text}" has no @ sign', cure)
    if re.search(r"\s", text):
        return _fault(f'"{text}" has a space in it', f'Write "{"".join(text.split())}"')
    if "." not in text.partition("@")[2]:
        return _fault(f'"{text}" has no dot behind the @', write)
    return None


def _for_programs(valid: ValidatedEmail) -> str:
    """Give the form with an ASCII domain, which every mail program understands."""
    return f"{valid.ascii_local_part or valid.local_part}@{valid.ascii_domain}"


def _sentence(error: EmailNotValidError) -> str:
    text = str(error).removesuffix(".")
    return text[:1].lower() + text[1:]


def _fault(what: str, cure: str) -> Fault:
    return Fault("address", what, cure)
