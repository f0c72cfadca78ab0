# texts are written as in their languages

import pytest
from lxml.html import fragment_fromstring  # type: ignore[import-untyped]  # lxml has no types

from kiosk.prepare.web.page import Lead, NoArticle, Page
from kiosk.prepare.web.read import read_page

URL = "https://paper.example/news/ferry"
ONE = "The ferry has carried walkers and bicycles across the estuary for sixty years, and nobody can imagine it gone."
TWO = "From April a ticket costs twice as much, the county said on Monday, and pensioners will have to pay as well."
THREE = "On the quay the regulars shrugged: the boat, they said, is out of order every other day in any case."
NAVIGATION = (
    "<nav>" + "".join(f'<a href="/{name}">{name}</a> ' for name in ("World", "Sport", "Science", "Weather")) + "</nav>"
)


def page(inside: str, head: str = "") -> str:
    return f"""<!doctype html><html lang="en"><head><title>Ferry fares to double - The Paper</title>{head}</head>
        <body>{NAVIGATION}<article><h1>Ferry fares to double</h1>{inside}</article><footer>© 2026 The Paper</footer></body></html>"""


def read(inside: str, head: str = "") -> Page:
    found = read_page(page(inside, head), URL)
    assert isinstance(found, Page), found
    return found


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


STORY = paragraphs(ONE, TWO, THREE)


def test_an_article_is_read_without_what_surrounds_it() -> None:
    body = read(STORY).body

    assert all(text in body for text in (ONE, TWO, THREE))
    assert "World" not in body
    assert "©" not in body


def test_title_and_particulars_are_not_repeated_in_the_text() -> None:
    found = read('<p class="byline">By Ruth Amadi</p><p class="date">4 May 2026</p>' + STORY)

    assert found.title == "Ferry fares to double"
    assert found.author == "Ruth Amadi"
    assert "Ruth" not in found.body
    assert "2026" not in found.body
    assert "<h1" not in found.body


@pytest.mark.parametrize(
    "first",
    [
        '<p><span class="dropcap">T</span>' + ONE[1:] + "</p>",
        '<p><span class="has-drop-cap" aria-hidden="true">T</span>' + ONE[1:] + "</p>",
        '<div class="drop-cap">T</div><p>' + ONE[1:] + "</p>",
        '<p><span class="sr-only">The</span><span aria-hidden="true"><b>T</b>he</span>' + ONE[3:] + "</p>",
    ],
)
def test_the_first_letter_is_never_lost(first: str) -> None:
    assert "".join(read(first + paragraphs(TWO, THREE)).body.split(">")).count("T") >= 1
    assert _words(read(first + paragraphs(TWO, THREE)).body).startswith("The ferry has carried")


def _words(html: str) -> str:
    spaced = html.replace("</p>", "</p> ").replace("<li>", " <li>")
    return " ".join(str(fragment_fromstring(spaced, create_parent="div").text_content()).split())


def test_entities_are_not_doubled() -> None:
    assert "Fish &amp; chips &lt;now&gt;" in read(paragraphs("Fish &amp; chips &lt;now&gt;. " + ONE, TWO, THREE)).body


@pytest.mark.parametrize(
    "kept",
    [
        "<ul><li>walkers</li><li>bicycles<ul><li>with bells</li></ul></li></ul>",
        "<ol><li>Pay.</li><li>Wait.</li></ol>",
        "<blockquote><p>Nobody asked us about it before they wrote the letter.</p></blockquote>",
        "<table><tr><th>Ticket</th><th>Price</th></tr><tr><td>Walker</td><td>4</td></tr></table>",
        "<pre>ferry --fast\nferry --slow</pre>",
        "<h2>Who pays</h2>",
        "<p>No.</p>",
    ],
)
def test_what_an_article_is_made_of_survives(kept: str) -> None:
    body = read(paragraphs(ONE, TWO) + kept + paragraphs(THREE, ONE.replace("sixty", "seventy"))).body

    assert _words(kept) in _words(body)
    assert kept[1 : kept.index(">")] in body


def test_a_caption_stays_with_its_picture() -> None:
    figure = '<figure><img src="/img/quay.jpg" alt="A quay"><figcaption>The quay at dawn</figcaption></figure>'
    body = read(paragraphs(ONE, TWO) + figure + paragraphs(THREE)).body

    start, end = body.index("<figure"), body.index("</figure>")
    assert "https://paper.example/img/quay.jpg" in body[start:end]
    assert "The quay at dawn" in body[start:end]
    assert body.index(TWO) < start < body.index(THREE)


def test_the_lead_picture_is_not_shown_a_second_time() -> None:
    head = '<meta property="og:image" content="/img/ferry-boat.jpg">'
    figure = '<figure><img src="/img/ferry-boat-1024x683.jpg" alt="A boat"><figcaption>The boat</figcaption></figure>'
    found = read(figure + STORY, head)

    assert found.lead == Lead("https://paper.example/img/ferry-boat.jpg", "A boat", "The boat")
    assert "ferry-boat" not in found.body


