"""Social networks: an account or a link becomes one button; the table of networks is in `networks.py`."""

import re
from difflib import get_close_matches
from typing import assert_never
from urllib.parse import urlsplit

from kiosk.edition.links import Refused
from kiosk.edition.model import Social, Takeaway
from kiosk.prepare.contact.country import Country
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.networks import NETWORKS, Federated, Handle, LinkOnly, Network, Number
from kiosk.prepare.contact.phone import e164, number_of
from kiosk.prepare.contact.web_address import web_takeaway

_FEDERATED = re.compile(r"@?([A-Za-z0-9_.-]+)@([^\s@/]+\.[^\s@/]+)")
_ALSO_CALLED = {"twitter": "x", "fb": "facebook", "weixin": "wechat", "web": "website", "homepage": "website"}


def social_of(network: str, account: str | None, url: str | None, country: Country) -> Social | Fault:
    key = network.casefold()
    if key not in NETWORKS:
        return _unknown(network)
    if (account is None) == (url is None):
        several = account is not None
        what = "has both an account and a url" if several else "has neither account nor url"
        return Fault("", what, "Keep one of them" if several else "Add one of them")
    if url is not None:
        return _by_url(key, url)
    return _by_account(key, account or "", country)


def leads_to_front_page(social: Social) -> Fault | None:
    """Warn of a link that names a network and nobody in it."""
    parts = urlsplit(social.link.payload)
    if not NETWORKS[social.network].hosts or parts.path.strip("/") or parts.query or parts.fragment:
        return None
    what = f"the link leads to the front page of {social.name}, not to yours"
    return Fault("url", what, "It is shown so. Open your page in the browser and copy its address", "warning")


def _unknown(network: str) -> Fault:
    name = network.casefold()
    near = get_close_matches(name, NETWORKS, n=1)
    meant = _ALSO_CALLED.get(name) or (near[0] if near else None)
    if meant:
        return Fault("network", f'"{network}" is no network that the kiosk knows', f'Did you mean "{meant}"?')
    known = ", ".join(NETWORKS)
    cure = f'Write network = "website" with a url, or one of: {known}'
    return Fault("network", f'"{network}" is no network that the kiosk knows', cure)


def _by_url(key: str, url: str) -> Social | Fault:
    network = NETWORKS[key]
    takeaway = web_takeaway(url)
    if isinstance(takeaway, Refused):
        return Fault("url", f"the link {takeaway.why}", f"Copy it from the browser, like {_example_page(network)}")
    if network.hosts and not _belongs(takeaway.host, network):
        return _elsewhere(network, takeaway.host)
    return Social(key, network.name, _spoken(takeaway), network.icon, takeaway)


def _elsewhere(network: Network, host: str) -> Fault:
    owner = next((key for key, other in NETWORKS.items() if _belongs(host, other)), None)
    what = f"the link leads to {host}, which is not {network.name}"
    if owner:
        return Fault("url", what, f'Write network = "{owner}", or a link to {network.hosts[0]}')
    return Fault("url", what, f'Write a link to {network.hosts[0]}, or network = "website"')


def _by_account(key: str, account: str, country: Country) -> Social | Fault:
    network = NETWORKS[key]
    if account.lower().startswith(("http://", "https://")):
        return Fault("account", "is a link", f'Write it as: url = "{account}"')
    match network.account:
        case Handle() as handle:
            return _by_handle(key, network, handle, account)
        case Number(page):
            return _by_number(key, network, page, account, country)
        case Federated():
            return _by_federated(key, network, account)
        case LinkOnly(cure):
            return Fault("account", f"{network.name} has no page that follows from an account's name", cure)
        case _ as unreachable:
            assert_never(unreachable)


def _by_handle(key: str, network: Network, handle: Handle, account: str) -> Social | Fault:
    name = account.removeprefix("@").strip("/")
    if not re.fullmatch(handle.pattern, name, re.ASCII):
        return Fault(
            "account",
            f'"{account}" cannot be an account at {network.name}',
            f'Write it like "{handle.example}", or write the link of the page as url',
        )
    return _social(key, network, handle.sign + name, handle.page.format(name))


def _by_number(key: str, network: Network, page: str, account: str, country: Country) -> Social | Fault:
    number = number_of(account, country)
    if isinstance(number, Fault):
        return Fault("account", number.what, number.cure)
    digits = e164(number).removeprefix("+")
    return _social(key, network, f"+{digits}", page.format(digits))


def _by_federated(key: str, network: Network, account: str) -> Social | Fault:
    found = _FEDERATED.fullmatch(account)
    if found is None:
        return Fault("account", f'"{account}" lacks its server', "Write it like @haigparkoffice@mastodon.social")
    return _social(key, network, f"@{found[1]}@{found[2]}", f"https://{found[2]}/@{found[1]}")


def _social(key: str, network: Network, account: str, page: str) -> Social | Fault:
    takeaway = web_takeaway(page)
    if isinstance(takeaway, Refused):
        return Fault("account", f"the link made of it {takeaway.why}", "Write the link of the page as url instead")
    return Social(key, network.name, account, network.icon, takeaway)


def _belongs(host: str, network: Network) -> bool:
    return any(host == own or host.endswith(f".{own}") for own in network.hosts)


def _spoken(takeaway: Takeaway) -> str:
    """Give a link as people say it: host and path, without what only machines need."""
    rest = takeaway.payload.removeprefix("https://").removeprefix("www.")
    return rest.partition("?")[0].partition("#")[0].rstrip("/")


def _example_page(network: Network) -> str:
    if isinstance(network.account, Handle):
        return network.account.page.format(network.account.example)
    return f"https://{network.hosts[0] if network.hosts else 'www.haigpark.example'}/..."
