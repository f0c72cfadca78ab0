"""What a reader of the page would see, as blocks; the pictures and links go through the companions only."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.edition.model import (
    Block,
    Code,
    Divider,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
)
from kiosk.prepare.html.blocks import HtmlText, html_blocks
from tests.prepare.html.hostile import PIECES, SNIPPETS
from tests.prepare.html.recorded import Nothing, Recorded, blocks_of, depth, p, parts


def h(level: int, text: str) -> Heading:
    return Heading(level, (Run(text),))


def figure(address: str, caption: str = "", alt: str = "") -> Figure:
    return Figure(Picture(address, 100, 80, alt), (Run(caption),) if caption else ())


def cells(*texts: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text),) if text else () for text in texts)


def ul(*items: str) -> Listing:
    return Listing(tuple((p(item),) for item in items))


WORD_ITEM = (
    "<p class=MsoListParagraph{place} style='margin-left:{inches}in;text-indent:-.25in'><span style='font-family:Symbol'>"
    "{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>{text}</p>\n"
)


def word_item(text: str, mark: str = "·", inches: str = ".5", place: str = "CxSpMiddle") -> str:
    return WORD_ITEM.format(place=place, inches=inches, mark=mark, text=text)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param("<p>a</p><p>b</p>", (p("a"), p("b")), id="paragraphs"),
        pytest.param("<p>a<p>b", (p("a"), p("b")), id="paragraphs that nobody closes"),
        pytest.param("a", (p("a"),), id="words alone"),
        pytest.param("a<p>b</p>c", (p("a"), p("b"), p("c")), id="words around a paragraph"),
        pytest.param("<div>a<div>b</div>c</div>d", (p("a"), p("b"), p("c"), p("d")), id="divisions"),
        pytest.param("<section><article>a</article></section>", (p("a"),), id="parts of a page"),
        pytest.param("a<br>b", (p("a\nb"),), id="a line break"),
        pytest.param("a<br><br>b", (p("a"), p("b")), id="two line breaks"),
        pytest.param("a<br> <br/>\n<br>b", (p("a"), p("b")), id="line breaks with blanks between"),
        pytest.param(
            "<p>a<br><br><b>b</b></p>", (p("a"), Paragraph((Run("b", strong=True),))), id="breaks in a paragraph"
        ),
        pytest.param("<p></p><p> </p><p>&nbsp;</p><div></div>", (), id="nothing to see"),
        pytest.param("<p>a\n  b\tc </p>", (p("a b c"),), id="blanks"),
        pytest.param(
            "<p>a <b> b </b> c</p>", (Paragraph((Run("a "), Run("b ", strong=True), Run("c"))),), id="blanks in styles"
        ),
        pytest.param("<p>a&nbsp;b</p>", (p("a\u00a0b"),), id="a space that holds words together"),
        pytest.param("a &amp; b &lt; &#99; &amp;amp; &eacute;", (p("a & b < c &amp; é"),), id="entities, once"),
        pytest.param("a&#x202E;b\u200bc", (p("abc"),), id="what may not stand on the screen"),
    ],
)
def test_paragraphs(html: str, blocks: tuple[Block, ...]) -> None:
    assert blocks_of(html) == blocks


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<span class=dropcap>W</span>hen it", "When it", id="a span"),
        pytest.param("<big>W</big>hen it", "When it", id="big"),
        pytest.param("<font size=7>W</font>hen it", "When it", id="font"),
        pytest.param("<span>\n W</span>hen it", "When it", id="blanks inside"),
        pytest.param("<span class=a><span class=b>W</span></span>hen it", "When it", id="spans"),
        pytest.param("<img class=initial src=w.gif alt=W>hen it", "When it", id="a picture"),
        pytest.param("<span aria-hidden=true>W</span><span class=sr-only>When</span> it", "When it", id="said twice"),
        pytest.param("<span class=dropcap aria-hidden=true>W</span>hen it", "When it", id="hidden from screen readers"),
        pytest.param("<span class=dropcap>A</span> day", "A day", id="a word of one letter"),
        pytest.param("<span>“</span><span>W</span>hen it", "“When it", id="a quotation mark before it"),
    ],
)
def test_the_first_letter_is_never_lost(html: str, words: str) -> None:
    assert blocks_of(f"<p>{html}</p>") == (p(words),)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<div class=dropcap>W</div><p>hen it</p>", "When it", id="a box"),
        pytest.param("<p class=drop-cap>“W</p>\n<p>\n  hen it</p>", "“When it", id="a box, with blanks in the source"),
        pytest.param("<div class=first-letter><b>A</b></div><p> day</p>", "A day", id="a word of one letter"),
        pytest.param("<div class=dropcap>W</div><p><b>hen</b> it</p>", "When it", id="before a style"),
        pytest.param("<p class=has-drop-cap>When it</p>", "When it", id="only by a style"),
    ],
)
def test_a_first_letter_in_a_box_of_its_own_joins_its_word(html: str, words: str) -> None:
    (paragraph,) = blocks_of(html)

    assert isinstance(paragraph, Paragraph)
    assert "".join(run.text for run in paragraph.runs) == words


def test_a_bold_first_letter_stays_beside_its_word() -> None:
    assert blocks_of("<p><b>W</b>hen</p>") == (Paragraph((Run("W", strong=True), Run("hen"))),)


@pytest.mark.parametrize(
    ("html", "run"),
    [
        pytest.param("<b>a</b>", Run("a", strong=True), id="b"),
        pytest.param("<strong><em>a</em></strong>", Run("a", strong=True, emphasis=True), id="strong and em"),
        pytest.param("<i>a</i>", Run("a", emphasis=True), id="i"),
        pytest.param("<cite>a</cite>", Run("a", emphasis=True), id="cite"),
        pytest.param("<code>a</code>", Run("a", code=True), id="code"),
        pytest.param("<kbd>a</kbd>", Run("a", code=True), id="kbd"),
        pytest.param("<u>a</u>", Run("a"), id="u"),
        pytest.param("<mark>a</mark>", Run("a"), id="mark"),
        pytest.param("<span style='font-weight:bold'>a</span>", Run("a", strong=True), id="bold by style"),
        pytest.param("<a href=https://a.example/>a</a>", Run("a", link=0), id="a link"),
        pytest.param("<a href=#a>a</a>", Run("a"), id="a link into the page"),
        pytest.param("<a name=a>a</a>", Run("a"), id="a name"),
        pytest.param("<a href=javascript:x>a</a>", Run("a"), id="a program"),
        pytest.param("m<sup>2</sup>", Run("m²"), id="a power"),
        pytest.param("10<sup>-6</sup>", Run("10⁻⁶"), id="a power of ten"),
        pytest.param("2<sup>n \u2212 1</sup>", Run("2ⁿ ⁻ ¹"), id="a term"),
        pytest.param("H<sub>2</sub>O", Run("H₂O"), id="an index"),
        pytest.param("a<sup>[1]</sup>", Run("a[1]"), id="a note"),
        pytest.param("1<sup>er</sup>", Run("1er"), id="raised letters"),
        pytest.param("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", Run("漢(kan)"), id="a reading"),
        pytest.param("<q>a</q>", Run("“a”"), id="quotation marks"),
    ],
)
def test_words_in_their_styles(html: str, run: Run) -> None:
    assert blocks_of(f"<p>{html}</p>") == (Paragraph((run,)),)


def test_a_link_is_asked_for_once_and_only_if_it_can_be_seen() -> None:
    companions = Recorded()

    html_blocks("<a href=https://a.example/>a <b>b</b> c</a><a href=https://b.example/> </a>", companions)

    assert companions.links == ["https://a.example/"]


def test_a_link_around_blocks_is_one_link() -> None:
    assert blocks_of("<a href=https://a.example/><h2>a</h2><p>b</p></a>") == (
        Heading(2, (Run("a", link=0),)),
        Paragraph((Run("b", link=0),)),
    )


def test_a_link_that_is_refused_is_text() -> None:
    assert html_blocks("<a href=https://a.example/>a</a>", Nothing()).blocks == (p("a"),)


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param("<h2>a</h2>b", (h(2, "a"), p("b")), id="a heading"),
        pytest.param(
            "<h1>a</h1><h2>b</h2><h6>c</h6>", (h(2, "a"), h(3, "b"), h(6, "c")), id="one as high as the title"
        ),
        pytest.param("<h2><b>a</b></h2>", (Heading(2, (Run("a", strong=True),)),), id="a style in it"),
        pytest.param("<h2><div>a</div></h2>b", (h(2, "a"), p("b")), id="a division in it"),
        pytest.param("<h3></h3>a", (p("a"),), id="an empty one"),
        pytest.param("<blockquote><h1>a</h1></blockquote>", (Quote((h(2, "a"),)),), id="one in a quote"),
        pytest.param("a<hr>b", (p("a"), Divider(), p("b")), id="a rule"),
        pytest.param("<hr>a<hr><hr>b<hr>", (p("a"), Divider(), p("b")), id="rules that divide nothing"),
        pytest.param("<blockquote>a<p>b</blockquote>", (Quote((p("a"), p("b"))),), id="a quote"),
        pytest.param("<blockquote></blockquote>a", (p("a"),), id="an empty quote"),
        pytest.param("<pre>a  b\n  c\n</pre>", (Code("a  b\n  c"),), id="code"),
        pytest.param("<pre><code>a\n<span>b</span></code></pre>", (Code("a\nb"),), id="coloured code"),
        pytest.param("<pre>a<br>b</pre>", (Code("a\nb"),), id="code with line breaks"),
        pytest.param("<pre><div>a</div><div>b</div></pre>", (Code("a\nb"),), id="code in divisions"),
        pytest.param(
            "<dl><dt>a<dd>b</dl>", (Paragraph((Run("a", strong=True),)), p("b")), id="a term and what it means"
        ),
        pytest.param("<details><summary>a</summary>b</details>", (p("a"), p("b")), id="what can be opened"),
    ],
)
def test_headings_quotes_and_code(html: str, blocks: tuple[Block, ...]) -> None:
    assert blocks_of(html) == blocks


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param("<ul><li>a<li>b</ul>", (ul("a", "b"),), id="a list"),
        pytest.param("<ol><li>a</ol>", (Listing(((p("a"),),), 1),), id="a numbered list"),
        pytest.param("<ol start=4><li>a</ol>", (Listing(((p("a"),),), 4),), id="a list from four"),
        pytest.param("<ul><li>a<ul><li>b</ul></ul>", (Listing(((p("a"), ul("b")),)),), id="a list in a list"),
        pytest.param("<ul><li>a</li><ul><li>b</ul></ul>", (Listing(((p("a"), ul("b")),)),), id="a list beside an item"),
        pytest.param("<ul><li><p>a</p><p>b</p></ul>", (Listing(((p("a"), p("b")),)),), id="paragraphs in an item"),
        pytest.param("<ul><li></li><li>a</ul>", (ul("a"),), id="an empty item"),
        pytest.param("<ul></ul>", (), id="an empty list"),
        pytest.param("<li>a</li>", (p("a"),), id="an item without a list"),
        pytest.param("<menu><li>a</menu>", (ul("a"),), id="a menu"),
        pytest.param("<ul><li><img src=a></li><li><img src=b></ul>", (figure("a"), figure("b")), id="a gallery"),
        pytest.param(
            word_item("a", place="CxSpFirst")
            + word_item("b", "o", "1.0")
            + word_item("c", place="CxSpLast")
            + "<p>d</p>",
            (Listing(((p("a"), ul("b")), (p("c"),))), p("d")),
            id="a list of Word",
        ),
        pytest.param(
            word_item("a", "3.") + word_item("b", "4."), (Listing(((p("a"),), (p("b"),)), 3),), id="numbers of Word"
        ),
        pytest.param(word_item("a") + "<p>b</p>" + word_item("c"), (ul("a"), p("b"), ul("c")), id="two lists of Word"),
        pytest.param(
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
            "·<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]>a<o:p></o:p></p>",
            (ul("a"),),
            id="a list of Word, with all that it says",
        ),
    ],
)
def test_lists(html: str, blocks: tuple[Block, ...]) -> None:
    assert blocks_of(html) == blocks


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param("<img src=a alt=Hills>", (figure("a", alt="Hills"),), id="a picture"),
        pytest.param("<p>a <img src=a> b</p>", (p("a b"), figure("a")), id="among words, it stands below"),
        pytest.param("<p><img src=a> b</p>", (figure("a"), p("b")), id="before words, it stands above"),
        pytest.param("<a href=https://a.example/><img src=a></a>", (figure("a"),), id="in a link"),
        pytest.param("<figure><img src=a><figcaption>b</figcaption></figure>", (figure("a", "b"),), id="a figure"),
        pytest.param("<figure><figcaption>b</figcaption><img src=a></figure>", (figure("a", "b"),), id="caption first"),
        pytest.param("<figure><div><a href=x><img src=a></a></div><figcaption><p>b</p></figcaption></figure>",
                     (figure("a", "b"),), id="wrapped"),
        pytest.param("<figure><img src=a><p>b</p></figure>", (figure("a", "b"),), id="a paragraph for a caption"),
        pytest.param("<figure><img src=a><img src=b><figcaption>c</figcaption></figure>",
                     (figure("a"), figure("b", "c")), id="two pictures"),
        pytest.param("<figure><figure><img src=a></figure><figcaption>b</figcaption></figure>",
                     (figure("a", "b"),), id="a figure in a figure"),
        pytest.param("<div class=wp-caption><img src=a><p class=wp-caption-text>b</p></div>",
                     (figure("a", "b"),), id="a caption by its class"),
        pytest.param("<p><img src=a></p><p class=caption>b</p>", (figure("a", "b"),), id="a caption below a picture"),
        pytest.param("<p class=MsoCaption>b</p>", (p("b"),), id="a caption of nothing"),
        pytest.param("<table><tr><td><img src=a></td></tr><tr><td>b</td></tr></table>", (figure("a", "b"),), id="a table"),
        pytest.param("<figure><iframe src=a></iframe><figcaption>b</figcaption></figure>c", (p("c"),), id="a film"),
        pytest.param("<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>",
                     (Quote((p("a"),)), p("b")), id="a quote with its speaker"),
        pytest.param("<figure><table><tr><th>a<th>b<tr><td>1<td>2</table><figcaption>c</figcaption></figure>",
                     (Table(cells("a", "b"), (cells("1", "2"),)), p("c")), id="a table with its caption"),
        pytest.param("<img><img src=''>a", (p("a"),), id="no address"),
    ],
)  # fmt: skip  # three in a line
def test_pictures(html: str, blocks: tuple[Block, ...]) -> None:
    assert blocks_of(html) == blocks


def test_a_caption_leaves_with_its_picture() -> None:
    assert html_blocks("<figure><img src=a><figcaption>b</figcaption></figure>c", Nothing()).blocks == (p("c"),)


def test_a_caption_keeps_its_styles_and_lines() -> None:
    html = "<figure><img src=a><figcaption>a <em>b</em><br>c</figcaption></figure>"

    (shown,) = blocks_of(html)

    assert isinstance(shown, Figure)
    assert shown.caption == (Run("a "), Run("b", emphasis=True), Run("\nc"))


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param("<table><tr><th>a<th>b<tr><td>1<td>2</table>", (Table(cells("a", "b"), (cells("1", "2"),)),), id="a table"),
        pytest.param("<table><thead><tr><td>a<td>b</thead><tr><td>1<td>2</table>",
                     (Table(cells("a", "b"), (cells("1", "2"),)),), id="a head by its part"),
        pytest.param("<table><tr><td><b>a</b><td><b>b</b><tr><td>1<td>2</table>",
                     (Table(cells("a", "b"), (cells("1", "2"),)),), id="a head by its weight"),
        pytest.param("<table><tr><td>a<td>b<tr><td>1<td>2</table>",
                     (Table(cells("", ""), (cells("a", "b"), cells("1", "2"))),), id="no head"),
        pytest.param("<table><tr><th>a<td>1<tr><th>b<td>2</table>",
                     (Table(cells("", ""), (((Run("a", strong=True),), (Run("1"),)), ((Run("b", strong=True),), (Run("2"),)))),),
                     id="heads of rows"),
        pytest.param("<table><caption>c</caption><tr><th>a<th>b<tr><td>1<td>2</table>",
                     (p("c"), Table(cells("a", "b"), (cells("1", "2"),))), id="a caption"),
        pytest.param("<table><tr><th colspan=2>a<th>b<tr><td>1<td>2<td>3</table>",
                     (Table(cells("a", "", "b"), (cells("1", "2", "3"),)),), id="a cell over two columns"),
        pytest.param("<table><tr><th>a<th>b<tr><td rowspan=2>1<td>2<tr><td>3</table>",
                     (Table(cells("a", "b"), (cells("1", "2"), cells("", "3"))),), id="a cell over two rows"),
        pytest.param("<table><tr><th>a<th>b<tr><td>1</table>", (Table(cells("a", "b"), (cells("1", ""),)),), id="a short row"),
        pytest.param("<table><tr><th>a<th><th>b<tr><td>1<td><td>2</table>",
                     (Table(cells("a", "b"), (cells("1", "2"),)),), id="an empty column"),
        pytest.param("<table><tr><td>a</table>", (p("a"),), id="one cell"),
        pytest.param("<table><tr><td>a<tr><td>b</table>", (p("a"), p("b")), id="one column"),
        pytest.param("<table><tr><td><h2>a</h2><p>b</p><td>c</table>", (h(2, "a"), p("b"), p("c")), id="columns of a page"),
        pytest.param("<table><tr><td><table><tr><th>a<th>b<tr><td>1<td>2</table></table>",
                     (Table(cells("a", "b"), (cells("1", "2"),)),), id="a table in a frame"),
        pytest.param("<table><tr><td>a<br>b<td>c<tr><td>1<td>2</table>",
                     (Table(cells("", ""), (cells("a\nb", "c"), cells("1", "2"))),), id="lines in a cell"),
        pytest.param("<table></table>a", (p("a"),), id="nothing"),
    ],
)  # fmt: skip  # three in a line
def test_tables(html: str, blocks: tuple[Block, ...]) -> None:
    assert blocks_of(html) == blocks


def test_a_table_too_wide_for_the_screen_loses_its_last_columns() -> None:
    (table,) = blocks_of("<table><tr>" + "<th>a" * 20 + "<tr>" + "<td>1" * 20 + "</table>")

    assert isinstance(table, Table)
    assert {len(table.head), *map(len, table.rows)} == {12}


def test_lists_and_quotes_deeper_than_the_screen_takes_keep_their_words() -> None:
    blocks = blocks_of("<blockquote>a<ul><li>" * 9)

    assert sum(part == Run("a") for part in parts(blocks)) == 9
    assert depth(blocks) == 6


def test_a_text_without_an_end_is_cut_between_its_blocks() -> None:
    text = html_blocks(f"<p>{'word ' * 100}</p>" * 1000, Recorded())

    assert text.is_cut
    assert {len(part.text) for part in parts(text.blocks) if isinstance(part, Run)} == {499}
    assert len(text.blocks) == 200


def test_one_paragraph_without_an_end_is_cut_between_its_words() -> None:
    text = html_blocks("word " * 100_000, Recorded())

    (paragraph,) = text.blocks
    assert isinstance(paragraph, Paragraph)
    assert (text.is_cut, paragraph.runs[0].text[-5:], len(paragraph.runs[0].text)) == (True, " word", 99_999)


@pytest.mark.parametrize("html", ["<p>a", "<b>a</b>b", "<tr><td>a<td>b", "<li>a"])
def test_a_text_in_more_pieces_than_the_layout_takes_is_cut(html: str) -> None:
    text = html_blocks("<table>" * html.startswith("<tr>") + html * 15_000, Recorded())

    assert text.is_cut
    assert 5000 <= sum(isinstance(part, Run) for part in parts(text.blocks)) <= 20_001


def test_empty_elements_take_no_room_from_the_words() -> None:
    text = html_blocks("<div></div>" * 30_000 + "a", Recorded())

    assert text == HtmlText((p("a"),), is_cut=False)


def test_a_text_of_the_greatest_length_is_whole() -> None:
    assert not html_blocks("<p>" + "x" * 100_000, Recorded()).is_cut


def test_what_is_too_intricate_is_all_cut() -> None:
    assert html_blocks("<div>" * 300 + "a", Recorded()).blocks == ()
    assert html_blocks("<div>" * 300 + "a", Recorded()).is_cut


def test_an_article_has_no_more_pictures_than_anybody_looks_at() -> None:
    companions = Recorded()

    html_blocks("<img src=a>" * 1000, companions)

    assert len(companions.pictures) == 200


@pytest.mark.parametrize("snippet", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_of_a_hostile_snippet_only_text_is_left(snippet: str) -> None:
    companions = Recorded()

    blocks = html_blocks(f"<p>before</p>{snippet}", companions).blocks

    texts = [part for part in parts(blocks) if isinstance(part, str)]
    kinds = {type(part) for part in parts(blocks) if isinstance(part, Figure | Run)}
    assert kinds <= {Run, Figure}
    assert [text for text in texts if "\0" in text or "\x1b" in text] == []
    assert all(not address.lower().startswith(RUNS) for address in (*companions.links, *companions.pictures))


RUNS = ("javascript:", "vbscript:", "data:", "file:", "blob:", "livescript:", "about:", "intent:")


@pytest.mark.parametrize("snippet", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_no_hostile_snippet_shows_a_picture_that_no_companion_gave(snippet: str) -> None:
    blocks = html_blocks(snippet, Nothing()).blocks

    assert not [part for part in parts(blocks) if isinstance(part, Figure)]
    assert {part.link for part in parts(blocks) if isinstance(part, Run)} <= {None}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join))
def test_any_mixture_becomes_blocks_that_can_be_shown(html: str) -> None:
    blocks = html_blocks(html, Recorded()).blocks

    seen = list(parts(blocks))
    texts = "".join(part for part in seen if isinstance(part, str))
    assert not {character for character in texts if unicodedata.category(character) in {"Cc", "Cs", "Co"}} - {"\n"}
    assert all(part.text for part in seen if isinstance(part, Run))
    assert all(len(row) == len(part.head) for part in seen if isinstance(part, Table) for row in part.rows)
    assert all(part.items and all(part.items) for part in seen if isinstance(part, Listing))
    assert depth(blocks) <= 6
