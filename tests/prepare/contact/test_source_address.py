# ruff: noqa: RUF001  # letters that look like others are what this is about
"""Addresses of sources: what is taken, and every slip with its cure."""

import pytest

from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.source_address import SourceAddress, is_address, source_address

COPY = "Open the page in a browser and copy its address again"
LIKE = 'Write it like "https://paper.example/news"'

TAKEN = {
    "a host alone": ("https://paper.example", "https://paper.example/"),
    "capitals": ("HTTPS://Paper.Example/World", "https://paper.example/World"),
    "a query, and a place in the page": ("https://paper.example/a?b=1&c=2#top", "https://paper.example/a?b=1&c=2"),
    "letters beyond ASCII": ("https://bücher.example/ä?ü", "https://xn--bcher-kva.example/%C3%A4?%C3%BC"),
    "the usual port": ("https://paper.example:443/", "https://paper.example/"),
    "another port": ("https://paper.example:8443/", "https://paper.example:8443/"),
    "a host of one word": ("https://wiki/feed", "https://wiki/feed"),
    "a number": ("https://192.168.1.20/feed", "https://192.168.1.20/feed"),
    "a number of IPv6": ("https://[fd00:0::5]/feed", "https://[fd00::5]/feed"),
    "a sign in the query": ("https://paper.example/?to=a@b", "https://paper.example/?to=a@b"),
}
REFUSED = {
    "http": (
        "http://paper.example/feed",
        "begins with http://, and what comes that way can be changed by others",
        'Try "https://paper.example/feed". If that site has no https, add the line: allow_http = true',
    ),
    "a feed reader's": (
        "feed://paper.example/x",
        "begins as only feed readers write it",
        'Write "https://paper.example/x"',
    ),
    "a feed reader's, in front": ("feed:https://paper.example/x", "begins twice", 'Write "https://paper.example/x"'),
    "twice": ("https://https://paper.example", "begins twice", 'Write "https://paper.example"'),
    "a letter too few": (
        "htps://paper.example",
        "does not begin as an address does",
        'Write "https://paper.example"',
    ),
    "one slash": ("https:/paper.example", "does not begin as an address does", 'Write "https://paper.example"'),
    "no colon": ("https//paper.example", "does not begin as an address does", 'Write "https://paper.example"'),
    "a semicolon": ("https;//paper.example", "does not begin as an address does", 'Write "https://paper.example"'),
    "three slashes": ("https:///paper.example", "does not begin as an address does", 'Write "https://paper.example"'),
    "backslashes": ("https:\\\\paper.example\\a", "has a backslash in it", 'Write "https://paper.example/a"'),
    "ftp": ("ftp://paper.example", "begins with ftp:, which the kiosk does not open", LIKE),
    "a file": ("file:///etc/passwd", "begins with file:, which the kiosk does not open", LIKE),
    "a script": ("javascript:alert(1)", "begins with javascript:, which the kiosk does not open", LIKE),
    "a user's name": (
        "https://me:secret@paper.example/a@b",
        "has a user's name in front of its host",
        'The kiosk signs in nowhere. Write "https://paper.example/a@b"',
    ),
    "another host before the @": (
        "https://bank.example@evil.example",
        "has a user's name in front of its host",
        'The kiosk signs in nowhere. Write "https://evil.example"',
    ),
    "a space": (
        "https://paper.example/our news",
        "has a space in it",
        "Delete the space; one that belongs to the address is written %20",
    ),
    "no host": ("https://", "names no host", LIKE),
    "a port alone": ("https://:443/", "names no host", LIKE),
    "a port that cannot be": ("https://paper.example:99999/", "has no proper port after its host", COPY),
    "no port behind the colon": ("https://paper.example:/", "has no proper port after its host", COPY),
    "two dots": ("https://paper..example/", "has no proper host name", COPY),
    "a letter in code": ("https://paper%41.example/", "has no proper host name", COPY),
    "a number in disguise": ("https://0x7f.1/", "has an IP address in disguise for a host", COPY),
    "half a bracket": ("https://[::1/", "has no proper port after its host", COPY),
    "a stray percent sign": ("https://paper.example/100%", "has a percent sign that stands for no letter", COPY),
    "something invisible": (
        "https://paper\u200b.example/",
        "has an invisible character in it",
        f"{COPY}, or type it",
    ),
    "nobody's number": (
        "https://169.254.169.254/latest",
        "is where no page can be",
        "Name a page that you can open in a browser",
    ),
    "nobody's number behind a tunnel": (
        "https://[64:ff9b::a9fe:a9fe]/",
        "is where no page can be",
        "Name a page that you can open in a browser",
    ),
    "too long": (
        "https://paper.example/" + "x" * 1500,
        "is longer than 1500 characters",
        "What follows a ? can often be left out; see in a browser whether the shorter address shows the same",
    ),
    "too long once it is ASCII": (
        "https://paper.example/" + "é" * 300,
        "is longer than 1500 characters",
        "What follows a ? can often be left out; see in a browser whether the shorter address shows the same",
    ),
}


@pytest.mark.parametrize(("text", "url"), TAKEN.values(), ids=TAKEN)
def test_an_address_is_taken_in_its_one_form(text: str, url: str) -> None:
    assert is_address(text)

    address = source_address(text, allow_http=False)

    assert isinstance(address, SourceAddress), address
    assert (address.target.url, address.doubt) == (url, None)


@pytest.mark.parametrize(("text", "what", "cure"), REFUSED.values(), ids=REFUSED)
def test_a_slip_is_named_with_its_cure(text: str, what: str, cure: str) -> None:
    assert is_address(text)
    assert source_address(text, allow_http=False) == Fault("", what, cure)


def test_http_is_taken_where_it_is_allowed() -> None:
    address = source_address("http://paper.example/feed", allow_http=True)

    assert isinstance(address, SourceAddress)
    assert address.target.url == "http://paper.example/feed"


@pytest.mark.parametrize("text", ["https://аррӏе.com/", "https://xn--80ak6aa92e.com/"])
def test_a_lookalike_is_doubted_and_told_in_plain_letters(text: str) -> None:
    address = source_address(text, allow_http=False)

    assert isinstance(address, SourceAddress)
    assert address.doubt == Fault(
        "",
        'the host "аррӏе.com" has letters that look like others; to computers it is xn--80ak6aa92e.com',
        "It is visited so. If you mean another, type the address in plain letters",
        "warning",
    )


@pytest.mark.parametrize(
    "name",
    [
        "news", "articles/border.md", "our news: may.md", "news: may", "C:\\Users\\a.md", "C:/a.md", "\\\\server\\share", "a.b",
        "www.paper.example/feed", "//server/share", "../a.md",
    ],
)  # fmt: skip
def test_the_name_of_a_file_is_no_address(name: str) -> None:
    assert not is_address(name)
