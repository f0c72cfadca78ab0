import json
from datetime import UTC, date, datetime
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.edition.codec import UndecodableError, decode, decoder, encode, plain
from kiosk.edition.model import Article, Code, Divider, Heading, Listing, Notice, Paragraph, Quote, Run
from kiosk.edition.value import Value


class Inner(Value, frozen=True):
    number: int = 0


class Sample(Value, frozen=True):
    text: str
    share: float = 0.5
    side: Literal["left", "right"] = "left"
    day: date | None = None
    inner: Inner | None = None
    many: tuple[Inner, ...] = ()


runs = st.lists(st.builds(Run, text=st.text(), strong=st.booleans(), link=st.none() | st.integers(0, 9))).map(tuple)
leaves = st.one_of(
    st.builds(Paragraph, runs=runs),
    st.builds(Heading, level=st.integers(2, 6), runs=runs),
    st.builds(Code, text=st.text()),
    st.just(Divider()),
)
blocks = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Quote, blocks=st.lists(inner, max_size=3).map(tuple)),
        st.builds(Listing, items=st.lists(st.lists(inner, max_size=2).map(tuple), max_size=2).map(tuple)),
    ),
    max_leaves=6,
)


@given(st.builds(Article, title=st.text(), blocks=st.lists(blocks, max_size=4).map(tuple), published=st.dates()))
def test_an_article_comes_back_from_json_as_it_was(article: Article) -> None:
    assert decode(Article, encode(article)) == article


def test_a_time_keeps_its_zone() -> None:
    notice = Notice("Closed", "Back soon", until=datetime(2026, 11, 24, 8, 0, tzinfo=UTC))

    assert decode(Notice, encode(notice)) == notice


def test_fields_that_hold_their_default_are_left_out() -> None:
    assert encode(Sample("a")) == b'{"kind":"Sample","text":"a"}'


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        pytest.param("[]", "Expected `object`", id="a list"),
        pytest.param('{"kind": "Inner"}', "Invalid value 'Inner' - at `$.kind`", id="another kind"),
        pytest.param('{"kind": "Sample"}', "missing required field `text`", id="no text"),
        pytest.param('{"kind": "Sample", "text": 1}', "`$.text`", id="a number for text"),
        pytest.param('{"kind": "Sample", "text": "a", "colour": 1}', "unknown field `colour`", id="an unknown field"),
        pytest.param('{"kind": "Sample", "text": "a", "side": "up"}', "'up' - at `$.side`", id="no such choice"),
        pytest.param('{"kind": "Sample", "text": "a", "share": true}', "`$.share`", id="a bool as number"),
        pytest.param('{"kind": "Sample", "text": "a", "day": "12/24"}', "`$.day`", id="no date"),
        pytest.param('{"kind": "Sample", "text": "a", "many": {}}', "`$.many`", id="no list"),
        pytest.param(
            '{"kind": "Sample", "text": "a", "many": [{"kind": "Inner"}, {"kind": "Inner", "number": "x"}]}',
            "`$.many[1].number`",
            id="deep inside",
        ),
        pytest.param('{"kind": "Sample", "text": "a", "inner": {"kind": "Sample"}}', "`$.inner.kind`", id="wrong kind"),
        pytest.param('{"kind": "Sample", "text": ', "truncated", id="cut off"),
        pytest.param("[" * 100_000, "", id="bottomless"),
        pytest.param(b'{"kind": "Sample", "text": "\xff"}', "", id="no UTF-8"),
    ],
)
def test_json_that_is_no_such_value_is_refused_with_the_place(record: str | bytes, complaint: str) -> None:
    with pytest.raises(UndecodableError) as refusal:
        decode(Sample, record)

    assert complaint in str(refusal.value)


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        Sample("a").text = "b"  # type: ignore[misc]  # that is what is tested


def test_a_decoder_reads_any_of_its_kinds() -> None:
    read = decoder(Sample, Inner)

    assert [read('{"kind": "Inner", "number": 7}'), read('{"kind": "Sample", "text": "a"}')] == [Inner(7), Sample("a")]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('{"kind": "Other"}', id="of another kind"),
        pytest.param('{"text": "a"}', id="of no kind"),
        pytest.param('{"kind": "Inner", "number": "x"}', id="wrong inside"),
        pytest.param("", id="nothing"),
        pytest.param("[" * 100_000, id="bottomless"),
        pytest.param('{"kind": "Inner"} and more', id="and more"),
    ],
)
def test_a_decoder_refuses_anything_else(content: str) -> None:
    read = decoder(Sample, Inner)

    with pytest.raises(UndecodableError):
        read(content)


def test_a_value_in_plain_terms_is_what_its_json_says() -> None:
    value = Sample("Zoë", day=date(2026, 11, 23), inner=Inner(7), many=(Inner(), Inner(1)))

    assert json.loads(json.dumps(plain(value))) == json.loads(encode(value))
