import pytest

from kiosk.prepare.article.reading_time import reading_minutes, word_count


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        pytest.param("", 1, id="nothing"),
        pytest.param("word " * 200, 1, id="a full minute"),
        pytest.param("word " * 201, 2, id="a word more"),
        pytest.param("word — " * 200, 1, id="dashes are no words"),
        pytest.param("it's well-known " * 100, 1, id="apostrophes and hyphens divide no words"),
        pytest.param("漢" * 400, 1, id="a full minute of Chinese"),
        pytest.param("漢" * 401, 2, id="a character more"),
        pytest.param("ひらカナ" * 200, 2, id="Japanese"),
        pytest.param("한국어 " * 400, 2, id="Korean has words"),
        pytest.param("漢" * 400 + " word" * 200, 2, id="a mixture"),
        pytest.param("แม่น้ำเงียบสงบ" * 150, 3, id="Thai has words and no spaces"),
    ],
)
def test_the_minutes_are_rounded_up(text: str, minutes: int) -> None:
    assert reading_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("A quiet river — at last", 5, id="words"),
        pytest.param("The sign 川 means river", 4, id="one sign among words"),
        pytest.param("河水很安静。 iPhone", None, id="Chinese"),
        pytest.param("แม่น้ำเงียบสงบ 2026", None, id="Thai"),
        pytest.param("한국어 문장", 2, id="Korean"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_words_are_counted_where_spaces_divide_them(text: str, words: int | None) -> None:
    assert word_count(text) == words
