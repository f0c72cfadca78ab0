import pytest

from kiosk.prepare.feed.feed import Feed
from kiosk.prepare.feed.read import read_feed
from tests.prepare.feed.feeds import URL, rss

MODULES = ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'


def picture(inside: str) -> str:
    feed = read_feed(
        rss(f"<item><title>t</title><description>d</description>{inside}</item>", attributes=MODULES), "", URL
    )
    assert isinstance(feed, Feed)
    return feed.entries[0].picture


@pytest.mark.parametrize(
    ("inside", "address"),
    [
        ('<enclosure url="/a.jpg" type="image/jpeg"/>', "https://paper.example/a.jpg"),
        ('<enclosure url="/a.jpg"/>', "https://paper.example/a.jpg"),
        ('<enclosure url="/a.exe" type="application/octet-stream"/>', ""),
        ('<enclosure url="/a.exe"/>', ""),
        ('<enclosure url="/a.jpg" type="audio/mpeg"/>', ""),
        ('<enclosure url="/a.svg" type="image/svg+xml"/>', ""),
        ('<enclosure url="file:///etc/a.jpg" type="image/jpeg"/>', ""),
        ('<enclosure url="http://[a.jpg"/>', ""),
        ('<media:content url="/a" medium="image"/>', "https://paper.example/a"),
        ('<media:content url="/a.mp4" medium="video"/>', ""),
        ('<media:content url="/a" type="image/png"/>', "https://paper.example/a"),
        ('<media:content url="/a.jpg?x=1"/>', "https://paper.example/a.jpg?x=1"),
        (
            '<media:content url="/s.jpg" width="90"/><media:content url="/l.jpg" width="900"/>',
            "https://paper.example/l.jpg",
        ),
        (
            '<media:content url="/s.jpg" width="9x"/><media:content url="/l.jpg" width="1"/>',
            "https://paper.example/l.jpg",
        ),
        ('<media:thumbnail url="/t.jpg"/><enclosure url="/a.jpg" type="image/jpeg"/>', "https://paper.example/a.jpg"),
        ('<media:group><media:content url="/g.jpg"/></media:group>', "https://paper.example/g.jpg"),
        ('<itunes:image href="/i.jpg"/>', "https://paper.example/i.jpg"),
        ("", ""),
    ],
)
def test_the_picture_is_the_best_that_is_one(inside: str, address: str) -> None:
    assert picture(inside) == address
