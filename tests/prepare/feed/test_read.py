import gzip

import pytest

from kiosk.prepare.feed.feed import Feed, NoFeed
from kiosk.prepare.feed.read import MOST_BYTES, looks_like_feed, read_feed
from tests.prepare.feed.feeds import URL, atom, rss

PAGE = "<!DOCTYPE html><html><head><title>Paper</title></head><body>Hello</body></html>"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "answers, but sends nothing"),
        (b" \n ", "answers, but sends nothing"),
        (PAGE.encode(), "is a web page, not a feed"),
        (PAGE.encode("utf-16"), "is a web page, not a feed"),
        (b"<html><form><input name=u><input name=p type='password'></form>", "is a page to log in, not a feed"),
        (b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
         "is a sitemap, which is made for search engines"),
        (b"<sitemapindex/>", "is a list of sitemaps, which is made for search engines"),
        (b"<opml version='2.0'><body/></opml>", "is a list of feeds (OPML), not a feed"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "is a calendar (.ics), not a feed"),
        (b'{"error": "not found"}', "is JSON, but no JSON Feed"),
        (b"[1, 2]", "is JSON, but no JSON Feed"),
        (b"Not found", "is plain text, not a feed"),
        (b"<soap:Envelope xmlns:soap='urn:x'/>", "is XML, but no feed: it begins with <Envelope>"),
        (b"<svg/>", "is a picture"),
        (b"%PDF-1.7 x", "is a PDF document, not a feed"),
        (b"\x89PNG\r\n", "is a picture, not a feed"),
        (gzip.compress(b"<rss/>"), "is a compressed file, not a feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>",
         "begins with a document type (<!DOCTYPE), which no feed needs and the kiosk does not read"),
        (b"<rss><channel>\n<item><title>a</item>",
         "is broken XML: it stops making sense at line 2, column 17"),
        (b"<rss><channel>" + b"<a>" * 9000, "is XML that is larger or deeper than feeds are"),
        (b"<rss>" + b" " * MOST_BYTES, "is larger than the 2 MB that a feed may have"),
        (rss('<item><title>1</title><enclosure url="1.mp3" type="audio/mpeg"/></item>'),
         "has entries, but no words in them, as a podcast"),
    ],
)  # fmt: skip
def test_staff_are_told_what_it_is_instead_of_a_feed(content: bytes, what: str) -> None:
    found = read_feed(content, "text/html", URL)

    assert isinstance(found, NoFeed)
    assert found.what == what
    assert found.cure[-1].isalpha()


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read_feed(rss(""), "", URL) == Feed("Paper", "", ())


@pytest.mark.parametrize(
    "junk", [b"\n\n", b"\xef\xbb\xbf\n", b"<br />\n<b>Warning</b>: oops in <b>a.php</b>\n", b"\x00\n"]
)
def test_junk_before_the_declaration_does_not_matter(junk: bytes) -> None:
    feed = read_feed(junk + rss("<item><title>a</title></item>"), "text/xml", URL)

    assert isinstance(feed, Feed)
    assert [entry.title for entry in feed.entries] == ["a"]


def test_a_feed_that_is_cut_off_is_read_as_far_as_its_entries_are_whole() -> None:
    feed = read_feed(rss("<item><title>a</title></item><item><title>b</title>")[:-30], "", URL)

    assert isinstance(feed, Feed)
    assert [entry.title for entry in feed.entries] == ["a"]


def test_a_page_quoted_in_an_entry_costs_no_feed() -> None:
    feed = read_feed(rss(f"<item><title>a</title><description><![CDATA[{PAGE}]]></description></item>"), "", URL)

    assert isinstance(feed, Feed)
    assert "Hello" in feed.entries[0].content


@pytest.mark.parametrize(
    ("content", "content_type", "is_feed"),
    [
        (rss(""), "", True),
        (rss(""), "text/html", True),
        (atom(""), "text/plain", True),
        (rss(f"<item><description><![CDATA[{PAGE}]]></description></item>"), "text/html", True),
        (b'<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', "", True),
        (b'<rdf:RDF xmlns:rdf="x">', "", True),
        (rss("").decode().replace('encoding="utf-8"', "").encode("utf-16"), "", True),
        (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"', "application/json", True),
        (b"{}", "application/feed+json", True),
        (b"{}", "application/json", False),
        (b"<oops", "application/rss+xml; charset=utf-8", True),
        (PAGE.encode(), "application/rss+xml", False),
        (PAGE.replace("Hello", "Write <rss> first").encode(), "text/html", False),
        (b"<svg/>", "image/svg+xml", False),
        (b"", "", False),
    ],
)
def test_a_feed_is_known_by_its_content_before_its_type(content: bytes, content_type: str, is_feed: bool) -> None:  # noqa: FBT001  # a column of the table
    assert looks_like_feed(content, content_type) is is_feed
