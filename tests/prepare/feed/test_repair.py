from xml.etree.ElementTree import Element, fromstring

import pytest

from kiosk.prepare.feed.repair import repaired
from kiosk.prepare.feed.sieve import Sifted, sift


def mended(text: str) -> Element:
    return fromstring(repaired(text))  # noqa: S314  # what stands in this file


def titles(text: str) -> list[str]:
    return ["".join(title.itertext()) for title in mended(text).iter("title")]


def feed(title: str, before: str = "") -> str:
    return f"{before}<rss><item><title>{title}</title></item><item><title>last</title></item></rss>"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a&nbsp;b", "a\xa0b"),
        ("&eacute;t&eacute; &mdash; &hellip;", "été — …"),
        ("AT&T & Co", "AT&T & Co"),
        ("a=1&b=2", "a=1&b=2"),
        ("&unknown; &amp; &lt;b&gt;", "&unknown; & <b>"),
        ("a\x00\x02\x0bb\ufffe", "ab"),
        ("a&#2;&#xD800;&#99999999;&#8217;b", "a\u2019b"),
        ("one<br>two<BR class='x'>three<hr/>", "onetwothree"),
        ('<img src="a.png">pictured', "pictured"),
        ("2 < 3 <3", "2 < 3 <3"),
        ("<![CDATA[a & b &nbsp; <br> < c]]>", "a & b &nbsp; <br> < c"),
        ("<!-- & <br> -->x", "x"),
    ],
)
def test_a_common_mistake_costs_no_entry(written: str, read: str) -> None:
    assert titles(feed(written)) == [read, "last"]


def test_junk_in_front_is_left_out() -> None:
    before = '\ufeff\n<br />\n<b>Warning</b>: oops &\n <?xml version="1.0"?>'

    assert titles(feed("a", before)) == ["a", "last"]


def test_prefixes_that_nobody_declared_are_declared() -> None:
    root = mended("<rss xmlns:b='urn:b'><item><dc:creator>Ann</dc:creator><x:link b:href=''/></item></rss>")

    assert [child.tag for child in root[0]] == ["{http://purl.org/dc/elements/1.1/}creator", "{urn:unknown:x}link"]


def test_a_mended_text_can_not_bring_a_declaration_past_the_guard() -> None:
    assert not isinstance(sift(repaired("<!DOC\x00TYPE x [<!ENTITY a 'b'>]><x/>")), Sifted)
