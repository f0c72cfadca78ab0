import pytest

from tests.prepare.web.measure import f1, levelled, names


@pytest.mark.parametrize(
    ("wanted", "came", "score"),
    [
        ("one two three four", "one two three four", 1.0),
        ("one two three four", "one two", 2 * 2 / 6),
        ("one two", "one two three four", 2 * 2 / 6),
        ("one two", "three four", 0.0),
        ("one two", "", 0.0),
        ("", "", 1.0),
        ("so so so", "so", 2 * 1 / 4),
        ("so", "so so so", 2 * 1 / 4),
        ("Straße, “so”!", "STRASSE so", 1.0),
        ("\ufb01ne \uff11\uff12", "fine 12", 1.0),
        ("钟楼响了", "钟楼停了", 3 / 4),
        ("第3章", "第4章", 2 / 3),
        ("two one", "one two", 1.0),
    ],
)
def test_the_measure_gives(wanted: str, came: str, score: float) -> None:
    assert f1(wanted, came) == pytest.approx(score)


@pytest.mark.parametrize("came", ["the text", "By the way the text", "by way the text"])
def test_what_may_come_counts_for_neither(came: str) -> None:
    assert f1("the text", came, optional="by the way") == 1.0


def test_what_may_come_does_not_stand_in_for_what_must() -> None:
    assert f1("the text", "text by", optional="by the way") == pytest.approx(2 / 3)


def test_what_may_come_twice_may_not_come_thrice() -> None:
    assert f1("text", "text by by by", optional="by by") == pytest.approx(2 / 3)


def test_a_text_is_levelled() -> None:
    assert levelled(" a\u00a0 “b”\n\u2018c\u2019 ") == "a \"b\" 'c'"


@pytest.mark.parametrize(
    "by_line",
    [
        "Ada Byron, Max Frei",
        "Max Frei and  Ada Byron",
        "Ada Byron und Max Frei",
        "Ada Byron; Max Frei",
        "Max Frei\uff0fAda Byron",
    ],
)
def test_names_are_told_apart(by_line: str) -> None:
    assert names(by_line) == {"Ada Byron", "Max Frei"}
