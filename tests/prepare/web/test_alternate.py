from kiosk.prepare.web.alternate import feeds_of

URL = "https://paper.example/"


def link(href: str, kind: str = "application/rss+xml", title: str = "") -> str:
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">'


def test_feeds_are_given_with_whole_addresses() -> None:
    html = link("/feed.xml") + link("https://other.example/atom", "application/atom+xml; charset=utf-8")

    assert feeds_of(html, URL) == ("https://paper.example/feed.xml", "https://other.example/atom")


def test_the_feed_of_comments_comes_last() -> None:
    html = link("/comments/feed/", title="The Paper » Comments Feed") + link("/feed/")

    assert feeds_of(html, URL) == ("https://paper.example/feed/", "https://paper.example/comments/feed/")


def test_other_links_are_no_feeds() -> None:
    html = (
        """<link rel="stylesheet" href="/x.css"><link rel="alternate" hreflang="fr" href="/fr/">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">"""
        + link("javascript:alert(1)")
        + link("")
    )

    assert feeds_of(html, URL) == ()


def test_the_pages_base_counts() -> None:
    assert feeds_of('<base href="https://paper.example/en/">' + link("feed.xml"), URL) == (
        "https://paper.example/en/feed.xml",
    )


def test_a_page_that_cannot_be_read_offers_none() -> None:
    assert feeds_of("<b>" * 60_000 + link("/feed/"), URL) == ()
