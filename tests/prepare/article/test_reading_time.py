import pytest

from kiosk.prepare.article.reading_time import reading_minutes


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
    ],
)
def test_the_minutes_are_rounded_up(text: str, minutes: int) -> None:
    assert reading_minutes(text) == minutes
