import json

import pytest

from kiosk.prepare.feed.feed import MOST_ENTRIES, Entry, Feed, NoFeed
from kiosk.prepare.feed.read import read_feed
from tests.prepare.feed.feeds import URL

VERSION = "https://jsonfeed.org/version/1.1"


def entry(**members: object) -> Entry:
    feed = read_feed(json.dumps({"version": VERSION, "items": [members]}).encode(), "application/feed+json", URL)
    assert isinstance(feed, Feed)
    return feed.entries[0]


def test_an_item_is_read_with_all_it_has() -> None:
    read = entry(
        id="1",
        url="/a",
        title="A <b> & c",
        content_html="<p>A long, long, long story.</p>",
        summary="In short & sweet",
        image="/i.png",
        date_published="2026-11-03T10:00:00+02:00",
        authors=[{"name": "Ann"}, {"name": "Bo"}],
        language="de-at",
    )

    assert (read.identity, read.title, read.author, read.language) == ("1", "A <b> & c", "Ann, Bo", "de-AT")
    assert (read.link, read.picture) == ("https://paper.example/a", "https://paper.example/i.png")
    assert (read.content, read.summary) == ("<p>A long, long, long story.</p>", "In short & sweet")
    assert str(read.published) == "2026-11-03 08:00:00+00:00"


def test_plain_content_becomes_paragraphs() -> None:
    assert entry(content_text="a < b\n\nc").content == "<p>a &lt; b</p><p>c</p>"


def test_the_author_of_version_1_counts_too() -> None:
    assert entry(title="t", author={"name": "Ann"}).author == "Ann"


def test_a_picture_may_be_attached() -> None:
    files = [{"url": "/a.mp3", "mime_type": "audio/mpeg"}, {"url": "/a", "mime_type": "image/png"}]

    assert entry(title="t", content_text="x", attachments=files).picture == "https://paper.example/a"


def test_a_number_serves_as_identity() -> None:
    assert entry(id=17, title="t").identity == "17"


@pytest.mark.parametrize("wrong", [None, True, 1.5, [], {}, [[]], [None], {"name": []}, "\ud800", 10**40])
def test_what_is_of_the_wrong_kind_is_as_good_as_missing(wrong: object) -> None:
    names = ("id", "url", "content_text", "content_html", "summary", "image", "date_published", "authors", "author",
             "attachments", "language", "external_url", "banner_image")  # fmt: skip

    assert entry(title="t", **dict.fromkeys(names, wrong)).title == "t"


def test_no_more_items_are_read_than_are_wanted() -> None:
    items = [{"id": str(number), "title": "t"} for number in range(900)]

    feed = read_feed(json.dumps({"version": VERSION, "items": items}).encode(), "", URL)

    assert isinstance(feed, Feed)
    assert len(feed.entries) == MOST_ENTRIES


@pytest.mark.parametrize(
    "text",
    ['{"version":"https://jsonfeed.org/version/1"', '{"items":' + "[" * 900_000, '{"items":[' + "9" * 9000 + "]}"],
    ids=["cut off", "deep", "a number without end"],
)
def test_broken_json_is_no_feed(text: str) -> None:
    assert read_feed(text.encode(), "", URL) == NoFeed(
        "is broken JSON, or cut off", "Tell whoever runs the site, or take another of its feeds"
    )
