import pytest

from kiosk.prepare.web.months import month_of


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("May", 5),
        ("Mai", 5),
        ("mayo", 5),
        ("maio", 5),
        ("мая", 5),
        ("مايو", 5),
        ("Mei", 5),
        ("December", 12),
        ("MÄRZ", 3),
        ("Frimaire", 0),
        ("", 0),
    ],
)
def test_a_month_is_known_in_many_languages(name: str, number: int) -> None:
    assert month_of(name) == number
