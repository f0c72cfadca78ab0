import time
from ipaddress import ip_address

import pytest

from kiosk.edition.web_source import Network
from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.outcome import NotFetched, StoppedError
from kiosk.prepare.network.proxy import Proxy
from kiosk.prepare.network.resolve import Addresses, Unresolved
from kiosk.prepare.network.url import Target, parse_url
from kiosk.prepare.network.way import Direct, ThroughProxy, Way, way_to

WORLD, OFFICE, NOWHERE = (ip_address(text) for text in ("93.184.216.34", "10.0.0.5", "169.254.169.254"))
PROXY = "http://proxy.example:3128"
BY_PROXY = ThroughProxy(Proxy("proxy.example", 3128), (OFFICE,))
HOSTS: dict[str, Addresses] = {
    "paper.example": (WORLD,),
    "wiki.example": (OFFICE,),
    "mixed.example": (WORLD, OFFICE),
    "meta.example": (NOWHERE,),
    "proxy.example": (OFFICE,),
    "empty.example": (),
    "10.0.0.5": (OFFICE,),
}


def way(url: str, *allowed: str, proxy: str = "none") -> Way:
    place = parse_url(url)
    assert isinstance(place, Target)
    return way_to(place, Network(proxy, allowed), known, Deadline(time.monotonic() + 5))


def known(host: str, _seconds: float) -> Addresses | Unresolved:
    return HOSTS.get(host, Unresolved(is_unknown=True))


def why_not(url: str, *allowed: str, proxy: str = "none") -> NotFetched:
    with pytest.raises(StoppedError) as stopped:
        way(url, *allowed, proxy=proxy)
    return stopped.value.outcome


@pytest.mark.parametrize("url", ["https://paper.example/", "http://paper.example/", "https://paper.example:80/"])
def test_a_page_of_the_world_is_visited_where_it_is(url: str) -> None:
    assert way(url) == Direct((WORLD,))


@pytest.mark.parametrize("url", ["https://wiki.example/", "https://mixed.example/", "https://10.0.0.5/"])
def test_the_offices_network_is_not_entered(url: str) -> None:
    outcome = why_not(url)

    assert outcome.trouble == "forbidden"
    assert "inside an office's own network" in outcome.what
    assert url.removeprefix("https://").strip("/") in outcome.cure


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://wiki.example/", "wiki.example"),
        ("https://mixed.example/", "mixed.example"),
        ("http://wiki.example:8080/", "wiki.example:8080"),
        ("https://10.0.0.5/", "10.0.0.5"),
    ],
)
def test_a_host_that_is_allowed_may_lie_there(url: str, allowed: str) -> None:
    assert isinstance(way(url, allowed), Direct)


def test_no_name_allows_what_is_nowhere() -> None:
    assert why_not("https://meta.example/", "meta.example").trouble == "forbidden"


def test_other_ports_are_for_those_that_are_allowed() -> None:
    outcome = why_not("https://paper.example:8443/")

    assert outcome.trouble == "forbidden"
    assert outcome.what == "asks for port 8443, and the kiosk uses none but 80 and 443"
    assert '"paper.example:8443"' in outcome.cure


@pytest.mark.parametrize("host", ["nobody.example", "empty.example"])
def test_a_host_without_an_address_is_not_found(host: str) -> None:
    assert why_not(f"https://{host}/").trouble == "offline"


@pytest.mark.parametrize("host", ["paper.example", "nobody.example"])
def test_a_proxy_goes_also_where_no_name_is_known_here(host: str) -> None:
    assert way(f"https://{host}/", proxy=PROXY) == BY_PROXY


@pytest.mark.parametrize("host", ["wiki.example", "meta.example", "10.0.0.5", "mixed.example"])
def test_a_proxy_is_no_way_into_the_office(host: str) -> None:
    assert why_not(f"https://{host}/", proxy=PROXY).trouble == "forbidden"


def test_an_allowed_host_in_the_office_needs_no_proxy_that_is_named_for_the_world() -> None:
    assert way("https://wiki.example/", "wiki.example", proxy=PROXY) == Direct((OFFICE,))


def test_an_allowed_host_of_the_world_needs_it() -> None:
    assert way("https://paper.example:8443/", "paper.example:8443", proxy=PROXY) == BY_PROXY


def test_a_proxy_that_nobody_knows_is_named() -> None:
    outcome = why_not("https://paper.example/", proxy="http://gone.example:3128")

    assert outcome.trouble == "offline"
    assert "the proxy gone.example" in outcome.what
