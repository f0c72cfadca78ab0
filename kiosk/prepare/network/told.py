"""What went wrong on the way, in words for staff: what it is, and what they can do."""

import errno
import ssl
import zlib
from datetime import datetime
from http.client import BadStatusLine, HTTPException, RemoteDisconnected
from typing import TypeAlias

from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.exceptions import SSLError as BrokenTlsError

from kiosk.prepare.network.distrust import distrusted
from kiosk.prepare.network.outcome import NotFetched
from kiosk.prepare.network.tls import DistrustedError

Mishap: TypeAlias = OSError | HTTPException | HTTPError | DistrustedError | zlib.error

_IS_ONLINE = "See whether this computer is online: does another page open in its browser?"
_BY_ITSELF = "If it opens in a browser on this computer, nothing is to be done: the kiosk asks again later"
_ONLY_HTTP = "If it opens with http:// in a browser, write that address, and the line: allow_http = true"
_ASK_OWNER = "Tell whoever looks after that site, or choose another source"
_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})

_NOT_TLS = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"})
_OLD_TLS = frozenset(
    {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "VERSION_TOO_LOW", "DH_KEY_TOO_SMALL", "WRONG_SSL_VERSION"}
)
_NOTHING_IN_COMMON = frozenset(
    {"SSLV3_ALERT_HANDSHAKE_FAILURE", "NO_PROTOCOLS_AVAILABLE", "TLSV1_ALERT_INSUFFICIENT_SECURITY"}
)


def told(mishap: Mishap, host: str) -> NotFetched:
    match mishap:
        case DistrustedError():
            return distrusted(mishap, host, datetime.now().astimezone())
        case ssl.SSLError():
            return _tls(mishap)
        case OSError():
            return _connection(mishap)
        case ReadTimeoutError():
            return NotFetched("offline", "sends its answer too slowly", _BY_ITSELF)
        case BrokenTlsError() | zlib.error():
            return NotFetched("broken", "sends an answer that is damaged on the way", _ASK_OWNER)
        case BadStatusLine():
            return NotFetched("broken", "does not answer as a web server does", "Look for a slip in the address")
        case HTTPException():
            return NotFetched("broken", "sends headers that cannot be read", _ASK_OWNER)
        case HTTPError():
            return NotFetched("offline", "breaks off its answer in the middle", _BY_ITSELF)


def _connection(error: OSError) -> NotFetched:
    if isinstance(error, TimeoutError) or error.errno == errno.ETIMEDOUT:
        return NotFetched("offline", "does not answer in time", _BY_ITSELF)
    if isinstance(error, RemoteDisconnected):
        return NotFetched("offline", "hangs up without an answer", _BY_ITSELF)
    if isinstance(error, ConnectionRefusedError):
        return NotFetched("offline", "lets nobody in: no web server answers there", _BY_ITSELF)
    if error.errno in _NO_ROUTE:
        return NotFetched("offline", "cannot be reached: there is no way to it from this computer", _IS_ONLINE)
    return NotFetched("offline", "cannot be reached: the connection broke", _BY_ITSELF)


def _tls(error: ssl.SSLError) -> NotFetched:
    reason = vars(error).get("reason", "")  # which Python itself sometimes leaves out
    if reason in _NOT_TLS:
        return NotFetched("broken", "does not speak https at this address", _ONLY_HTTP)
    if reason in _OLD_TLS:
        what = "protects what it sends in a way that is too old to be safe"
        return NotFetched("broken", what, f"That site needs TLS 1.2 or newer. {_ASK_OWNER}")
    if reason in _NOTHING_IN_COMMON:
        return NotFetched("broken", "and the kiosk find no common way to protect what is sent", _ASK_OWNER)
    return NotFetched("broken", "breaks off while the connection is being secured", _BY_ITSELF)
