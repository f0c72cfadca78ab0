from datetime import UTC, datetime

import pytest

from kiosk.prepare.feed.feed import Entry, Feed, NoFeed
from kiosk.prepare.feed.read import read_feed
from kiosk.prepare.feed.xml_feed import read_xml_feed
from tests.prepare.feed.feeds import URL, atom, rss

MODULES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:atom="http://www.w3.org/2005/Atom"'
)


def entries(content: bytes) -> tuple[Entry, ...]:
    feed = read_feed(content, "application/xml", URL)
    assert isinstance(feed, Feed)
    return feed.entries


def item(inside: str) -> Entry:
    (only,) = entries(rss(f"<item>{inside}</item>", attributes=MODULES))
    return only


def entry(inside: str) -> Entry:
    (only,) = entries(atom(f"<entry>{inside}</entry>", attributes=' xmlns:media="http://search.yahoo.com/mrss/"'))
    return only


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Fish &amp; Chips", "Fish & Chips"),
        ("Fish &amp;amp; Chips", "Fish & Chips"),
        ("<![CDATA[Fish &amp; Chips]]>", "Fish & Chips"),
        ("<![CDATA[Fish & Chips]]>", "Fish & Chips"),
        ("&lt;b&gt;Bold&lt;/b&gt; news", "Bold news"),
        ("<b>Bold</b> news", "Bold news"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;News", "News"),
        ("&amp;lt;script&amp;gt;", "<script>"),
        ("5 &lt; 6", "5 < 6"),
    ],
)
def test_a_title_of_rss_is_plain_text(written: str, title: str) -> None:
    assert item(f"<title>{written}</title>").title == title


@pytest.mark.parametrize(
    ("attributes", "written", "title"),
    [
        ("", "1 &lt; 2 &amp;amp; &lt;b&gt;", "1 < 2 &amp; <b>"),
        (' type="text"', "&lt;b&gt;", "<b>"),
        (' type="html"', "&lt;b&gt;A&lt;/b&gt; &amp;amp; B", "A & B"),
        (' type="html"', "<![CDATA[<script>x</script>A]]>", "A"),
        (' type="xhtml"', '<div xmlns="http://www.w3.org/1999/xhtml">A <em>b</em> &amp; c</div>', "A b & c"),
    ],
)
def test_a_title_of_atom_is_what_its_type_says(attributes: str, written: str, title: str) -> None:
    assert entry(f"<title{attributes}>{written}</title>").title == title


def test_the_fuller_of_content_and_description_is_the_content() -> None:
    read = item(
        "<description>A teaser for all.</description><content:encoded><![CDATA[<p>The whole story.</p><p>Long.</p>]]></content:encoded>"
    )

    assert read.content == "<p>The whole story.</p><p>Long.</p>"
    assert read.summary == "A teaser for all."


def test_a_longer_description_is_the_content() -> None:
    assert item("<description>The whole long story.</description><content:encoded>No.</content:encoded>").content == (
        "<p>The whole long story.</p>"
    )


def test_a_summary_that_only_repeats_how_the_content_begins_is_left_out() -> None:
    whole = "<content:encoded><![CDATA[<p>The whole story goes on.</p>]]></content:encoded>"

    assert item(f"<description>The whole story [&amp;#8230;]</description>{whole}").summary == ""
    assert item("<title>a</title><description>Only this.</description>").summary == ""


def test_what_wordpress_adds_to_each_entry_is_left_out() -> None:
    trailer = "<p>The post <a href='x'>T</a> appeared first on <a href='y'>B</a>.</p>"
    read = item(
        "<description>Short teaser.&lt;p&gt;The post &lt;a href='x'&gt;T&lt;/a&gt; appeared first on &lt;a href='y'&gt;B&lt;/a&gt;.&lt;/p&gt;</description>"
        f"<content:encoded><![CDATA[<p>The whole story.</p><p>And more of it.</p>\n{trailer}]]></content:encoded>"
    )

    assert read.content == "<p>The whole story.</p><p>And more of it.</p>"
    assert read.summary == "Short teaser."


def test_xhtml_content_survives_as_html_without_vocabularies() -> None:
    read = entry(
        '<title>t</title><content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">'
        '<x:p class="c">One<x:br/>two &amp; <x:a href="u">three</x:a></x:p></x:div></content>'
    )

    assert read.content == '<div><p class="c">One<br>two &amp; <a href="u">three</a></p></div>'


