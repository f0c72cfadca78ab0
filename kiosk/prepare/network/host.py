"""Strict reading of the host in a web address: a name in ASCII, or an IP address in its one plain form."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address
from typing import TypeAlias

import idna

Address: TypeAlias = IPv4Address | IPv6Address

_LONGEST_NAME = 253  # RFC 1035
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Malformed:
    """Why a text is no address to go to; `why` continues a sentence that begins with the address."""

    why: str


def parse_host(text: str) -> str | Malformed:
    """Give the host in lower case and ASCII, an IPv6 address without its brackets."""
    if text.startswith("["):
        return _ipv6(text)
    name = _ascii(text)
    if name is None or len(name) > _LONGEST_NAME or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        return Malformed("has no proper host name")
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        return _ipv4(name)
    return name


def literal(host: str) -> Address | None:
    """Give the IP address that a parsed host is, None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _ascii(text: str) -> str | None:
    """Map a name as browsers do (UTS 46) where it is not plain ASCII, or says that it stands for something else."""
    name = text.lower()
    if name.isascii() and "xn--" not in name:
        return name
    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except idna.IDNAError:
        return None


def _ipv4(name: str) -> str | Malformed:
    """Refuse what browsers would read as an IP address in disguise: 127.1, 0x7f000001, 017700000001."""
    try:
        return str(IPv4Address(name))
    except AddressValueError:
        return Malformed("has an IP address in disguise for a host")


def _ipv6(text: str) -> str | Malformed:
    try:
        address = IPv6Address(text.removeprefix("[").removesuffix("]"))
    except AddressValueError:
        return Malformed("has no proper IP address between its brackets")
    return address.compressed if address.scope_id is None else Malformed("names a network card of this computer")
