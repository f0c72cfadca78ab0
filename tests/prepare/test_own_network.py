from pathlib import Path

import pytest

from kiosk.edition.web_source import Network, WebSource
from kiosk.prepare.article.source import WebArticles
from kiosk.prepare.network.url import Target, parse_url
from kiosk.prepare.own_network import not_allowed
from kiosk.prepare.problem import Place


def warnings(url: str, *allowed: str) -> list[str]:
    target = parse_url(url)
    assert isinstance(target, Target)
    named = WebArticles(WebSource(url), target, Place(Path("contact.toml"), 7, 10))
    return [str(problem) for problem in not_allowed((named,), Network(allowed_hosts=allowed))]


@pytest.mark.parametrize(
    ("url", "what", "host"),
    [
        ("https://wiki/feed", "wiki is a host of your own network", "wiki"),
        ("https://localhost:8080/", "localhost is a host of your own network", "localhost:8080"),
        ("https://news.office.lan/", "news.office.lan is a host of your own network", "news.office.lan"),
        ("https://nas.home.arpa/", "nas.home.arpa is a host of your own network", "nas.home.arpa"),
        ("https://192.168.1.20/", "192.168.1.20 is a host of your own network", "192.168.1.20"),
        ("https://[fd00::5]/", "[fd00::5] is a host of your own network", "[fd00::5]"),
        (
            "https://paper.example:8443/",
            "port 8443 is none that web pages usually have",
            "paper.example:8443",
        ),
    ],
)
def test_a_host_that_is_not_allowed_is_told_with_what_allows_it(url: str, what: str, host: str) -> None:
    assert warnings(url) == [
        (
            f"contact.toml:7:10: warning: article.source: {what}. The kiosk does not go there. "
            f'If it is to, your administrator writes in device.toml, below [network]: allowed_hosts = ["{host}"]'
        )
    ]
    assert warnings(url, host) == []


@pytest.mark.parametrize("url", ["https://paper.example/", "https://93.184.215.14/", "http://paper.example/"])
def test_of_a_host_of_the_world_nothing_is_said(url: str) -> None:
    assert warnings(url) == []


def test_another_host_or_port_allows_nothing() -> None:
    assert len(warnings("https://wiki:8443/", "wiki", "wiki:8444", "other:8443")) == 1
