"""Feeds in the manner of the programs that write most of them; texts are ours, shapes are theirs."""

from kiosk.prepare.feed.feed import Entry, Feed
from kiosk.prepare.feed.read import read_feed
from tests.prepare.feed.feeds import URL

RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:webfeeds="http://webfeeds.org/rss/1.0"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title><![CDATA[Home & Garden]]></title>'
    '<atom:link href="https://paper.example/feed" rel="self"/><link>https://paper.example</link>'
    "<image><url>https://paper.example/logo.png</url><title>Logo</title><link>https://paper.example</link></image>"
)


def only(content: str) -> Entry:
    feed = read_feed(content.encode(), "application/rss+xml; charset=UTF-8", URL)
    assert isinstance(feed, Feed)
    (entry,) = feed.entries
    return entry


def item(inside: str) -> Entry:
    return only(f"{RSS}<item>{inside}</item></channel></rss>")


def test_wordpress() -> None:
    read = item("""
        <title>Roses &#038; thorns</title><link>https://paper.example/2026/11/roses/</link>
        <comments>https://paper.example/2026/11/roses/#respond</comments><dc:creator><![CDATA[Ann Lee]]></dc:creator>
        <pubDate>Tue, 03 Nov 2026 10:00:00 +0000</pubDate><category><![CDATA[Garden]]></category>
        <guid isPermaLink="false">https://paper.example/?p=7</guid>
        <description><![CDATA[<p>Roses want sun. [&#8230;]</p><p>The post <a href="x">Roses</a> appeared first on <a href="y">Paper</a>.</p>]]></description>
        <content:encoded><![CDATA[<p>Roses want sun. They also want water &#8211; and time.</p>
        <p>The post <a href="x">Roses</a> appeared first on <a href="y">Paper</a>.</p>]]></content:encoded>""")

    assert (read.title, read.author, read.identity) == ("Roses & thorns", "Ann Lee", "https://paper.example/?p=7")
    assert read.content == "<p>Roses want sun. They also want water &#8211; and time.</p>"
    assert read.summary == ""


def test_substack_and_ghost() -> None:
    read = item("""
        <title><![CDATA[The week's best]]></title><description><![CDATA[What we liked]]></description>
        <link>https://a.substack.example/p/week?utm_campaign=post</link>
        <guid isPermaLink="false">1234567</guid><dc:creator><![CDATA[Bo]]></dc:creator>
        <pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate>
        <enclosure url="https://cdn.example/a%20b.jpeg" length="0" type="image/jpeg"/>
        <content:encoded><![CDATA[<p>Here is all we liked.</p><figure><img src="/a.png"></figure>]]></content:encoded>""")

    assert (read.title, read.summary) == ("The week's best", "What we liked")
    assert read.picture == "https://cdn.example/a%20b.jpeg"
    assert read.link == "https://a.substack.example/p/week?utm_campaign=post"


def test_medium() -> None:
    read = item("""
        <title><![CDATA[On stairs]]></title><link>https://medium.example/p/1?source=rss</link>
        <guid isPermaLink="false">https://medium.example/p/1</guid><dc:creator><![CDATA[Cy]]></dc:creator>
        <pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate><atom:updated>2026-11-04T10:00:00.000Z</atom:updated>
        <content:encoded><![CDATA[<h3>Up</h3><p>Stairs go up.</p>]]></content:encoded>""")

    assert read.content == "<h3>Up</h3><p>Stairs go up.</p>"
    assert str(read.published) == "2026-11-03 10:00:00+00:00"


def test_blogger() -> None:
    read = only("""<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="http://www.blogger.example/s.css" type="text/css"?>
        <feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><title type='text'>B</title>
        <entry><id>tag:blogger.example,1999:post-1</id><published>2026-11-03T10:00:00.001-08:00</published>
        <title type='text'>Bees &amp; honey</title><content type='html'>&lt;p&gt;Bees &amp;amp; honey.&lt;/p&gt;</content>
        <link rel='replies' type='text/html' href='https://b.example/1#comments'/>
        <link rel='alternate' type='text/html' href='https://b.example/1' title='Bees'/>
        <author><name>Di</name><email>noreply@blogger.example</email></author><thr:total>0</thr:total></entry></feed>""")

    assert (read.title, read.author, read.link) == ("Bees & honey", "Di", "https://b.example/1")
    assert read.content == "<p>Bees &amp; honey.</p>"


def test_mastodon() -> None:
    read = item("""
        <guid isPermaLink="true">https://social.example/@ann/1</guid><link>https://social.example/@ann/1</link>
        <pubDate>Tue, 03 Nov 2026 10:00:00 +0000</pubDate>
        <description>&lt;p&gt;We open at 9 &amp;amp; close at 5.&lt;/p&gt;&lt;p&gt;Come by!&lt;/p&gt;</description>
        <media:content url="https://files.example/1.png" type="image/png" fileSize="1" medium="image">
        <media:rating scheme="urn:simple">nonadult</media:rating><media:description type="plain">A door</media:description>
        </media:content>""")

    assert read.title == "We open at 9 & close at 5. Come by!"
    assert read.content == "<p>We open at 9 &amp; close at 5.</p><p>Come by!</p>"
    assert read.picture == "https://files.example/1.png"


def test_bluesky() -> None:
    read = item("""
        <link>https://bsky.example/profile/a/post/1</link><description>Two lines: a &lt; b

and more</description><pubDate>03 Nov 2026 10:00 +0000</pubDate><guid isPermaLink="false">at://did:plc:a/1</guid>""")

    assert (read.title, read.identity) == ("Two lines: a < b and more", "at://did:plc:a/1")
    assert read.content == "<p>Two lines: a &lt; b</p><p>and more</p>"


def test_a_government_notice() -> None:
    read = item("""
        <title>Road closed</title><link>https://city.example/notice?id=7&amp;lang=en</link>
        <description>Main Street is closed from 3 to 5 November. Use Hill Road.</description>""")

    assert read.content == "<p>Main Street is closed from 3 to 5 November. Use Hill Road.</p>"
    assert (read.summary, read.published, read.identity) == ("", None, "https://city.example/notice?id=7&lang=en")


def test_a_podcast_with_notes() -> None:
    read = item("""
        <title>Talk 1</title><itunes:title>Talk</itunes:title><itunes:summary>Notes.</itunes:summary>
        <description><![CDATA[<p>Notes with <a href="https://a.example">links</a>.</p>]]></description>
        <enclosure url="https://a.example/1.mp3" length="1" type="audio/mpeg"/><itunes:image href="https://a.example/1.jpg"/>""")

    assert read.content == '<p>Notes with <a href="https://a.example">links</a>.</p>'
    assert read.picture == "https://a.example/1.jpg"
