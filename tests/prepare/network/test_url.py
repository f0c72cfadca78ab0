"""Each address is read as browsers read it, or refused. The table was made with node's URL, which is the WHATWG's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.network.host import Malformed, bracketed, literal, parse_host
from kiosk.prepare.network.url import Target, join, parse_authority, parse_url

SAME = {
    "https://example.org": "https://example.org/",
    "https://example.org/": "https://example.org/",
    "https://example.org/a/b?c=d#e": "https://example.org/a/b?c=d",
    "https://example.org?x=1": "https://example.org/?x=1",
    "https://example.org#top": "https://example.org/",
    "https://example.org/?": "https://example.org/?",
    "https://example.org/#": "https://example.org/",
    "HTTPS://EXAMPLE.ORG/Path": "https://example.org/Path",
    "https://example.org:443/": "https://example.org/",
    "https://example.org:8443/a": "https://example.org:8443/a",
    "http://example.org:80/": "http://example.org/",
    "http://example.org:443/": "http://example.org:443/",
    "https://example.org:65535/": "https://example.org:65535/",
    "https://example.org:00443/": "https://example.org/",
    "https://example.org/a/../b": "https://example.org/b",
    "https://example.org/../../b": "https://example.org/b",
    "https://example.org/a/./b/.": "https://example.org/a/b/",
    "https://example.org/a/b/..": "https://example.org/a/",
    "https://example.org/a/%2e%2e/b": "https://example.org/b",
    "https://example.org/a/.%2E/b": "https://example.org/b",
    "https://example.org/%2e": "https://example.org/",
    "https://example.org//a//b": "https://example.org//a//b",
    "https://example.org/a/..//b": "https://example.org//b",
    "https://example.org/.../a": "https://example.org/.../a",
    "https://example.org/a;b=c/d": "https://example.org/a;b=c/d",
    "https://example.org/a b": "https://example.org/a%20b",
    "https://example.org/a%20b": "https://example.org/a%20b",
    "https://example.org/a+b": "https://example.org/a+b",
    'https://example.org/"quoted"': "https://example.org/%22quoted%22",
    "https://example.org/<tag>": "https://example.org/%3Ctag%3E",
    "https://example.org/{x}": "https://example.org/%7Bx%7D",
    "https://example.org/`x`": "https://example.org/%60x%60",
    "https://example.org/a|b": "https://example.org/a|b",
    "https://example.org/[x]": "https://example.org/[x]",
    "https://example.org/'x'": "https://example.org/'x'",
    "https://example.org/~me/$1,2!(3)*4": "https://example.org/~me/$1,2!(3)*4",
    "https://example.org/?q='x'": "https://example.org/?q=%27x%27",
    'https://example.org/?q="x"': "https://example.org/?q=%22x%22",
    "https://example.org/?q=<x>": "https://example.org/?q=%3Cx%3E",
    "https://example.org/?q={x}": "https://example.org/?q={x}",
    "https://example.org/?q=a b": "https://example.org/?q=a%20b",
    "https://example.org/?q=a?b": "https://example.org/?q=a?b",
    "https://example.org/?q=/../x": "https://example.org/?q=/../x",
    "https://example.org/?u=https://other.example/": "https://example.org/?u=https://other.example/",
    "https://example.org/@user": "https://example.org/@user",
    "https://example.org/?@user": "https://example.org/?@user",
    "https://example.org/#@user": "https://example.org/",
    "https://example.org/\xfc": "https://example.org/%C3%BC",
    "https://example.org/?q=\xfc": "https://example.org/?q=%C3%BC",
    "https://example.org/%C3%BC": "https://example.org/%C3%BC",
    "https://example.org/%c3%bc": "https://example.org/%c3%bc",
    "https://example.org/\u65e5\u672c\u8a9e": "https://example.org/%E6%97%A5%E6%9C%AC%E8%AA%9E",
    "https://example.org/\U0001f600": "https://example.org/%F0%9F%98%80",
    "https://example.org/%2F": "https://example.org/%2F",
    "https://example.org/%5C": "https://example.org/%5C",
    "https://bank.example#@evil.example/": "https://bank.example/",
    "https://bank.example?@evil.example/": "https://bank.example/?@evil.example/",
    "https://EXAMPLE\u3002org/": "https://example.org/",
    "https://\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45.org/": "https://example.org/",
    "https://b\xfccher.example/": "https://xn--bcher-kva.example/",
    "https://B\xdcCHER.example/": "https://xn--bcher-kva.example/",
    "https://xn--bcher-kva.example/": "https://xn--bcher-kva.example/",
    "https://XN--BCHER-KVA.example/": "https://xn--bcher-kva.example/",
    "https://fa\xdf.example/": "https://xn--fa-hia.example/",
    "https://xn--fa-hia.example/": "https://xn--fa-hia.example/",
    "https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/": "https://xn--e1afmkfd.xn--p1ai/",
    "https://\u4f8b\u3048.jp/": "https://xn--r8jz45g.jp/",
    "https://\u0645\u062b\u0627\u0644.\u0625\u062e\u062a\u0628\u0627\u0631/": "https://xn--mgbh0fb.xn--kgbechtv/",
    "https://ex\xadample.org/": "https://example.org/",
    "https://exam\u200bple.org/": "https://example.org/",
    "https://a_b.example/": "https://a_b.example/",
    "https://a-b.example/": "https://a-b.example/",
    "https://r3---sn-x.example/": "https://r3---sn-x.example/",
    "https://localhost/": "https://localhost/",
    "https://wiki/": "https://wiki/",
    "https://127.0.0.1/": "https://127.0.0.1/",
    "https://\uff11\uff12\uff17.\uff10.\uff10.\uff11/": "https://127.0.0.1/",
    "https://\u2460\u2461\u2466.0.0.1/": "https://127.0.0.1/",
    "https://[::1]/": "https://[::1]/",
    "https://[::1]:8080/": "https://[::1]:8080/",
    "https://[0:0:0:0:0:0:0:1]/": "https://[::1]/",
    "https://[2001:DB8::1]/": "https://[2001:db8::1]/",
    "https://[::ffff:127.0.0.1]/": "https://[::ffff:7f00:1]/",
    "https://[::127.0.0.1]/": "https://[::7f00:1]/",
}

REFUSED: dict[str, list[str]] = {
    "has no proper port after its host": [
        "https://example.org:/",
        "https://example.org:0/",
        "https://example.org:65536/",
        "https://example.org:999999/",
        "https://example.org:-1/",
        "https://example.org:+80/",
        "https://example.org:8 0/",
        "https://example.org:80a/",
        "https://example.org:\u0661/",
        "https://[2001:db8::1/",
        "https://2001:db8::1/",
        "https://[::1]a/",
        "https://[::1]:0x50/",
    ],
    "has a percent sign that stands for no letter": [
        "https://example.org/%00",
        "https://example.org/a%00b",
        "https://example.org/%0d%0aHost:x",
        "https://example.org/%1f",
        "https://example.org/%7f",
        "https://example.org/%",
        "https://example.org/%2",
        "https://example.org/%zz",
        "https://example.org/?q=100%",
        "https://[fe80::1%eth0]/",
    ],
    "hides a user name before its host": [
        "https://user@example.org/",
        "https://user:pw@example.org/",
        "https://:@example.org/",
        "https://@example.org/",
        "https://example.org@evil.example/",
        "https://example.org:443@evil.example/",
    ],
    "has no proper host name": [
        "https://example.org%40evil.example/",
        "https:///example.org/",
        "https:////example.org/",
        "https://",
        "https:///",
        "https://?x",
        "https://#x",
        "https://:443/",
        "https://exam ple.org/",
        "https://xn--a.example/",
        "https://xn--.example/",
        "https://exam\u202eple.org/",
        "https://\u2603.example/",
        "https://-a.example/",
        "https://a-.example/",
        "https://example.org./",
        "https://.example.org/",
        "https://a..b/",
        "https://.../",
        "https://exa*mple.org/",
        "https://exa%6Dple.org/",
        "https://exa<mple.org/",
        "https://exa|mple.org/",
        "https://exa^mple.org/",
        "https://exa$mple.org/",
        "https://127.0.0.1./",
    ],
    "has a line break, a backslash or another character that belongs to no web address": [
        "https://bank.example\\@evil.example/",
        "https://evil.example\\.bank.example/",
        "https:\\\\example.org\\a",
        "https:/\\example.org/",
        "https://example.org\\a",
        "https://example.org/a\\b",
        "https://example.org/?a\\b",
        " https://example.org/",
        "https://example.org/ ",
        "https://example.org\t/",
        "https://exa\tmple.org/",
        "https://example.org/a\rb",
        "https://example.org\r\nX: y",
        "https://example.org/a\nb",
        "https://example.org/\x00",
        "https://example.org/\x7f",
        "https://exam\x00ple.org/",
    ],
    "does not start with https://": [
        "https:/example.org/",
        "https:example.org/",
        "//example.org/",
        "/a",
        "example.org",
        "example.org/a",
        "",
        "http:",
        "ftp://example.org/",
        "file:///etc/passwd",
        "file://example.org/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://example.org/",
        "ws://example.org/",
        "wss://example.org/",
        "feed://example.org/",
        "view-source:https://example.org/",
        "httpss://example.org/",
        "ht tps://example.org/",
    ],
    "has an IP address in disguise for a host": [
        "https://127.1/",
        "https://127.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0x7f.1/",
        "https://017700000001/",
        "https://0177.0.0.1/",
        "https://127.0.0.01/",
        "https://127.0.0.256/",
        "https://127.0.0.0x/",
        "https://1.2.3.4.5/",
        "https://256.256.256.256/",
        "https://4294967296/",
        "https://09.1.1.1/",
        "https://a.1/",
        "https://a.0x1/",
        "https://0/",
    ],
    "names a network card of this computer": [
        "https://[fe80::1%25eth0]/",
    ],
    "has no proper IP address between its brackets": [
        "https://[]/",
        "https://[g::1]/",
        "https://[1:2:3:4:5:6:7:8:9]/",
        "https://[1::2::3]/",
        "https://[127.0.0.1]/",
    ],
}


def target(url: str) -> Target:
    place = parse_url(url)
    assert isinstance(place, Target)
    return place


@pytest.mark.parametrize(("text", "url"), SAME.items(), ids=map(ascii, SAME))
def test_an_address_is_read_as_browsers_read_it(text: str, url: str) -> None:
    assert target(text).url == url


@pytest.mark.parametrize(("why", "text"), [(why, text) for why, texts in REFUSED.items() for text in texts], ids=ascii)
def test_what_others_could_read_otherwise_is_refused(why: str, text: str) -> None:
    assert parse_url(text) == Malformed(why)


def test_the_table_is_long_enough() -> None:
    assert len(SAME) + sum(map(len, REFUSED.values())) >= 195


def test_a_caret_is_encoded_as_the_standard_says_since_2024() -> None:
    assert target("https://example.org/a^b").path == "/a%5Eb"


def test_an_address_may_be_so_long_and_no_longer() -> None:
    assert isinstance(parse_url(f"https://example.org/{'a' * 1480}"), Target)
    assert parse_url(f"https://example.org/{'a' * 1481}") == Malformed("is longer than 1500 characters")


def test_half_a_character_is_refused() -> None:
    assert isinstance(parse_url("https://example.org/\ud800"), Malformed)


@given(st.text(max_size=60), st.sampled_from(["", "https://", "https://example.org/", "https://example.org:", "//"]))
def test_whatever_is_read_is_plain_and_reads_the_same_again(text: str, beginning: str) -> None:
    place = parse_url(beginning + text)

    if isinstance(place, Target):
        assert all("!" <= character <= "~" for character in place.url)
        assert "\\" not in place.url
        assert "@" not in place.authority
        assert parse_url(place.url) == place or len(place.url) > 1500


@given(st.text("0123456789xabcdef.", min_size=1, max_size=16))
def test_what_looks_like_a_number_is_a_plain_ip_address_or_nothing(text: str) -> None:
    host = parse_host(text)

    if isinstance(host, str) and host.rpartition(".")[2].isdigit():
        assert literal(host) is not None
        assert host == text


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("https://other.example/x", "https://other.example/x"),
        ("http://other.example/x", "http://other.example/x"),
        ("//other.example/x", "https://other.example/x"),
        ("/x", "https://paper.example:8443/x"),
        ("x", "https://paper.example:8443/a/x"),
        ("../x", "https://paper.example:8443/x"),
        ("./x?y#z", "https://paper.example:8443/a/x?y"),
        ("?y", "https://paper.example:8443/a/b?y"),
        ("#z", "https://paper.example:8443/a/b?c=/d"),
        ("", "https://paper.example:8443/a/b?c=/d"),
        ("/ü", "https://paper.example:8443/%C3%BC"),
    ],
)
def test_a_relative_address_is_read_from_where_it_was_found(location: str, url: str) -> None:
    place = join(target("https://paper.example:8443/a/b?c=/d"), location)

    assert isinstance(place, Target)
    assert place.url == url


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "javascript:alert(1)", "\\\\evil.example", "/\\evil.example", "//user@evil.example/", "///evil.example", "a\r\nb", " /x", "x:y"],
)  # fmt: skip
def test_a_relative_address_is_no_way_round(location: str) -> None:
    assert isinstance(join(target("https://paper.example/"), location), Malformed)


def test_an_authority_has_a_host_and_a_port_where_one_is_named() -> None:
    authority = parse_authority("[::1]:8080")

    assert not isinstance(authority, Malformed)
    assert (authority.host, authority.port) == ("::1", 8080)
    assert bracketed(authority.host) == "[::1]"
