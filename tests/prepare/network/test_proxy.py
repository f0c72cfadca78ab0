import time
from base64 import b64decode

import pytest

from kiosk.edition.web_source import Network
from kiosk.prepare.network.deadline import Deadline
from kiosk.prepare.network.host import Malformed
from kiosk.prepare.network.outcome import StoppedError
from kiosk.prepare.network.proxy import Proxy, parse_proxy, proxy_for
from kiosk.prepare.network.url import Target, parse_url

VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


def target(url: str) -> Target:
    place = parse_url(url)
    assert isinstance(place, Target)
    return place


def chosen(network: Network, url: str = "https://paper.example/") -> Proxy | None:
    return proxy_for(target(url), network, Deadline(time.monotonic() + 5))


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("http://proxy.example:3128", Proxy("proxy.example", 3128)),
        ("http://proxy.example:3128/", Proxy("proxy.example", 3128)),
        ("HTTP://Proxy.Example", Proxy("proxy.example", 80)),
        ("proxy.example:8080", Proxy("proxy.example", 8080)),
        ("http://10.0.0.1:3128", Proxy("10.0.0.1", 3128)),
        ("http://[::1]:3128", Proxy("::1", 3128)),
    ],
)
def test_a_proxy_is_read(text: str, proxy: Proxy) -> None:
    assert parse_proxy(text) == proxy


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("http://ann:pa:ss@proxy.example:3128", "ann:pa:ss"),
        ("http://ann:p%40ss%2F@proxy.example:3128", "ann:p@ss/"),
        ("http://j%C3%BCrg:x@proxy.example:3128", "jürg:x"),
        ("http://ann@proxy.example:3128", "ann"),
    ],
)
def test_its_password_becomes_a_header(text: str, secret: str) -> None:
    proxy = parse_proxy(text)

    assert isinstance(proxy, Proxy)
    assert b64decode(proxy.authorization.removeprefix("Basic ")).decode() == secret
    assert proxy.authorization not in repr(proxy)


@pytest.mark.parametrize(
    "text", ["socks5://proxy.example:1080", "https://proxy.example", "http://", "http://a b", "http://a:x"]
)
def test_what_is_no_proxy_for_us_is_refused(text: str) -> None:
    assert isinstance(parse_proxy(text), Malformed)


@pytest.mark.parametrize(
    "text",
    [
        "http://ann:hidden://x@a",
        "ann:hidden://x@a:b",
        "http://ann:hidden@a:x",
        "http://ann:hid/den@proxy.example",
        "socks5://ann:hidden@a",
    ],
)
def test_no_reason_tells_the_password(text: str) -> None:
    refused = parse_proxy(text)

    assert isinstance(refused, Malformed)
    assert "hid" not in refused.why


def test_a_named_one_is_used() -> None:
    assert chosen(Network("http://proxy.example:3128")) == Proxy("proxy.example", 3128)


def test_none_is_used_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")

    assert chosen(Network("none")) is None


def test_the_system_may_have_none() -> None:
    assert chosen(Network()) is None


@pytest.mark.parametrize(
    ("variable", "url"),
    [
        ("https_proxy", "https://paper.example/"),
        ("http_proxy", "http://paper.example/"),
        ("all_proxy", "https://paper.example/"),
    ],
)
def test_the_systems_is_used(variable: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "http://proxy.example:3128")

    assert chosen(Network(), url) == Proxy("proxy.example", 3128)


@pytest.mark.parametrize("hosts", ["paper.example", ".example", "*", "other.example,paper.example"])
def test_the_system_knows_hosts_that_need_none(hosts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", hosts)

    assert chosen(Network()) is None


@pytest.mark.parametrize("network", [Network("socks5://proxy.example:1080"), Network("")])
def test_one_that_cannot_be_used_is_said_to_be_so(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://proxy.example:1080")

    with pytest.raises(StoppedError) as stopped:
        chosen(network)

    assert stopped.value.outcome.trouble == "offline"
    assert "socks5://" in stopped.value.outcome.what
    assert "device.toml" in stopped.value.outcome.cure
