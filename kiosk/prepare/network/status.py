"""What a server's or a proxy's refusal means, in plain words (RFC 9110, 15)."""

from kiosk.edition.web_source import Trouble
from kiosk.prepare.network.outcome import NotFetched

_SEE_IN_BROWSER = (
    "Open the address in a browser: if it does not open there either, look for its new address on the site"
)
_NOT_PUBLIC = "Choose a page that opens in a browser where nobody has signed in"
_BY_ITSELF = "Nothing is to be done: the kiosk asks again later"
_ASK_OWNER = "Tell whoever looks after that site, or choose another source"

_WORDS: dict[int, tuple[Trouble, str, str]] = {
    204: ("nothing to show", "answers with nothing (204)", _SEE_IN_BROWSER),
    205: ("nothing to show", "answers with nothing (205)", _SEE_IN_BROWSER),
    206: ("broken", "sends a part, though the whole was asked for (206)", _ASK_OWNER),
    304: ("broken", "says that nothing has changed (304), though nothing was known of it", _ASK_OWNER),
    401: ("refused", "asks for a password (401)", _NOT_PUBLIC),
    402: ("refused", "asks for money (402)", _NOT_PUBLIC),
    403: ("refused", "does not let the kiosk read this (403)", f"{_NOT_PUBLIC}; some sites keep every program out"),
    404: ("refused", "has no such page (404)", _SEE_IN_BROWSER),
    407: (
        "offline",
        "cannot be reached: the proxy asks for a name and a password (407)",
        'Your administrator writes them into proxy below [network] in device.toml: "http://name:password@host:port"',
    ),
    408: ("refused", "gave up waiting (408)", _BY_ITSELF),
    410: ("refused", "has given up this page for good (410)", "Name another source"),
    429: ("refused", "is asked too often (429)", "Set a larger refresh_minutes; the kiosk waits for now"),
    451: ("refused", "may not show this for reasons of law (451)", "Name another source"),
    500: ("refused", "has a fault of its own (500)", _BY_ITSELF),
    502: ("refused", "has a fault of its own (502)", _BY_ITSELF),
    503: ("refused", "is overloaded or being looked after (503)", _BY_ITSELF),
    504: ("refused", "has a fault of its own (504)", _BY_ITSELF),
    511: (
        "offline",
        "cannot be reached: this network wants somebody to sign in first (511)",
        "Sign in to the network in a browser on this computer, or let your administrator give it a network without that",
    ),
}
_SERVER_FAULT = 500
_CLIENT_FAULT = 400


def refusal(status: int, retry_after: float | None) -> NotFetched:
    """Tell of a status that brings nothing."""
    return NotFetched(*_WORDS.get(status) or _otherwise(status), retry_after)


def _otherwise(status: int) -> tuple[Trouble, str, str]:
    if status >= _SERVER_FAULT:
        return "refused", f"has a fault of its own ({status})", _BY_ITSELF
    if status >= _CLIENT_FAULT:
        return "refused", f"does not let the kiosk read this ({status})", _SEE_IN_BROWSER
    return "broken", f"answers with a status that is none ({status})", _ASK_OWNER


def through_proxy(status: int) -> NotFetched:
    """Tell why a proxy makes no connection."""
    if status == 407:  # noqa: PLR2004  # Proxy Authentication Required
        return refusal(status, None)
    cure = "Ask your administrator whether the proxy lets this computer open that site"
    return NotFetched("offline", f"cannot be reached: the proxy answers {status}", cure)


def without_proxy(host: str) -> NotFetched:
    cure = "Ask your administrator: it is the proxy below [network] in device.toml, or in this computer's settings"
    return NotFetched("offline", f"cannot be reached: the proxy {host} does not answer", cure)
