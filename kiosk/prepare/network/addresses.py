"""Which IP addresses belong to the world, which to an office's own network, and which to nobody.

`ipaddress` alone is no guard: it calls NAT64, 6to4, site-local and multicast addresses global. What is denied here
follows IANA's registries of special-purpose addresses for IPv4 and IPv6.
"""

from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Literal, TypeAlias

from kiosk.prepare.network.host import Address

Realm: TypeAlias = Literal["world", "office", "nowhere"]

_OFFICE = tuple(
    map(
        ip_network,
        (
            "10.0.0.0/8",
            "100.64.0.0/10",  # a provider's own (RFC 6598), and private networks over the internet such as Tailscale's
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "::1/128",
            "fc00::/7",
        ),
    )
)
_NOWHERE = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "168.63.129.16/32",  # a cloud's own servers answer there, and at 169.254.169.254
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",  # 6to4 relays
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",  # Teredo, ORCHID, benchmarks
            "2001:db8::/32",
            "2002::/16",  # 6to4
            "2620:4f:8000::/48",
            "3fff::/20",
        ),
    )
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All that IANA has given out of IPv6: NAT64, IPv4-mapped and -compatible, link-local and multicast lie outside."""

_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})
"""The middle of an IPv6 address whose last 32 bits are an IPv4 address (RFC 5214)."""


def realm(address: Address) -> Realm:
    """Tell whose address it is; only one of the world may be visited without being allowed by name."""
    if any(address in network for network in _OFFICE if _is_alike(address, network)):
        return "office"
    if any(address in network for network in _NOWHERE if _is_alike(address, network)):
        return "nowhere"
    if isinstance(address, IPv6Address) and (address not in _GLOBAL_UNICAST or _middle(address) in _ISATAP):
        return "nowhere"
    return "world" if address.is_global and not address.is_multicast else "nowhere"


def _is_alike(address: Address, network: IPv4Network | IPv6Network) -> bool:
    return address.version == network.version


def _middle(address: IPv6Address) -> int:
    return (int(address) >> 32) & 0xFFFF_FFFF
