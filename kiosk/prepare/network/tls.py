"""TLS with the system's certificates, always verified: there is no way to turn that off.

Whether a certificate has been revoked is not looked up, as little as most browsers do.
"""

import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime

import truststore

from kiosk.prepare.network.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a server's certificate says of itself, which nobody has verified."""

    not_before: datetime
    not_after: datetime
    names: tuple[str, ...]


class DistrustedError(Exception):
    """The certificate is not to be trusted, for the system's reason; it is None where the system keeps it to itself."""

    def __init__(self, code: int, certificate: Certificate | None) -> None:
        super().__init__(code)
        self.code = code
        self.certificate = certificate


def secured(connection: socket.socket, host: str, deadline: Deadline) -> ssl.SSLSocket:
    """Shake hands; the host is asked for by its name, and must have a certificate for it."""
    connection.settimeout(deadline.left())
    secure = _context().wrap_socket(connection, server_hostname=host, do_handshake_on_connect=False)
    try:
        secure.do_handshake()
    except ssl.SSLCertVerificationError as error:
        certificate = _presented(secure)
        secure.close()
        raise DistrustedError(_code(error), certificate) from error
    except BaseException:
        secure.close()
        raise
    return secure


def _context() -> ssl.SSLContext:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    return context


def _code(error: ssl.SSLCertVerificationError) -> int:
    """Give the system's number of the reason; truststore leaves it out where there was no certificate at all."""
    code = vars(error).get("verify_code", 0)
    return code if isinstance(code, int) else 0


def _presented(secure: ssl.SSLSocket) -> Certificate | None:
    """Give the certificate that was refused, which Python hands out by no public way before 3.13."""
    inner = secure._sslobj  # type: ignore[attr-defined]  # noqa: SLF001  # see above
    chain = inner.get_unverified_chain() if inner is not None else None
    return _certificate(chain[0].get_info()) if chain else None


def _certificate(told: dict[str, object]) -> Certificate:
    names = told.get("subjectAltName", ())
    assert isinstance(names, tuple)  # noqa: S101  # what `getpeercert` promises
    return Certificate(_time(told["notBefore"]), _time(told["notAfter"]), tuple(str(name) for _, name in names))


def _time(text: object) -> datetime:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(text)), UTC)
