"""Certificates of every kind, good and bad, as servers of the world show them."""

import ssl
import tempfile
import warnings
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import NameOID

NAME = "paper.example"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Authority:
    """Signs for servers; `ours` is the one that a test trusts."""

    ours: trustme.CA = field(default_factory=trustme.CA)

    def good(self, *names: str) -> ssl.SSLContext:
        return _of(self.ours.issue_cert(*(names or (NAME,))))

    def expired(self) -> ssl.SSLContext:
        now = datetime.now(UTC)
        return _of(self.ours.issue_cert(NAME, not_before=now - 30 * DAY, not_after=now - 3 * DAY))

    def not_yet_valid(self) -> ssl.SSLContext:
        now = datetime.now(UTC)
        return _of(self.ours.issue_cert(NAME, not_before=now + 3 * DAY, not_after=now + 30 * DAY))

    def for_others(self) -> ssl.SSLContext:
        return _of(self.ours.issue_cert("other.example", "a.example", "b.example", "c.example"))

    def by_a_stranger(self) -> ssl.SSLContext:
        return _of(trustme.CA().issue_cert(NAME))

    def with_chain(self) -> ssl.SSLContext:
        return _of(self.ours.create_child_ca().issue_cert(NAME))

    def without_chain(self) -> ssl.SSLContext:
        made = self.ours.create_child_ca().issue_cert(NAME)
        return _from_pem(made.private_key_pem.bytes() + made.cert_chain_pems[0].bytes())

    def made_by_itself(self) -> ssl.SSLContext:
        return _from_pem(_signed(key_bits=2048, issuer=None))

    def weak(self) -> ssl.SSLContext:
        return _from_pem(_signed(key_bits=1024, issuer=self.ours), level=0)

    def of_old(self) -> ssl.SSLContext:
        context = self.good()
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        return context


def _of(made: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.configure_cert(context)
    return context


def _from_pem(pem: bytes, *, level: int = 2) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers(f"DEFAULT:@SECLEVEL={level}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "server.pem"
        file.write_bytes(pem)
        context.load_cert_chain(file)
    return context


def _signed(*, key_bits: int, issuer: trustme.CA | None) -> bytes:
    """Give a key and its certificate; without an issuer it signs itself."""
    key = generate_private_key(65537, key_bits)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName(NAME), x509.IPAddress(ip_address("127.0.0.1"))])
    pem = issuer.private_key_pem.bytes() if issuer else b""
    ca = x509.load_pem_x509_certificate(issuer.cert_pem.bytes()) if issuer else None
    builder = x509.CertificateBuilder(
        ca.subject if ca else subject, subject, key.public_key(), x509.random_serial_number()
    )
    made = builder.not_valid_before(now - DAY).not_valid_after(now + DAY).add_extension(names, critical=False)
    signer = _private(pem) if issuer else key
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return secret + made.sign(signer, SHA256()).public_bytes(Encoding.PEM)


def _private(pem: bytes) -> EllipticCurvePrivateKey:
    key = load_pem_private_key(pem, None)
    assert isinstance(key, EllipticCurvePrivateKey)
    return key
