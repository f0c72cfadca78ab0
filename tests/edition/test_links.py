"""The makers of links: what they write, and which web addresses they refuse."""

import pytest

from kiosk.edition import links
from kiosk.edition.links import LONGEST_URL, Link, Refused

ACCEPTED = {
    "plain": ("https://haigpark.example/", "haigpark.example"),
    "port": ("https://haigpark.example:8443/a", "haigpark.example"),
    "query and fragment": ("https://haigpark.example/a?b=c&d=%C3%A9#e", "haigpark.example"),
    "capitals": ("https://WWW.HaigPark.Example/A", "www.haigpark.example"),
    "punycode": ("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
    "at sign in the path": ("https://mastodon.example/@haigpark", "mastodon.example"),
    "at sign behind a fragment": ("https://good.example#@evil.example", "good.example"),
    "longest": ("https://a.example/" + "x" * (LONGEST_URL - 18), "a.example"),
}

REFUSED = {
    "nothing": "",
    "http": "http://haigpark.example/",
    "no scheme": "haigpark.example",
    "no host": "https:///path",
    "no slashes": "https:haigpark.example",
    "javascript": "javascript:alert(1)",
    "data": "data:text/html,x",
    "file": "file:///etc/passwd",
    "user name": "https://bank.example@evil.example/",
    "user and password": "https://a:b@evil.example/",
    "backslash": "https://good.example\\@evil.example/",
    "space": "https://haigpark.example/a b",
    "leading space": " https://haigpark.example/",
    "line feed": "https://haigpark.example/\nx",
    "carriage return": "https://haigpark.example/\rx",
    "tab in the host": "https://haig\tpark.example/",
    "zero width space": "https://haig\u200bpark.example/",
    "soft hyphen": "https://haig\u00adpark.example/",
    "letters beyond ASCII": "https://bücher.example/",
    "look-alike": "https://\u0430\u0440\u0440\u04cf\u0435.example/",
    "angle brackets": "https://haigpark.example/<script>",
    "NUL": "https://haigpark.example/%00",
    "escaped line feed": "https://haigpark.example/%0d%0aSet-Cookie",
    "escaped DEL": "https://haigpark.example/%7f",
    "escape in the host": "https://haigpark%2eexample/",
    "broken escape": "https://haigpark.example/%zz",
    "port 0": "https://haigpark.example:0/",
    "port 65536": "https://haigpark.example:65536/",
    "port in letters": "https://haigpark.example:https/",
    "IPv4": "https://127.0.0.1/",
    "IPv4 as one number": "https://2130706433/",
    "IPv4 as hexadecimal": "https://0x7f000001/",
    "IPv4 in two parts": "https://127.1/",
    "IPv4 with a hexadecimal end": "https://127.0.0.0x1/",
    "IPv4 with a bare 0x": "https://127.0.0.0x/",
    "IPv6": "https://[::1]/",
    "IPv4 in IPv6": "https://[::ffff:127.0.0.1]/",
    "single label": "https://localhost/",
    "trailing dot": "https://haigpark.example./",
    "two dots": "https://haigpark..example/",
    "leading hyphen": "https://-haigpark.example/",
    "trailing hyphen": "https://haigpark-.example/",
    "underscore": "https://haig_park.example/",
    "label of 64": f"https://{'a' * 64}.example/",
    "host of 254": f"https://{'a.' * 124}example/",
    "unclosed bracket": "https://[::1/",
    "too long": "https://a.example/" + "x" * (LONGEST_URL - 17),
}


@pytest.mark.parametrize(("url", "host"), ACCEPTED.values(), ids=ACCEPTED)
def test_a_proper_web_address_is_kept_as_written_with_its_host(url: str, host: str) -> None:
    assert links.web(url) == Link(url, host)


@pytest.mark.parametrize("url", REFUSED.values(), ids=REFUSED)
def test_an_address_that_could_lead_elsewhere_is_refused(url: str) -> None:
    assert isinstance(links.web(url), Refused)


def test_a_phone_link_is_the_bare_number() -> None:
    assert links.tel("+263775679494") == Link("tel:+263775679494")


def test_a_phone_link_carries_its_extension() -> None:
    assert links.tel("+263242700000", "12") == Link("tel:+263242700000;ext=12")


def test_a_mail_link_cannot_carry_header_fields() -> None:
    assert links.mailto("a?cc=b&x@haigpark.example").uri == "mailto:a%3Fcc%3Db%26x@haigpark.example"


def test_a_mail_link_encodes_letters_beyond_ascii() -> None:
    assert links.mailto("jürgen@haigpark.example").uri == "mailto:j%C3%BCrgen@haigpark.example"


def test_a_place_is_written_with_six_decimals() -> None:
    assert links.geo(-17.784, 31.021).uri == "geo:-17.784000,31.021000"


def test_a_map_shows_a_pin_at_the_place() -> None:
    link = links.map_at(-17.784, 31.021)

    assert link.uri == ("https://www.openstreetmap.org/?mlat=-17.784000&mlon=31.021000#map=17/-17.784000/31.021000")


def test_a_map_search_hides_nothing_in_its_query() -> None:
    assert links.map_search("1 A & B #2, Harare").uri.endswith("?query=1%20A%20%26%20B%20%232%2C%20Harare")


def test_the_map_links_name_the_host_they_lead_to() -> None:
    assert {links.map_at(0, 0).host, links.map_search("x").host} == {"www.openstreetmap.org"}
