import pytest

from kiosk.prepare.feed.address import absolute

BASE = "https://paper.example/world/feed.xml"


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("https://a.example/x?utm_source=rss&fbclid=1#top", "https://a.example/x?utm_source=rss&fbclid=1#top"),
        (" \n/x ", "https://paper.example/x"),
        ("x", "https://paper.example/world/x"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("?id=1", "https://paper.example/world/feed.xml?id=1"),
        ("http://a.example/", "http://a.example/"),
        ("https://a.example/été ü", "https://a.example/%C3%A9t%C3%A9%20%C3%BC"),
        ("https://a.example/%C3%A9", "https://a.example/%C3%A9"),
        ("java\nscript:alert(1)", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("file://server/share/a.jpg", ""),
        ("ftp://a.example/a", ""),
        ("javascript://a.example/%0aalert(1)", ""),
        ("mailto:a@b.example", ""),
        ("https://", ""),
        ("https://[oops", ""),
        ("https://a.example/" + "x" * 3000, ""),
        ("", ""),
    ],
)
def test_an_address_is_absolute_and_of_the_web_or_nothing(written: str, whole: str) -> None:
    assert absolute(written, BASE) == whole