@pytest.mark.parametrize(
    "nuisance",
    [
        '<div class="share-bar"><a href="#">Share on Facebook</a></div>',
        "<p>Read more: <a href='/x'>Harbour bridge reopens</a></p>",
        '<div class="newsletter"><h3>Our letter</h3><p>One email a week, never more.</p></div>',
        "<p>Advertisement</p>",
        '<aside class="related"><ul><li><a href="/y">Harbour bridge reopens</a></li></ul></aside>',
        "<p hidden>You should not see this sentence.</p>",
        '<p style="display: none">You should not see this sentence.</p>',
        "<p>Source link</p>",
        "<script>track()</script><style>p{}</style>",
        '<div role="dialog"><p>Would you like to be told of news as it happens?</p></div>',
    ],
)
@pytest.mark.parametrize("is_last", [False, True])
def test_nuisances_go_in_the_middle_and_at_the_end(nuisance: str, is_last: bool) -> None:  # noqa: FBT001  # a table's column
    story = STORY + nuisance if is_last else paragraphs(ONE, TWO) + nuisance + paragraphs(THREE)

    assert _words(read(story).body) == _words(STORY)


def test_a_picture_that_a_script_would_bring_is_there() -> None:
    lazy = (
        '<img src="data:image/gif;base64,AAAA" data-src="/img/quay.jpg"><noscript><img src="/img/quay.jpg"></noscript>'
    )

    assert read(paragraphs(ONE, TWO) + lazy + paragraphs(THREE)).body.count("https://paper.example/img/quay.jpg") == 1


def test_links_are_whole_and_those_within_the_page_are_text() -> None:
    body = read(paragraphs(f'{ONE} <a href="../who">Who pays?</a>', f'{TWO} <a href="#note">1</a>', THREE)).body

    assert 'href="https://paper.example/who"' in body
    assert "#note" not in body


def test_arabic_and_chinese_articles_are_read() -> None:
    arabic = "سيتضاعف ثمن تذكرة العبارة ابتداء من أبريل كما أعلنت المحافظة يوم الاثنين وسيدفع المتقاعدون للمرة الأولى. "
    chinese = "县政府周一宣布,渡轮票价将从四月起翻倍,退休人员也将首次需要付费。码头上的老人们耸耸肩说,反正船每隔一天就要坏一次。"
    for text in (arabic, chinese):
        story = paragraphs(*(f"{number} {text}" for number in ("一", "二", "三")))
        assert _words(read(story).body) == _words(story)


def test_text_that_only_line_breaks_divide_becomes_paragraphs() -> None:
    body = read(f"<div>{ONE}<br><br>{TWO}<br><br>{THREE}</div>").body

    assert body.count("<p>") == 3


def test_what_search_engines_are_told_stands_for_what_a_script_would_show() -> None:
    text = f"{ONE}\\n{TWO}\\n{THREE}"
    ld = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry", "articleBody": "{text}"}}</script>'
    found = read_page(
        f'<title>Ferry</title>{ld}<div id="root"></div><noscript>Please enable JavaScript.</noscript>', URL
    )

    assert isinstance(found, Page)
    assert found.body == STORY


def test_a_page_may_ask_not_to_be_kept() -> None:
    assert read(STORY).may_be_kept
    assert not read(STORY, '<meta name="robots" content="noarchive">').may_be_kept


def test_a_page_too_intricate_to_walk_is_refused_with_the_reason() -> None:
    found = read_page("<b>" * 300 + STORY, URL)

    assert isinstance(found, NoArticle)
    assert "within each other" in found.what


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "<",
        "<html>",
        "\0",
        "<!doctype html>",
        "plain text",
        "<frameset><frame src=x></frameset>",
        "<svg>",
        "<p>" * 50,
    ],
)
def test_a_page_without_anything_is_no_article(text: str) -> None:
    assert isinstance(read_page(text, URL), NoArticle)


SHAPES = {
    "colspan of 9e15": '<table><tr><td colspan="9000000000000000">a</td></tr><tr><td rowspan="99999999999">b</td></tr></table>'
    + STORY,
    "tables within tables": "<table><tr><td>" * 60 + STORY + "</td></tr></table>" * 60,
    "spans in one paragraph": "<p>" + "<span>x</span>" * 20_000 + "</p>" + STORY,
    "many paragraphs": "".join(f"<p>Line {number} of a list that never ends.</p>" for number in range(5_000)),
    "lists in lists": "<ul><li>x" * 80 + STORY + "</li></ul>" * 80,
    "one endless word": f"<p>{'a' * 500_000}</p>" + STORY,
    "marks without end": f"<p>{'&amp;' * 100_000}</p>" + STORY,
    "comma sets": ('<img srcset="' + "a," * 3_000 + '">') * 100 + STORY,
    "addresses in brackets": '<a href="http://[::1">x</a><base href="http://[x"><img src="http://[y">' + STORY,
    "line breaks": "<div>" + "<br>" * 20_000 + "</div>" + STORY,
    "styles": ('<div style="' + ";" * 50_000 + 'display:none">x</div>') * 10 + STORY,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_that_libraries_choke_on_are_read_in_time(shape: str) -> None:
    assert isinstance(read_page(page(SHAPES[shape]), URL), Page)
