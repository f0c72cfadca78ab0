"""The headers of a question: what is wanted, who asks, and nothing that tells one visit from another."""

import re

from kiosk import __version__
from kiosk.prepare.network.proxy import Proxy
from kiosk.prepare.network.request import Request, Validators
from kiosk.prepare.network.url import Target

_PROGRAM = f"Kiosk/{__version__} (the screen of an office's lobby"
_CONTACT = re.compile(r"(?:mailto|https):[!-'*-~]{1,200}")
_VALIDATOR = re.compile(r"[ -~]{1,500}")


def headers(target: Target, request: Request, proxy: Proxy | None) -> dict[str, str]:
    """Give what is sent: no cookies, no referrer, no log-in but the proxy's own."""
    usual = {
        "Host": target.authority,
        "User-Agent": user_agent(request.network.contact),
        "Accept": request.accept,
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }
    return (
        usual
        | conditions(request.known)
        | ({"Proxy-Authorization": proxy.authorization} if proxy and proxy.authorization else {})
    )


def user_agent(contact: str) -> str:
    """Say who asks, and where whoever is asked can complain."""
    return f"{_PROGRAM}; {contact})" if _CONTACT.fullmatch(contact) else f"{_PROGRAM})"


def conditions(known: Validators) -> dict[str, str]:
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: validator for name, validator in given.items() if _VALIDATOR.fullmatch(validator)}


def validators(etag: str, last_modified: str) -> Validators:
    """Keep what a server gave, unless no header could carry it back."""
    return Validators(*(text if _VALIDATOR.fullmatch(text) else "" for text in (etag, last_modified)))
