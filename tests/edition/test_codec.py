import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.edition.codec import Json, UndecodableError, decode, encode
from kiosk.edition.model import Article, Code, Divider, Heading, Listing, Notice, Paragraph, Quote, Run


@dataclass(frozen=True, slots=True)
class Inner:
    number: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
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
def test_an_article_comes_back_from_json_text_as_it_was(article: Article) -> None:
    text = json.dumps(encode(article))

    assert decode(Article, json.loads(text)) == article


def test_a_time_keeps_its_zone() -> None:
    notice = Notice("Closed", "Back soon", until=datetime(2026, 11, 24, 8, 0, tzinfo=UTC))

    assert decode(Notice, encode(notice)) == notice


def test_fields_that_hold_their_default_are_left_out() -> None:
    assert encode(Sample("a")) == {"kind": "Sample", "text": "a"}


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        pytest.param([], "a Sample was expected", id="a list"),
        pytest.param({"kind": "Inner"}, "a Sample was expected", id="another kind"),
        pytest.param({"kind": "Sample"}, "missing 1 required positional argument: 'text'", id="no text"),
        pytest.param({"kind": "Sample", "text": 1}, "text: did not expect 1", id="a number for text"),
        pytest.param({"kind": "Sample", "text": "a", "colour": 1}, "unknown colour", id="an unknown field"),
        pytest.param({"kind": "Sample", "text": "a", "side": "up"}, "side: did not expect 'up'", id="no such choice"),
        pytest.param(
            {"kind": "Sample", "text": "a", "share": True}, "share: did not expect True", id="a bool as number"
        ),
        pytest.param({"kind": "Sample", "text": "a", "day": "12/24"}, "day: Invalid isoformat", id="no date"),
        pytest.param({"kind": "Sample", "text": "a", "many": {}}, "many: a list was expected", id="no list"),
        pytest.param(
            {"kind": "Sample", "text": "a", "many": [{"kind": "Inner"}, {"kind": "Inner", "number": "x"}]},
            "many[1].number: did not expect 'x'",
            id="deep inside",
        ),
        pytest.param({"kind": "Sample", "text": "a", "inner": {"kind": "Sample"}}, "inner: did not", id="wrong union"),
    ],
)
def test_json_that_is_no_such_value_is_refused_with_the_place(record: Json, complaint: str) -> None:
    with pytest.raises(UndecodableError) as refusal:
        decode(Sample, record)

    assert complaint in str(refusal.value)


def test_a_value_the_model_does_not_use_is_a_bug() -> None:
    with pytest.raises(TypeError, match="no form for set"):
        encode({1})