def test_plain_content_becomes_paragraphs() -> None:
    assert entry('<content type="text">a &lt; b\n\nc</content>').content == "<p>a &lt; b</p><p>c</p>"
    assert item("<description>a &lt; b\n\nc</description>").content == "<p>a &lt; b</p><p>c</p>"


def test_content_that_is_no_text_is_none() -> None:
    assert entry('<title>t</title><content type="image/png">iVBORw0KGgo=</content>').content == ""
    assert entry('<title>t</title><content mode="base64" type="text/html">PGI+</content>').content == ""


def test_an_entry_without_title_is_named_by_its_first_words() -> None:
    words = "Today we open the new reading room, and everybody who likes books is welcome to come by at noon."

    assert item(f"<description>&lt;p&gt;{words}&lt;/p&gt;</description>").title == (
        "Today we open the new reading room, and everybody who likes books is welcome to…"
    )


@pytest.mark.parametrize(
    ("inside", "link"),
    [
        ("<link>https://a.example/1?utm_source=x&amp;b=2</link>", "https://a.example/1?utm_source=x&b=2"),
        ("<link>/1</link>", "https://paper.example/1"),
        ("<link>javascript:alert(1)</link><guid>https://a.example/g</guid>", ""),
        ("<guid>https://a.example/g</guid>", "https://a.example/g"),
        ('<guid isPermaLink="false">https://a.example/g</guid>', ""),
        ("<guid>tag:a,2026:1</guid>", ""),
        ("<guid>7</guid>", ""),
        (
            "<atom:link rel='self' href='https://a.example/self'/><link>https://a.example/1</link>",
            "https://a.example/1",
        ),
        ("<link/><atom:link href='https://a.example/2'/>", "https://a.example/2"),
    ],
)
def test_the_link_of_rss_is_the_entrys_own_page(inside: str, link: str) -> None:
    assert item(f"<title>t</title>{inside}").link == link


def test_the_link_of_atom_is_the_alternate_page() -> None:
    links = (
        '<link rel="edit" href="/edit"/><link rel="alternate" type="application/json" href="/json"/>'
        '<link rel="enclosure" href="/x.mp3"/><link href="page"/>'
    )

    assert entry(f"<title>t</title>{links}").link == "https://paper.example/page"


def test_relative_addresses_count_from_the_declared_base() -> None:
    (read,) = entries(
        atom(
            '<entry xml:base="b/"><title>t</title><link href="1"/><content xml:base="c/" type="html">x</content></entry>',
            attributes=' xml:base="https://base.example/a/"',
        )
    )

    assert read.link == "https://base.example/a/b/1"
    assert read.base == "https://base.example/a/b/c/"


def test_without_a_declared_base_the_content_counts_from_its_page() -> None:
    assert item("<title>t</title><link>https://a.example/x/1</link>").base == "https://a.example/x/1"
    assert item("<title>t</title>").base == URL


def test_a_base_that_is_no_web_address_is_ignored() -> None:
    (read,) = entries(atom("<entry><title>t</title></entry>", attributes=' xml:base="javascript:alert(1)//"'))

    assert read.base == URL


@pytest.mark.parametrize(
    ("inside", "author"),
    [
        ("<author>jane@a.example (Jane Doe)</author>", "Jane Doe"),
        ("<author>jane@a.example</author>", ""),
        ("<author>Jane Doe &lt;jane@a.example&gt;</author>", "Jane Doe"),
        ("<author>jane@library.museum (Jane Doe)</author>", "Jane Doe"),
        ("<dc:creator><![CDATA[Jane Doe]]></dc:creator><dc:creator>Max</dc:creator>", "Jane Doe, Max"),
        ("<dc:creator>&lt;b&gt;Jane&lt;/b&gt;</dc:creator>", "Jane"),
        ("<itunes:author>The Show</itunes:author>", "The Show"),
        ("<atom:author><atom:name>Ann</atom:name><atom:email>a@b.example</atom:email></atom:author>", "Ann"),
    ],
)
def test_authors_are_names_alone(inside: str, author: str) -> None:
    assert item(f"<title>t</title>{inside}").author == author


def test_the_author_of_an_atom_feed_wrote_its_entries() -> None:
    name = "<author><name>Ann</name><email>a@b.example</email></author>"
    first, second = entries(
        atom(f"{name}<entry><title>1</title></entry><entry><title>2</title><author><name>Bo</name></author></entry>")
    )

    assert (first.author, second.author) == ("Ann", "Bo")


