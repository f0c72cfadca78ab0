"""Why a certificate is not trusted, in words for staff: with the dates, the names and this computer's clock."""

from datetime import datetime

from kiosk.prepare.network.outcome import NotFetched
from kiosk.prepare.network.quoted import quoted
from kiosk.prepare.network.tls import Certificate, DistrustedError

# What OpenSSL, Windows (winerror.h) and macOS (SecBase.h) call it.
_WRONG_TIME = frozenset({9, 10, 0x800B0101, 0x800B0102, -67818, -67819})
_WRONG_NAME = frozenset({62, 64, 0x800B010F, -67602})
_OWN_MAKE = frozenset({18})
_UNKNOWN_ISSUER = frozenset({2, 19, 20, 21, 0x800B0109, 0x800B010A, 0x800B0112, -67843})
_WEAK = frozenset({66, 67, 68})

_ASK_OWNER = "Tell whoever looks after that site, or choose another source"
_INSPECTED = (
    "If your office inspects what its computers receive, its certificate must be installed in this computer's system: "
    "ask your administrator"
)
_MOST_NAMES = 3


def distrusted(refused: DistrustedError, host: str, now: datetime) -> NotFetched:
    what, cure = _words(refused, host, now)
    return NotFetched("broken", what, cure)


def _words(refused: DistrustedError, host: str, now: datetime) -> tuple[str, str]:
    code = refused.code
    if code in _WRONG_TIME:
        return _wrong_time(refused.certificate, now)
    if code in _WRONG_NAME:
        return f"has a certificate for another host than {host}{_names(refused.certificate)}", _INSPECTED
    if code in _OWN_MAKE:
        return "has a certificate that it made for itself, which proves nothing", f"{_ASK_OWNER}. {_INSPECTED}"
    if code in _UNKNOWN_ISSUER:
        return (
            "has a certificate from somebody whom this computer does not know",
            f"{_INSPECTED}. Otherwise: {_ASK_OWNER}",
        )
    if code in _WEAK:
        return "has a certificate that is too weak to be safe", _ASK_OWNER
    return "has a certificate that this computer does not trust", f"{_INSPECTED}. Otherwise: {_ASK_OWNER}"


def _wrong_time(certificate: Certificate | None, now: datetime) -> tuple[str, str]:
    clock = f"this computer's clock says {_day(now)}, {now:%H:%M}"
    cure = f"If the clock is wrong, set it. If it is right: {_ASK_OWNER}"
    if certificate is None:
        return f"has a certificate that is not valid now; {clock}", cure
    if now < certificate.not_before:
        return f"has a certificate that is valid from {_day(certificate.not_before)}; {clock}", cure
    return f"has a certificate that expired on {_day(certificate.not_after)}; {clock}", cure


def _names(certificate: Certificate | None) -> str:
    if certificate is None or not certificate.names:
        return ""
    more = " and others" if len(certificate.names) > _MOST_NAMES else ""
    return f": it is for {', '.join(quoted(name) for name in certificate.names[:_MOST_NAMES])}{more}"


def _day(time: datetime) -> str:
    return f"{time.day} {time:%B %Y}"
