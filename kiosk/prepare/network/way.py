"""The way to a target: checked addresses, each of which may be connected to, and nothing else."""

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.edition.web_source import Network
from kiosk.prepare.network.addresses import realm
from kiosk.prepare.network.allowed import is_allowed
from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.host import Address, bracketed, literal
from kiosk.prepare.network.outcome import NotFetched, StoppedError
from kiosk.prepare.network.proxy import Proxy, proxy_for
from kiosk.prepare.network.resolve import Addresses, Resolver, Unresolved
from kiosk.prepare.network.url import USUAL_PORTS, Target

_PATIENCE_BEHIND_PROXY = 2.0
"""Seconds for a name that the proxy will look up again: many an office's computers know no names of the world."""


@dataclass(frozen=True, slots=True)
class Direct:
    """Straight to the target, at one of its addresses."""

    addresses: Addresses


@dataclass(frozen=True, slots=True)
class ThroughProxy:
    """By the proxy, at one of its addresses."""

    proxy: Proxy
    addresses: Addresses


Way: TypeAlias = Direct | ThroughProxy


def way_to(target: Target, network: Network, resolve: Resolver, deadline: Deadline) -> Way:
    """Look the target up once and check all of its addresses; raises StoppedError where one is forbidden."""
    allowed = is_allowed(target, network.allowed_hosts)
    if not allowed and target.port not in USUAL_PORTS.values():
        raise StoppedError(_forbidden_port(target))
    proxy = proxy_for(target, network, deadline)
    found = resolve(target.host, min(deadline.left(), _PATIENCE_BEHIND_PROXY) if proxy else deadline.left())
    _check(target, found, is_allowed=allowed)
    if proxy is None or (network.proxy and allowed and _is_of_office(found)):
        return Direct(_known(found, _unknown_host(target, found)))
    of_proxy = resolve(proxy.host, deadline.left())
    return ThroughProxy(proxy, _known(of_proxy, _unknown_proxy(proxy)))


def _check(target: Target, found: Addresses | Unresolved, *, is_allowed: bool) -> None:
    for address in () if isinstance(found, Unresolved) else found:
        where = realm(address)
        if where == "nowhere" or (where == "office" and not is_allowed):
            raise StoppedError(_forbidden(target, address))


def _is_of_office(found: Addresses | Unresolved) -> bool:
    """Tell a host of the office's own network, to which a proxy that is named for the world is no way."""
    return not isinstance(found, Unresolved) and all(realm(address) == "office" for address in found)


def _known(found: Addresses | Unresolved, otherwise: NotFetched) -> Addresses:
    if isinstance(found, Unresolved) or not found:
        raise StoppedError(otherwise)
    return found


def _forbidden(target: Target, address: Address) -> NotFetched:
    is_itself = literal(target.host) is not None
    leads = "is an address" if is_itself else f"leads to {address}, an address"
    if realm(address) == "nowhere":
        cure = "Name a page that the whole world can open in its browsers"
        return NotFetched("forbidden", f"{leads} where no public page can be", cure)
    cure = (
        "A network that wants a log-in first may be the reason. If it is a site of your own, your administrator adds "
        f'"{target.authority}" to allowed_hosts below [network] in device.toml'
    )
    return NotFetched("forbidden", f"{leads} inside an office's own network, where the kiosk does not go", cure)


def _forbidden_port(target: Target) -> NotFetched:
    cure = (
        f'Name an address without ":{target.port}", or let your administrator add '
        f'"{bracketed(target.host)}:{target.port}" to allowed_hosts below [network] in device.toml'
    )
    return NotFetched("forbidden", f"asks for port {target.port}, and the kiosk uses none but 80 and 443", cure)


def _unknown_host(target: Target, found: Addresses | Unresolved) -> NotFetched:
    if isinstance(found, Unresolved) and found.is_unknown:
        cure = "If other pages open on this computer, look for a slip in the address, or the site is gone"
        return NotFetched("offline", f"cannot be reached: no host {target.host} is known here", cure)
    cure = "See whether this computer is online: does another page open in its browser?"
    return NotFetched("offline", f"cannot be reached: nobody answered where {target.host} is", cure)


def _unknown_proxy(proxy: Proxy) -> NotFetched:
    cure = "Ask your administrator: it is the proxy below [network] in device.toml, or in this computer's settings"
    return NotFetched("offline", f"cannot be reached: the proxy {proxy.host} is not known here", cure)
