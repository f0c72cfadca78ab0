import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.html.tree import TooIntricate, parse_html
from kiosk.prepare.web.pictures import best_address, bring_pictures


def addresses(html: str) -> list[str]:
    tree = parse_html(f"<body><main>{html}</main>")
    assert not isinstance(tree, TooIntricate)
    bring_pictures(tree)
    return [image.get("src") for image in tree.iter("img")]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="/a.jpg">',
        '<img src="data:image/gif;base64,AAAA" data-src="/a.jpg">',
        '<img src="/blank.gif" data-lazy-src="/a.jpg">',
        '<img data-srcset="/small.jpg 320w, /a.jpg 1200w, /huge.jpg 4000w">',
        '<picture><source srcset="/a.webp" type="image/webp"><img src="/a.jpg"></picture>',
        '<img src="/placeholder.png"><noscript><img src="/a.jpg"></noscript>',
        '<amp-img src="/a.jpg" width="3" height="2"></amp-img>',
    ],
)
def test_a_picture_is_where_a_script_would_have_put_it(html: str) -> None:
    assert addresses(html) == ["/a.jpg"]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="data:image/gif;base64,AAAA">',
        "<img>",
        '<img src="/spacer.gif">',
        "<noscript>Enable scripts</noscript>",
    ],
)
def test_a_placeholder_alone_is_no_picture(html: str) -> None:
    assert addresses(html) == []


@pytest.mark.parametrize("srcset", ["", ",", "a b c", "/a.jpg 1.2.3w", "/a.jpg 99999999w", "," * 5000])
def test_a_broken_set_is_no_fault(srcset: str) -> None:
    image = document_fromstring("<img>").find(".//img")
    image.set("srcset", srcset)

    assert isinstance(best_address(image), str)


def test_an_address_with_commas_is_one() -> None:
    assert addresses('<img srcset="/w_640,h_480/a.jpg 640w, /w_1200,h_900/a.jpg 1200w">') == ["/w_1200,h_900/a.jpg"]


def test_a_caption_beside_a_picture_makes_a_figure_of_both() -> None:
    tree = document_fromstring(
        '<main><div><a href="/big"><img src="/a.jpg"></a><p class="wp-caption-text">A quay</p></div><p>Text</p></main>'
    )
    bring_pictures(tree)

    figure = tree.find(".//figure")
    assert figure.find(".//img") is not None
    assert figure.findtext("figcaption") == "A quay"


def test_a_caption_of_many_pictures_is_none_of_one() -> None:
    tree = document_fromstring('<div><img src="/a.jpg"><img src="/b.jpg"><p class="caption">Two quays</p></div>')
    bring_pictures(tree)

    assert tree.find(".//figure") is None