def test_the_date_is_when_it_was_published_before_when_it_was_changed() -> None:
    read = entry("<title>t</title><updated>2026-11-05T00:00:00Z</updated><published>2026-11-03T00:00:00Z</published>")

    assert read.published == datetime(2026, 11, 3, tzinfo=UTC)
    assert entry("<title>t</title><updated>2026-11-05</updated>").published == datetime(2026, 11, 5, tzinfo=UTC)
    assert item("<title>t</title><pubDate>Mon, 01 Jan 1601 00:00:00 GMT</pubDate>").published is None


def test_the_language_is_the_nearest_that_is_said() -> None:
    feed = read_feed(
        rss(
            "<language>en-us</language><item><title>a</title></item><item xml:lang='pt_br'><title>b</title></item>"
            "<item><title>c</title><dc:language xmlns:dc='http://purl.org/dc/elements/1.1/'>klingon language</dc:language></item>"
        ),
        "",
        URL,
    )

    assert isinstance(feed, Feed)
    assert feed.language == "en-US"
    assert [one.language for one in feed.entries] == ["en-US", "pt-BR", ""]


def test_of_two_entries_with_one_guid_the_newer_is_kept() -> None:
    old = "<item><guid>1</guid><title>old</title><pubDate>1 Nov 2026 00:00:00 GMT</pubDate></item>"
    new = "<item><guid>1</guid><title>new</title><pubDate>2 Nov 2026 00:00:00 GMT</pubDate></item>"

    assert [one.title for one in entries(rss(old + "<item><title>x</title></item>" + new))] == ["x", "new"]


def test_an_identity_is_the_guid_or_the_link_or_what_is_said() -> None:
    assert item("<title>t</title><link>https://a.example/</link><guid>tag:1</guid>").identity == "tag:1"
    assert item("<title>t</title><link>https://a.example/</link>").identity == "https://a.example/"
    assert item("<title>t</title>").identity == item("<title>t</title>").identity != item("<title>u</title>").identity
    assert len(item(f"<title>t</title><guid>{'x' * 5000}</guid>").identity) == 64


def test_an_episode_without_words_is_no_article_and_one_with_notes_is() -> None:
    sound = '<title>Episode 1</title><enclosure url="https://a.example/1.mp3" type="audio/mpeg"/>'

    assert isinstance(read_feed(rss(f"<item>{sound}</item>"), "", URL), NoFeed)
    assert item(f"{sound}<itunes:summary>What we talk about.</itunes:summary>").content == "<p>What we talk about.</p>"


def test_a_video_channels_description_is_its_content() -> None:
    read = entry(
        '<title>Film</title><link href="https://www.youtube.com/watch?v=1"/><media:group><media:title>Film</media:title>'
        '<media:thumbnail url="https://i.example/1.jpg"/><media:description>What it\nshows.</media:description></media:group>'
    )

    assert (read.content, read.picture) == ("<p>What it<br>shows.</p>", "https://i.example/1.jpg")


def test_a_photos_caption_does_not_become_the_story() -> None:
    read = item(
        "<description>Story.</description><media:content url='a.jpg' medium='image'><media:description>A much longer caption.</media:description></media:content>"
    )

    assert read.content == "<p>Story.</p>"


def test_a_feed_without_vocabulary_is_read_all_the_same() -> None:
    (read,) = entries(b'<feed><title>x</title><entry><title>a</title><link href="/1"/></entry></feed>')

    assert (read.title, read.link) == ("a", "https://paper.example/1")


@pytest.mark.parametrize(
    "vocabulary", ["http://channel.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#", "urn:own"]
)
def test_a_feed_of_another_vocabulary_is_read_all_the_same(vocabulary: str) -> None:
    text = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{vocabulary}"><channel/><item><title>a</title></item></rdf:RDF>'

    assert [one.title for one in entries(text.encode())] == ["a"]


def test_what_the_library_fails_on_is_no_feed() -> None:
    unsifted = (
        b"<rss><channel><item><title>a</title><authors/><author>x</author><author>y</author></item></channel></rss>"
    )

    assert read_xml_feed(unsifted, URL, is_atom=False) is None
    assert isinstance(read_feed(unsifted, "", URL), Feed)
