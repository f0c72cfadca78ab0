import errno
import socket
import ssl
import zlib
from http.client import BadStatusLine, HTTPException, RemoteDisconnected

import pytest
from urllib3.exceptions import ProtocolError
from urllib3.exceptions import SSLError as BrokenTlsError

from kiosk.prepare.network.told import Mishap, told


def tls(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, reason)
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("mishap", "trouble", "what"),
    [
        (TimeoutError(), "offline", "does not answer in time"),
        (OSError(errno.ETIMEDOUT, "timed out"), "offline", "does not answer in time"),
        (ConnectionRefusedError(), "offline", "lets nobody in: no web server answers there"),
        (OSError(errno.ENETUNREACH, ""), "offline", "cannot be reached: there is no way to it from this computer"),
        (OSError(errno.EHOSTUNREACH, ""), "offline", "cannot be reached: there is no way to it from this computer"),
        (ConnectionResetError(), "offline", "cannot be reached: the connection broke"),
        (socket.gaierror(), "offline", "cannot be reached: the connection broke"),
        (RemoteDisconnected(""), "offline", "hangs up without an answer"),
        (BadStatusLine("x"), "broken", "does not answer as a web server does"),
        (HTTPException("got more than 100 headers"), "broken", "sends headers that cannot be read"),
        (ProtocolError("x"), "offline", "breaks off its answer in the middle"),
        (BrokenTlsError(), "broken", "sends an answer that is damaged on the way"),
        (zlib.error(), "broken", "sends an answer that is damaged on the way"),
        (tls("WRONG_VERSION_NUMBER"), "broken", "does not speak https at this address"),
        (tls("TLSV1_ALERT_PROTOCOL_VERSION"), "broken", "protects what it sends in a way that is too old to be safe"),
        (tls("SSLV3_ALERT_HANDSHAKE_FAILURE"), "broken", "and the kiosk find no common way to protect what is sent"),
        (tls("TLSV1_ALERT_INTERNAL_ERROR"), "broken", "breaks off while the connection is being secured"),
        (ssl.SSLEOFError(), "broken", "breaks off while the connection is being secured"),
    ],
    ids=repr,
)
def test_a_mishap_is_told_in_words(mishap: Mishap, trouble: str, what: str) -> None:
    outcome = told(mishap, "paper.example")

    assert (outcome.trouble, outcome.what) == (trouble, what)
    assert outcome.cure
