"""QR codes, made once here so that the display needs no QR library."""

from functools import lru_cache

import segno
from segno.encoder import DataOverflowError

from kiosk.edition.links import Link
from kiosk.edition.model import QrCode, Takeaway
from kiosk.edition.vcard import VCard

LARGEST_VERSION = 12
"""65 modules a side: beyond it phones of a few years ago fail at arm's length."""


class TooLongError(ValueError):
    """The payload does not fit into the largest code that we show."""


def takeaway(content: Link | VCard) -> Takeaway:
    """Give the code of a typed link or card, or raise TooLongError; nothing else can be encoded."""
    if isinstance(content, VCard):
        return Takeaway(content.text, "", _code(content.text))
    return Takeaway(content.uri, content.host, _code(content.uri))


def fits(payload: str) -> bool:
    """Tell whether the payload fits at error correction M within the largest version."""
    try:
        _code(payload)
    except TooLongError:
        return False
    return True


@lru_cache(maxsize=64)
def _code(payload: str) -> QrCode:
    """Make the code; the choice of its mask costs 10 ms, and the card's is asked for twice."""
    encoding = None if payload.isascii() else "utf-8"
    try:
        symbol = segno.make_qr(payload, error="m", boost_error=False, encoding=encoding)
    except DataOverflowError as error:
        raise TooLongError(payload[:40]) from error
    if int(symbol.version) > LARGEST_VERSION:
        raise TooLongError(payload[:40])
    rows = tuple(f"{int(''.join('1' if module else '0' for module in row), 2):x}" for row in symbol.matrix)
    return QrCode(len(rows), rows)
