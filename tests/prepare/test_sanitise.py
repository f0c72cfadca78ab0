import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.prepare.sanitise import LONGEST_WORD, break_long_words, clean_text

HOSTILE = st.text(
    st.sampled_from(
        "ab e\u0301\u0316\u0345\u200b\u200c\u200d\u202a\u202e\u2066\u2067\u2069\ue000\U000e0041\x00\x07\x85\r\n\t"
    )
    | st.characters(),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("Café, naïve — “quoted” 123", "Café, naïve — “quoted” 123", id="ordinary text stays"),
        pytest.param("e\u0301", "é", id="letters are composed"),
        pytest.param("e\u200b\u0301", "é", id="a hidden space does not keep a mark from its letter"),
        pytest.param("a\x00\x07\x1b[31mb", "a[31mb", id="control characters go"),
        pytest.param("a\tb", "a b", id="a tab becomes a space"),
        pytest.param("a\r\nb\rc\u2028d", "a\nb\nc\nd", id="every line end becomes a line feed"),
        pytest.param("abc\u202etxt.exe", "abctxt.exe", id="an override goes"),
        pytest.param("\u202aabc", "abc", id="an embedding goes"),
        pytest.param("\u2067abc", "\u2067abc\u2069", id="an open isolate is closed"),
        pytest.param("\u2067abc\nd", "\u2067abc\u2069\nd", id="an open isolate is closed at its line's end"),
        pytest.param("abc\u2069", "abc", id="a close without an isolate goes"),
        pytest.param("\u2067abc\u2069", "\u2067abc\u2069", id="a closed isolate stays"),
        pytest.param("\u2067" * 99 + "a", "\u2067" * 16 + "a" + "\u2069" * 16, id="isolates stand 16 deep at most"),
        pytest.param(
            "\u2067" * 17 + "a" + "\u2069" * 17 + "b",
            "\u2067" * 16 + "a" + "\u2069" * 16 + "b",
            id="what is too deep leaves with its end",
        ),
        pytest.param("می\u200cخم", "می\u200cخم", id="a Persian non-joiner stays"),
        pytest.param("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680", id="a joined emoji stays"),
        pytest.param("\u06dd٢", "\u06dd٢", id="a visible Arabic number sign stays"),
        pytest.param("a\U000e0061\U000e0062b", "ab", id="tag characters go"),
        pytest.param("a\ue000\U0010fffd", "a", id="private characters go"),
        pytest.param("a\ufdd0\uffff", "a", id="noncharacters go"),
        pytest.param("a\ud800b", "ab", id="half a surrogate pair goes"),
        pytest.param("x" + "\u0336" * 9, "x" + "\u0336" * 4, id="at most four marks stand on a letter"),
        pytest.param("x" + "\u200d" * 9 + "y", "x" + "\u200d" * 4 + "y", id="joiners are no way around it"),
        pytest.param("<b onload=x>", "<b onload=x>", id="markup is only text"),
    ],
)
def test_what_stays_and_what_goes(written: str, shown: str) -> None:
    assert clean_text(written) == shown


def test_a_word_that_would_hang_the_layout_may_break() -> None:
    assert max(map(len, clean_text("x" * 9000).split("\u200b"))) == LONGEST_WORD


def test_a_word_of_the_greatest_length_stays_whole() -> None:
    assert clean_text("x" * LONGEST_WORD) == "x" * LONGEST_WORD


def test_spaces_begin_the_count_anew() -> None:
    words = " ".join(["x" * 1500] * 5)

    assert clean_text(words) == words


def test_what_stands_in_front_counts_into_the_first_word() -> None:
    assert break_long_words("xyz", LONGEST_WORD - 1) == "x\u200byz"


@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(HOSTILE)
def test_the_result_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean_text(text))


@given(HOSTILE)
def test_nothing_invisible_is_left(text: str) -> None:
    allowed = "\n\u200c\u200d\u2066\u2067\u2068\u2069\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
    allowed += "".join(map(chr, range(0x600, 0x606)))

    left = {character for character in clean_text(text) if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}}

    assert left <= set(allowed)
