import pytest

from kiosk.prepare.network.allowed import is_allowed
from kiosk.prepare.network.url import Target, parse_url


def target(url: str) -> Target:
    place = parse_url(url)
    assert isinstance(place, Target)
    return place


@pytest.mark.parametrize(
    ("url", "entry"),
    [
        ("https://wiki.example/x", "wiki.example"),
        ("http://wiki.example/x", "wiki.example"),
        ("https://WIKI.example/x", "Wiki.Example"),
        ("https://wiki.example:8443/x", "wiki.example:8443"),
        ("https://wiki/x", "wiki"),
        ("http://127.0.0.1:8080/", "127.0.0.1:8080"),
        ("http://[::1]:8080/", "[::1]:8080"),
        ("http://[0:0::1]/", "[::1]"),
        ("https://bücher.example/", "bücher.example"),
        ("https://xn--bcher-kva.example/", "bücher.example"),
    ],
)
def test_a_host_is_allowed_by_its_name(url: str, entry: str) -> None:
    assert is_allowed(target(url), ("other.example", entry))


@pytest.mark.parametrize(
    ("url", "entry"),
    [
        ("https://wiki.example:8443/", "wiki.example"),
        ("https://wiki.example/", "wiki.example:8443"),
        ("https://a.wiki.example/", "wiki.example"),
        ("https://wiki.example.evil.example/", "wiki.example"),
        ("https://wiki.example/", "*.example"),
        ("https://wiki.example/", "user@wiki.example"),
        ("https://wiki.example/", "https://wiki.example"),
        ("https://wiki.example/", ""),
    ],
)
def test_nothing_else_is(url: str, entry: str) -> None:
    assert not is_allowed(target(url), (entry,))
