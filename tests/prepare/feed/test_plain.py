import pytest

from kiosk.prepare.feed.plain import html_of_text, length_of_text, looks_like_html, plain_html, plain_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Plain", "Plain"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("if a<b and c>d", "if a<b and c>d"),
        ("How to use List<T>", "How to use List<T>"),
        ("R & D", "R & D"),
        ("R &amp; D", "R & D"),
        ("Tom &amp;amp; Jerry", "Tom &amp; Jerry"),
        ("<b>Bold</b> news", "Bold news"),
        ('<a href="x" title="a > b">Link</a>', "Link"),
        ("<p>One</p><p>Two<br>Three</p>", "One Two Three"),
        ("a<script>alert(1)</script>b", "ab"),
        ("<style>p{}</style>b", "b"),
        ("&lt;script&gt;x&lt;/script&gt;", "<script>x</script>"),
        ("a\n\t b\u202e", "a b"),
        ("It&#8217;s", "It\u2019s"),
    ],
)
def test_text_is_plain_and_its_entities_are_decoded_once(written: str, read: str) -> None:
    assert plain_text(written, 300) == read


@pytest.mark.parametrize("text", ["a &", "a & b; c", "x < y", "a <3 b", "<T>"])
def test_signs_alone_are_no_html(text: str) -> None:
    assert not looks_like_html(text)


def test_a_long_text_ends_at_a_word() -> None:
    assert plain_text("one two three four", 14) == "one two three…"
    assert plain_text("x" * 50, 10) == "x" * 9 + "…"


@pytest.mark.parametrize("unit", ["&amp;", '<b class="c">x</b>', "word &lt; "])
def test_a_long_text_is_not_cut_through_a_tag_or_an_entity(unit: str) -> None:
    whole = plain_html(unit * 20, 5000)

    for most in range(10, 30):
        shown = plain_html(unit * 20, most)
        assert whole.startswith(shown.removesuffix("…"))


def test_a_text_begins_behind_a_tag_that_is_longer_than_it() -> None:
    tag = f'<img alt="a > b" data-attrs="{"x" * 9000}">'

    assert plain_html(f"<figure>{tag}</figure><p>The story begins.</p>", 100) == "The story begins."


def test_plain_text_becomes_paragraphs_of_html() -> None:
    assert html_of_text("a < b\nc\n\n\nd & e") == "<p>a &lt; b<br>c</p><p>d &amp; e</p>"
    assert html_of_text(" \n ") == ""


def test_only_what_is_read_counts_as_length() -> None:
    assert length_of_text('<p class="long long">a  b</p>') == 3
